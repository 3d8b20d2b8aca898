import type { Store } from './storage';

interface Kept {
  readonly turn: number;
  readonly sheet: string;
  /** The last card that was written here before it came, as own cards are counted. */
  readonly after: number;
  /** Numbers of the sheets of other turns. */
  readonly had: ReadonlyArray<number>;
}

export interface SheetSource {
  /** Where it is kept, for all tabs of this seat. */
  readonly store: Store;
  readonly activity: string;
  /** Nothing where none is to be had any more. */
  ask(turn: number, had: ReadonlyArray<number>): Promise<string | undefined>;
  /** Of the card that was written last on this device. */
  written(): number;
}

const againAfter = 20_000;

/** The sheet that this device has in the turn that runs. It is asked for once, and kept on the device until the next one. */
export class SheetInHand {
  #kept = $state.raw<Kept | undefined>();
  #asked: number | undefined;
  #again: ReturnType<typeof setTimeout> | undefined;
  #stopped = false;
  readonly #source: SheetSource;
  readonly #unwatch: () => void;

  constructor(source: SheetSource) {
    this.#source = source;
    this.#read();
    // Another tab has got it.
    this.#unwatch = source.store.watch(() => this.#read());
  }

  /** None while it is on its way. */
  of(turn: number): string | undefined {
    return this.#kept?.turn === turn ? this.#kept.sheet : undefined;
  }

  /** Whether a card was written since the sheet came. */
  isOfThisTurn({ nth }: { nth: number }): boolean {
    return nth > (this.#kept?.after ?? 0);
  }

  /** There has been none yet. */
  get isFirst(): boolean {
    return this.#kept === undefined;
  }

  /** Whether there was a sheet in an earlier turn. */
  get hadOne(): boolean {
    return (this.#kept?.had.length ?? 0) > 0;
  }

  want(turn: number): void {
    if (this.of(turn) !== undefined || this.#asked === turn) return;
    this.#asked = turn;
    clearTimeout(this.#again);
    void this.#ask(turn);
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#again);
    this.#unwatch();
  }

  async #ask(turn: number): Promise<void> {
    const had = this.#had();
    const sheet = await this.#source.ask(turn, had).catch(() => undefined);
    this.#read();
    // What came is kept, also when somebody has gone to another step: they come back.
    if (sheet !== undefined) return this.#keep({ turn, sheet, after: this.#source.written(), had });
    if (this.#asked !== turn || this.#stopped) return;
    this.#again = setTimeout(() => {
      this.#asked = undefined;
      this.want(turn);
    }, againAfter);
  }

  #keep(kept: Kept): void {
    if (this.#kept && this.#kept.turn >= kept.turn) return;
    this.#kept = kept;
    this.#source.store.write(this.#source.activity, kept);
  }

  #had(): number[] {
    if (!this.#kept) return [];
    return [...new Set([...this.#kept.had, Number(this.#kept.sheet)])];
  }

  #read(): void {
    const kept = this.#source.store.read<Kept>(this.#source.activity);
    if (kept?.turn !== this.#kept?.turn || kept?.sheet !== this.#kept?.sheet) this.#kept = kept;
  }
}
