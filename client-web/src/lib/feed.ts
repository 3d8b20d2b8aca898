import type { FeedMessage, Hello } from '../wire/wire';
import { Backoff } from './backoff';
import { afterMessage, UnknownChange, type Told } from './reducer';

export type Connection = 'connecting' | 'online' | 'offline';

/** Why a feed has ended for good. */
export type FeedEnd = 'unknown' | 'gone' | 'protocol';

export interface FeedListener {
  /** After each message, and what it was. */
  told(told: Told, message: FeedMessage): void;
  connection(state: Connection): void;
  /** It does not come back by itself. */
  ended(why: FeedEnd): void;
  /** The server speaks a newer language than this page. */
  outdated(): void;
}

export interface FeedOptions {
  /** Who listens, without epoch and revision; asked before each connection. Nothing: try again later. */
  hello: () => Promise<Hello | undefined>;
  listener: FeedListener;
  url?: string;
  socket?: (url: string) => WebSocket;
  backoff?: Backoff;
}

const connectWithin = 10_000;
const quietFor = 20_000;
const unknownToServer = 4501;
const sessionGone = 4502;

function ownUrl(): string {
  return `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/api/v1/feed`;
}

function endOf(code: number): FeedEnd | undefined {
  if (code === unknownToServer) return 'unknown';
  if (code === sessionGone) return 'gone';
  return code === 1009 || (code >= 4500 && code < 5000) ? 'protocol' : undefined;
}

/**
 * One feed that comes back by itself, and goes on where it was.
 *
 * A socket can be dead without being closed. The server's pings are answered by the browser and not shown to the page,
 * and a client may send nothing after its hello: there is no beat to count. So whatever hints at a dead feed makes it
 * connect anew, which costs little: a network that is back, a page that is looked at again after a while, a letterbox
 * that gets no answer (`doubt`), and a connection that does not come about.
 */
export class Feed {
  #told: Told | undefined;
  #socket: WebSocket | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #connecting: ReturnType<typeof setTimeout> | undefined;
  #try = 0;
  #heardAt = 0;
  #hiddenAt: number | undefined;
  #stopped = false;
  readonly #options: FeedOptions;
  readonly #backoff: Backoff;
  readonly #wake = () => this.#renew();
  readonly #look = () => this.#looked();
  readonly #cut = () => this.#lose();

  constructor(options: FeedOptions) {
    this.#options = options;
    this.#backoff = options.backoff ?? new Backoff();
  }

  start(): void {
    globalThis.addEventListener('online', this.#wake);
    globalThis.addEventListener('offline', this.#cut);
    globalThis.addEventListener('visibilitychange', this.#look);
    void this.#connect();
  }

  stop(): void {
    this.#stopped = true;
    globalThis.removeEventListener('online', this.#wake);
    globalThis.removeEventListener('offline', this.#cut);
    globalThis.removeEventListener('visibilitychange', this.#look);
    clearTimeout(this.#timer);
    clearTimeout(this.#connecting);
    this.#socket?.close();
  }

  /** The server was silent elsewhere. A feed that has told something just now is alive all the same. */
  doubt(): void {
    if (this.#socket && !this.#connecting && Date.now() - this.#heardAt >= quietFor) this.#renew();
  }

  get told(): Told | undefined {
    return this.#told;
  }

  async #connect(): Promise<void> {
    this.#timer = undefined;
    const nth = ++this.#try;
    this.#options.listener.connection('connecting');
    const hello = await this.#options.hello();
    if (this.#stopped || nth !== this.#try) return;
    if (!hello) return this.#comeBack();
    const make = this.#options.socket ?? ((url: string) => new WebSocket(url));
    const socket = make(this.#options.url ?? ownUrl());
    this.#socket = socket;
    const seen = this.#told;
    this.#connecting = setTimeout(() => this.#lose(), connectWithin);
    socket.onopen = () => {
      if (socket !== this.#socket) return;
      this.#opened();
      socket.send(JSON.stringify(seen ? { ...hello, epoch: seen.epoch, revision: seen.revision } : hello));
      // At first nothing is said to who has missed nothing.
      if (seen) this.#online();
    };
    socket.onmessage = (event) => this.#heard(socket, String(event.data));
    socket.onclose = (event) => this.#closed(socket, event.code);
  }

  #opened(): void {
    clearTimeout(this.#connecting);
    this.#connecting = undefined;
    this.#heardAt = Date.now();
  }

  #heard(socket: WebSocket, text: string): void {
    if (socket !== this.#socket) return;
    this.#heardAt = Date.now();
    try {
      const message = JSON.parse(text) as FeedMessage;
      const told = afterMessage(this.#told, message);
      this.#told = told;
      if (!told) return socket.close();
      this.#online();
      this.#options.listener.told(told, message);
    } catch (failure) {
      if (failure instanceof UnknownChange) {
        this.stop();
        return this.#options.listener.outdated();
      }
      this.#told = undefined;
      socket.close();
      throw failure;
    }
  }

  #online(): void {
    this.#backoff.reset();
    this.#options.listener.connection('online');
  }

  #closed(socket: WebSocket, code: number): void {
    if (socket !== this.#socket || this.#stopped) return;
    this.#leave();
    const end = endOf(code);
    if (end) {
      this.stop();
      return this.#options.listener.ended(end);
    }
    this.#comeBack();
  }

  #comeBack(): void {
    this.#options.listener.connection('offline');
    this.#timer = setTimeout(() => void this.#connect(), this.#backoff.next());
  }

  /** Nothing is heard any more of the socket that there was. */
  #leave(): void {
    clearTimeout(this.#connecting);
    this.#connecting = undefined;
    this.#socket = undefined;
  }

  /** Without a network a socket may stay silent for minutes before it is said to be closed. */
  #lose(): void {
    const socket = this.#socket;
    if (!socket) return;
    this.#closed(socket, 1006);
    socket.close();
  }

  #looked(): void {
    if (globalThis.document?.hidden) {
      this.#hiddenAt ??= Date.now();
      return;
    }
    const away = this.#hiddenAt === undefined ? 0 : Date.now() - this.#hiddenAt;
    this.#hiddenAt = undefined;
    // Whoever comes back does not wait any longer.
    if (this.#timer !== undefined || away > quietFor) this.#renew();
  }

  /** Connects anew at once, and goes on where it was. */
  #renew(): void {
    if (this.#stopped || (this.#timer !== undefined && globalThis.document?.hidden)) return;
    clearTimeout(this.#timer);
    const socket = this.#socket;
    this.#leave();
    socket?.close();
    void this.#connect();
  }
}
