import type { DrawnStamps } from '../wire/wire';
import type { Store } from './storage';

interface Cards {
  all: string[];
  unused: string[];
}

interface Held {
  rounds: string[];
  second: Record<string, string>;
  address?: string;
  entries: Record<string, { last: number; unused: string[] }>;
  /** Where cards are limited: all that this seat gets, and those that are left. */
  cards?: Record<string, Cards>;
  /** For signing up by name, by activity. */
  signUps?: Record<string, string>;
  /** For saying which cards one supports, by activity. */
  upVotes?: Record<string, string>;
  /** For a sheet of brainwriting, by activity: of the newest turn that was heard of. */
  sheets?: Record<string, { turn: number; stamp: string }>;
}

const nothing: Held = { rounds: [], second: {}, entries: {} };

/**
 * Card stamps are given again and again, whatever was used, and more of them where each turn allows some: the first ones
 * stay the same. Others than before are those of another seat.
 */
function cardsAfter(known: Cards | undefined, stamps: ReadonlyArray<string>): Cards {
  if (!known?.all.every((each, at) => each === (stamps[at] ?? each))) return { all: [...stamps], unused: [...stamps] };
  const more = stamps.slice(known.all.length);
  return { all: [...known.all, ...more], unused: [...known.unused, ...more] };
}

/** The stamps of this browser's seat. Tabs share them: they are read from and written to the storage at each use. */
export class Purse {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  add(drawn: DrawnStamps): void {
    const held = this.#held();
    held.rounds = [...drawn.rounds];
    held.address = drawn.address;
    // Second-round stamps are not given again once the first round is over.
    for (const { slot, stamp } of drawn.secondRounds) held.second[slot] = stamp;
    for (const { activity, batch, stamps } of drawn.entries) {
      const known = held.entries[activity];
      if (known && batch <= known.last) continue;
      held.entries[activity] = { last: batch, unused: [...(known?.unused ?? []), ...stamps] };
    }
    for (const { activity, stamp } of drawn.signUps) held.signUps = { ...held.signUps, [activity]: stamp };
    for (const { activity, stamp } of drawn.upVotes) held.upVotes = { ...held.upVotes, [activity]: stamp };
    for (const { activity, ...sheet } of drawn.sheets)
      if (sheet.turn >= (held.sheets?.[activity]?.turn ?? 0)) held.sheets = { ...held.sheets, [activity]: sheet };
    for (const { activity, stamps } of drawn.cards)
      held.cards = { ...held.cards, [activity]: cardsAfter(held.cards?.[activity], stamps) };
    this.#store.write('purse', held);
  }

  /** The next card stamp of an activity whose cards are limited, for good. */
  takeCard(activity: string): string | undefined {
    const held = this.#held();
    const stamp = held.cards?.[activity]?.unused.shift();
    if (stamp !== undefined) this.#store.write('purse', held);
    return stamp;
  }

  /** A card stamp that was not used after all. */
  putBack(activity: string, stamp: string): void {
    const held = this.#held();
    const cards = held.cards?.[activity];
    if (!cards?.all.includes(stamp) || cards.unused.includes(stamp)) return;
    cards.unused.unshift(stamp);
    this.#store.write('purse', held);
  }

  /** How many card stamps are left; undefined where none were drawn. */
  cardsLeft(activity: string): number | undefined {
    return this.#held().cards?.[activity]?.unused.length;
  }

  /** How many card stamps this seat got, used or not. */
  cardsDrawn(activity: string): number {
    return this.#held().cards?.[activity]?.all.length ?? 0;
  }

  /** The next entry stamp of an activity, for good; none while the next batch is awaited. */
  takeEntry(activity: string): string | undefined {
    const held = this.#held();
    const stamp = held.entries[activity]?.unused.shift();
    if (stamp !== undefined) this.#store.write('purse', held);
    return stamp;
  }

  round(slot: number): string | undefined {
    return this.#held().rounds[slot];
  }

  /** None for a seat that came after the first round was closed. */
  secondRound(slot: number): string | undefined {
    return this.#held().second[slot];
  }

  address(): string | undefined {
    return this.#held().address;
  }

  signUp(activity: string): string | undefined {
    return this.#held().signUps?.[activity];
  }

  upVotes(activity: string): string | undefined {
    return this.#held().upVotes?.[activity];
  }

  /** For a sheet of this turn, and of no other. */
  sheet(activity: string, turn: number): string | undefined {
    const held = this.#held().sheets?.[activity];
    return held?.turn === turn ? held.stamp : undefined;
  }

  /** After the end: what could tell of ballots and entries goes. */
  keepAddressOnly(): void {
    const { address } = this.#held();
    this.#store.write('purse', { ...nothing, ...(address === undefined ? {} : { address }) });
  }

  /** For another seat. */
  empty(): void {
    this.#store.remove('purse');
  }

  rounds(): number {
    return this.#held().rounds.length;
  }

  /** For the next drawing: from which batch on. */
  since(): Record<string, number> {
    return Object.fromEntries(Object.entries(this.#held().entries).map(([id, held]) => [id, held.last + 1]));
  }

  batch(activity: string): number {
    return this.#held().entries[activity]?.last ?? -1;
  }

  #held(): Held {
    return structuredClone(this.#store.read<Held>('purse') ?? nothing);
  }
}
