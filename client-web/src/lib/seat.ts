import type { DrawnStamps, Joined, OpenDoor } from '../wire/wire';
import { askWithoutIdentity, type Answer } from './api';
import { newSecret } from './bytes';
import { Purse } from './purse';
import { Store } from './storage';

/** "abcd-o1il" as the server reads it: "ABCD0111". Crockford's base 32 forgives look-alikes. */
export function tidyCode(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
}

/** For people: "ABCD 1234". */
export function spokenCode(code: string): string {
  return `${code.slice(0, 4)} ${code.slice(4)}`;
}

export function isCode(code: string): boolean {
  return /^[0-9A-HJKMNP-TV-Z]{8}$/.test(code);
}

const drafts = 'draft:';

interface Kept {
  secret: string;
  session?: string;
  /** For the closing page, when the server does not tell any more. */
  title?: string;
}

/** The admission of this browser to one session, kept on the device until the session is over or it is forgotten. */
export class Seat {
  readonly code: string;
  readonly store: Store;
  readonly purse: Purse;
  /** Texts that are being written, by the id of their activity or card. */
  readonly drafts: Store;

  constructor(code: string, store = Store.browser(`klartext:${code}:`)) {
    this.code = code;
    this.store = store;
    this.purse = new Purse(store);
    this.drafts = store.part(drafts);
  }

  /** Made when it is first needed; made known to the server by joining only. */
  secret(): string {
    return this.#kept().secret;
  }

  session(): string | undefined {
    return this.#kept().session;
  }

  title(): string | undefined {
    return this.#kept().title;
  }

  remember(title: string): void {
    const kept = this.#kept();
    if (kept.title !== title) this.store.write('seat', { ...kept, title });
  }

  /** What the code leads to, before coming in. */
  door(): Promise<Answer<OpenDoor>> {
    return askWithoutIdentity<OpenDoor>('GET', `/api/v1/join/${encodeURIComponent(this.code)}`);
  }

  async join(): Promise<Answer<Joined>> {
    const kept = this.#kept();
    const path = `/api/v1/join/${encodeURIComponent(this.code)}`;
    const answer = await askWithoutIdentity<Joined>('POST', path, { seat: kept.secret });
    if (answer.kind === 'ok') {
      this.store.write('seat', { ...kept, session: answer.body.session });
      this.purse.add(answer.body.stamps);
    }
    return answer;
  }

  /** All stamps that there are for this seat; true if they came. */
  async draw(): Promise<boolean> {
    const { secret: seat, session } = this.#kept();
    if (!session) return false;
    const body = { session, seat, since: this.purse.since() };
    const answer = await askWithoutIdentity<DrawnStamps>('POST', '/api/v1/stamps', body);
    if (answer.kind === 'ok') this.purse.add(answer.body);
    return answer.kind === 'ok';
  }

  /** In place of a seat that the server does not know: another secret, no stamps. What was written here stays. */
  renew(): void {
    this.store.remove('seat');
    this.purse.empty();
  }

  /** "Auf diesem Gerät vergessen." */
  forget(): void {
    this.store.clear();
    const browser = Store.browser('klartext:');
    if (browser.read<{ code: string }>('last')?.code === this.code) browser.remove('last');
  }

  #kept(): Kept {
    const kept = this.store.read<Kept>('seat');
    if (kept) return kept;
    const made = { secret: newSecret() };
    this.store.write('seat', made);
    return made;
  }
}
