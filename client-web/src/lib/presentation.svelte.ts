import type { ErrorAnswer, FeedMessage, OpenDoor, SessionView } from '../wire/wire';
import { askWithoutIdentity, isFinal, problemOf } from './api';
import { ServerClock } from './clock';
import { Feed, type Connection, type FeedEnd } from './feed';
import type { Told } from './reducer';

const batchWithin = 100;

/** What the room sees on the wall: the participants' audience by the join code, without a seat. */
export class Presentation {
  session = $state.raw<SessionView | undefined>(undefined);
  /** What the code leads to; all that is known of a session that is over. */
  door = $state.raw<OpenDoor | undefined>(undefined);
  problem = $state.raw<ErrorAnswer | undefined>(undefined);
  connection = $state<Connection>('connecting');
  end = $state<FeedEnd | undefined>(undefined);
  outdated = $state(false);
  /** The server does not let this page in; only a person tries again. */
  stopped = $state(false);
  readonly clock = new ServerClock();

  readonly #code: string;
  #feed: Feed | undefined;
  #latest: Told | undefined;
  #applying: ReturnType<typeof setTimeout> | undefined;

  constructor(code: string) {
    this.#code = code;
  }

  start(): void {
    this.#feed = new Feed({
      hello: async () => {
        const session = await this.#find();
        return session === undefined ? undefined : { type: 'hello', session, audience: 'presenter', code: this.#code };
      },
      listener: {
        told: (told, message) => this.#told(told, message),
        connection: (state) => (this.connection = state),
        ended: (why) => {
          this.end = why;
          this.stopped = true;
        },
        outdated: () => (this.outdated = true),
      },
    });
    this.#feed.start();
  }

  stop(): void {
    this.#feed?.stop();
    clearTimeout(this.#applying);
    this.#applying = undefined;
  }

  /** Asks once more what the code leads to. */
  again(): void {
    this.stop();
    this.door = undefined;
    this.problem = undefined;
    this.end = undefined;
    this.stopped = false;
    this.start();
  }

  async #find(): Promise<string | undefined> {
    if (this.door) return this.door.session;
    const answer = await askWithoutIdentity<OpenDoor>('GET', `/api/v1/join/${encodeURIComponent(this.#code)}`);
    if (answer.kind === 'ok') this.door = answer.body;
    this.problem = problemOf(answer);
    // Each look-up of a wrong code counts against everybody behind this address.
    if (isFinal(answer)) {
      this.#feed?.stop();
      this.stopped = true;
    }
    return this.door?.session;
  }

  #told(told: Told, message: FeedMessage): void {
    if (message.type === 'snapshot') this.clock.set(message.serverTime);
    this.#latest = told;
    this.#applying ??= setTimeout(() => this.#apply(), batchWithin);
  }

  #apply(): void {
    this.#applying = undefined;
    this.session = this.#latest?.session;
  }
}
