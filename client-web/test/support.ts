import type { Answer } from '../src/lib/api';
import type { Envelope, ErrorCode, Received } from '../src/wire/wire';

/** A browser's storage that several tabs share, and that can be full. */
export class SharedStorage implements Storage {
  readonly entries = new Map<string, string>();
  full = false;

  get length(): number {
    return this.entries.size;
  }
  clear(): void {
    this.entries.clear();
  }
  getItem(key: string): string | null {
    return this.entries.get(key) ?? null;
  }
  key(at: number): string | null {
    return [...this.entries.keys()][at] ?? null;
  }
  removeItem(key: string): void {
    this.entries.delete(key);
  }
  setItem(key: string, value: string): void {
    if (this.full) throw new DOMException('full', 'QuotaExceededError');
    this.entries.set(key, value);
  }
}

export const received: Answer<Received> = { kind: 'ok', body: { received: true } };
export const silence: Answer<Received> = { kind: 'silence' };

export function refusal(code: ErrorCode, status = 409, retryAfter?: number): Answer<Received> {
  const words = { de: code, en: code };
  const more = retryAfter === undefined ? {} : { retryAfter };
  return { kind: 'refusal', status, error: { code, message: words, advice: words }, ...more };
}

/** A letterbox of the server: answers as it is told, and keeps what came. */
export class Slot {
  readonly came: Envelope[] = [];
  answers: Answer<Received>[] = [];
  /** When set, answers wait until `release` is called. */
  held = false;
  #waiting: (() => void)[] = [];

  readonly send = async (envelope: Envelope): Promise<Answer<Received>> => {
    this.came.push(envelope);
    if (this.held) await new Promise<void>((done) => this.#waiting.push(done));
    return this.answers.shift() ?? received;
  };

  release(): void {
    for (const each of this.#waiting.splice(0)) each();
  }
}

/** Until everything that is due now has happened. */
export async function idle(): Promise<void> {
  for (let at = 0; at < 50; ++at) await Promise.resolve();
}
