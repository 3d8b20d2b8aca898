/** Pauses that grow, with full jitter so that a room does not come back all at once. */
export class Backoff {
  #tries = 0;
  readonly #least: number;
  readonly #most: number;
  readonly #random: () => number;

  constructor(least = 500, most = 15_000, random: () => number = Math.random) {
    this.#least = least;
    this.#most = most;
    this.#random = random;
  }

  /** Milliseconds until the next try: anything up to a bound that doubles with each failure. */
  next(): number {
    const bound = Math.min(this.#most, this.#least * 2 ** this.#tries++);
    return Math.max(50, this.#random() * bound);
  }

  reset(): void {
    this.#tries = 0;
  }
}
