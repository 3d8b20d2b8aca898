import type { ErrorAnswer, Me } from '../wire/wire';
import { language } from '../i18n/index.svelte';
import { ask, problemOf, sentence, type Answer, type Method } from './api';
import { Store } from './storage';

// The cookie cannot be seen from here: whether it is worth asking is kept beside it.
const store = Store.browser('klartext:');
const flag = 'desk';

/**
 * Who is logged in. A request that is answered "not logged in" waits until somebody has logged in and is sent again, so
 * that nothing on the page is lost.
 */
class Access {
  me = $state.raw<Me | undefined>();
  wanted = $state(false);
  #waiting: (() => void)[] = [];

  async look(): Promise<Answer<Me>> {
    const answer = await desk<Me>('GET', 'me');
    if (answer.kind === 'ok') this.me = answer.body;
    return answer;
  }

  async login(name: string, password: string): Promise<ErrorAnswer | undefined> {
    const before = this.me?.name;
    const problem = problemOf(await ask('POST', '/api/v1/desk/login', { name, password }));
    if (problem) return problem;
    const me = await ask<Me>('GET', '/api/v1/desk/me');
    if (me.kind !== 'ok') return problemOf(me);
    store.write(flag, true);
    // What is on the page, and what it still wanted to send, belongs to whoever was here before.
    if (before !== undefined && before !== me.body.name) {
      this.#waiting = [];
      location.assign('/desk');
      return undefined;
    }
    this.me = me.body;
    this.wanted = false;
    for (const goOn of this.#waiting.splice(0)) goOn();
    return undefined;
  }

  async logout(): Promise<void> {
    await ask('DELETE', '/api/v1/desk/login');
    store.remove(flag);
    for (const kept of ['measures:', 'behalf:']) store.part(kept).clear();
    // Everything of this account leaves the memory of the page.
    location.assign('/desk/login');
  }

  loggedIn(): Promise<void> {
    this.wanted = true;
    return new Promise((goOn) => this.#waiting.push(goOn));
  }
}

export const access = new Access();

/** A request of somebody who is logged in. */
export async function desk<T = undefined>(method: Method, path: string, body?: unknown): Promise<Answer<T>> {
  if (!store.read<boolean>(flag)) await access.loggedIn();
  for (;;) {
    const answer = await ask<T>(method, `/api/v1/desk/${path}`, body);
    if (answer.kind !== 'refusal' || answer.error.code !== 'not_logged_in') return answer;
    await access.loggedIn();
  }
}

/** The path of a step below its session. */
export function stepPath(session: string, activity: string, rest = ''): string {
  return `sessions/${session}/activities/${encodeURIComponent(activity)}${rest}`;
}

export function words(error: ErrorAnswer): string {
  return `${sentence(error.message, language.locale)} ${sentence(error.advice, language.locale)}`;
}

/** What to tell a person about an answer; nothing if all is well. */
export function trouble(answer: Answer<unknown>): string | undefined {
  const problem = problemOf(answer);
  return problem && words(problem);
}
