/**
 * What assistive technology is told. Own actions are spoken at once; floods are counted and spoken at most every
 * `interval` milliseconds, and never within three seconds of a key press.
 */
export class Announcer {
  readonly #speak: (text: string) => void;
  readonly #interval: number;
  readonly #now: () => number;
  #last = -Infinity;
  #typedAt = -Infinity;
  #count = 0;
  #words: (count: number) => string = String;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(speak: (text: string) => void, interval = 10_000, now: () => number = () => performance.now()) {
    this.#speak = speak;
    this.#interval = interval;
    this.#now = now;
  }

  say(text: string): void {
    this.#speak(text);
  }

  typing(): void {
    this.#typedAt = this.#now();
  }

  arrived(count: number, words: (count: number) => string): void {
    this.#count += count;
    this.#words = words;
    this.#arm();
  }

  /** What was counted has been seen. */
  reset(): void {
    this.#count = 0;
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #arm(): void {
    if (this.#timer !== undefined || this.#count === 0) return;
    const now = this.#now();
    const wait = Math.max(this.#last + this.#interval - now, this.#typedAt + 3000 - now, 1000);
    this.#timer = setTimeout(() => this.#due(), wait);
  }

  #due(): void {
    this.#timer = undefined;
    if (this.#now() - this.#typedAt < 3000) return this.#arm();
    const count = this.#count;
    this.#count = 0;
    this.#last = this.#now();
    if (count > 0) this.#speak(this.#words(count));
  }
}
