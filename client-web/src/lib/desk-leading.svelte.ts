import type { ActivityView, SessionView, Ticket } from '../wire/wire';
import type { Answer, Method } from './api';
import { ServerClock } from './clock';
import { desk, stepPath } from './desk.svelte';
import { Feed, type Connection, type FeedEnd } from './feed';
import type { Told } from './reducer';

const batchWithin = 100;
const newTicketAfter = 2000;

/** Deleted, or somebody else's: there are no more tickets for it. */
function isGone(code: string): boolean {
  return code === 'unknown_session' || code === 'not_yours';
}

/** A session as its facilitator sees it, live. */
export class Leading {
  session = $state.raw<SessionView | undefined>();
  connection = $state<Connection>('connecting');
  end = $state<FeedEnd | undefined>();
  outdated = $state(false);
  readonly clock = new ServerClock();
  readonly id: string;
  #feed: Feed | undefined;
  #latest: Told | undefined;
  #applying: ReturnType<typeof setTimeout> | undefined;
  #again: ReturnType<typeof setTimeout> | undefined;
  #stopped = false;

  constructor(id: string) {
    this.id = id;
  }

  start(): void {
    this.#feed = new Feed({
      hello: async () => {
        const ticket = await desk<Ticket>('POST', `sessions/${this.id}/ticket`);
        if (ticket.kind === 'refusal' && isGone(ticket.error.code)) {
          this.#feed?.stop();
          this.end = 'gone';
        }
        if (ticket.kind !== 'ok') return undefined;
        return { type: 'hello', session: this.id, audience: 'desk', ticket: ticket.body.ticket };
      },
      listener: {
        told: (told, message) => {
          this.#latest = told;
          if (message.type === 'snapshot') this.clock.set(message.serverTime);
          if (message.type === 'snapshot') this.#apply();
          else this.#applying ??= setTimeout(() => this.#apply(), batchWithin);
        },
        connection: (state) => (this.connection = state),
        ended: (why) => this.#ended(why),
        outdated: () => (this.outdated = true),
      },
    });
    this.#feed.start();
  }

  stop(): void {
    this.#stopped = true;
    this.#feed?.stop();
    clearTimeout(this.#applying);
    clearTimeout(this.#again);
  }

  activity(id: string | undefined): ActivityView | undefined {
    return this.session?.agenda.find((each) => each.id === id);
  }

  get stage(): ActivityView | undefined {
    return this.activity(this.session?.stage);
  }

  /** A request about the session. */
  ask<T = undefined>(method: Method, path: string, body?: unknown): Promise<Answer<T>> {
    return desk<T>(method, `sessions/${this.id}${path}`, body);
  }

  /** A request about a step. */
  step<T = undefined>(method: Method, activity: string, path: string, body?: unknown): Promise<Answer<T>> {
    return desk<T>(method, stepPath(this.id, activity, path), body);
  }

  #apply(): void {
    clearTimeout(this.#applying);
    this.#applying = undefined;
    this.session = this.#latest?.session;
  }

  /** A ticket is old after a minute: whoever was away needs a new one. */
  #ended(why: FeedEnd): void {
    if (why !== 'unknown' || this.#stopped) {
      this.end = why;
      return;
    }
    this.connection = 'offline';
    this.#again = setTimeout(() => this.start(), newTicketAfter);
  }
}
