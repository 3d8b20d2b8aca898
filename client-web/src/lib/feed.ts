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

/** One feed that comes back by itself, and goes on where it was. */
export class Feed {
  #told: Told | undefined;
  #socket: WebSocket | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stopped = false;
  readonly #options: FeedOptions;
  readonly #backoff: Backoff;
  readonly #wake = () => this.#hurry();
  readonly #cut = () => this.#lose();

  constructor(options: FeedOptions) {
    this.#options = options;
    this.#backoff = options.backoff ?? new Backoff();
  }

  start(): void {
    globalThis.addEventListener('online', this.#wake);
    globalThis.addEventListener('offline', this.#cut);
    globalThis.addEventListener('visibilitychange', this.#wake);
    void this.#connect();
  }

  stop(): void {
    this.#stopped = true;
    globalThis.removeEventListener('online', this.#wake);
    globalThis.removeEventListener('offline', this.#cut);
    globalThis.removeEventListener('visibilitychange', this.#wake);
    clearTimeout(this.#timer);
    this.#socket?.close();
  }

  get told(): Told | undefined {
    return this.#told;
  }

  async #connect(): Promise<void> {
    this.#timer = undefined;
    this.#options.listener.connection('connecting');
    const hello = await this.#options.hello();
    if (this.#stopped) return;
    if (!hello) return this.#comeBack();
    const make = this.#options.socket ?? ((url: string) => new WebSocket(url));
    const socket = make(this.#options.url ?? ownUrl());
    this.#socket = socket;
    const seen = this.#told;
    socket.onopen = () => {
      socket.send(JSON.stringify(seen ? { ...hello, epoch: seen.epoch, revision: seen.revision } : hello));
      // At first nothing is said to who has missed nothing.
      if (seen) this.#online();
    };
    socket.onmessage = (event) => this.#heard(socket, String(event.data));
    socket.onclose = (event) => this.#closed(socket, event.code);
  }

  #heard(socket: WebSocket, text: string): void {
    if (socket !== this.#socket) return;
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
    this.#socket = undefined;
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

  /** Without a network a socket may stay silent for minutes before it is said to be closed. */
  #lose(): void {
    const socket = this.#socket;
    if (!socket) return;
    this.#closed(socket, 1006);
    socket.close();
  }

  /** The network is back, or somebody looks: do not wait any longer. */
  #hurry(): void {
    if (this.#timer === undefined || globalThis.document?.hidden) return;
    clearTimeout(this.#timer);
    void this.#connect();
  }
}
