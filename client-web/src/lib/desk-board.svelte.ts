import type { ActivityView, EntryView } from '../wire/wire';
import { wallOf } from './wall';

export interface Column {
  /** Empty for the cards that stand alone. */
  id: string;
  name: string;
  cards: EntryView[];
}

/** The cards of a step while they are arranged: where they lie on this page, which are marked, where the keys are. */
export class Board {
  marked = $state.raw<ReadonlySet<string>>(new Set());
  current = $state<string | undefined>();
  /** Where cards were put, before the server has said so. */
  #put = $state.raw<ReadonlyMap<string, string>>(new Map());
  /** The order on this page; what others do never changes it. */
  #order = $state.raw<ReadonlyArray<string>>([]);
  #dragged = $state.raw<Column[] | undefined>();
  readonly #activity: () => ActivityView;
  readonly #alone: () => string;
  readonly #passes: (card: EntryView) => boolean;

  readonly wall = $derived.by(() => wallOf(this.#activity()));
  readonly clusters = $derived.by(() => this.#activity().clusters ?? []);
  readonly columns = $derived.by((): Column[] => {
    const rank = new Map(this.#order.map((each, at) => [each, at]));
    const rankOf = (card: EntryView) => rank.get(card.id) ?? this.#order.length;
    const cards = [...this.wall.cards].sort((one, other) => rankOf(one) - rankOf(other));
    return [{ id: '', name: this.#alone() }, ...this.clusters].map(({ id, name }) => ({
      id,
      name,
      cards: cards.filter((each) => this.#placeOf(each) === id && this.#passes(each)),
    }));
  });
  /** While something is dragged the library decides what lies where. */
  readonly shown = $derived(this.#dragged ?? this.columns);
  readonly all = $derived(this.shown.flatMap((each) => each.cards.map((card) => card.id)));
  readonly focusable = $derived(
    this.current !== undefined && this.all.includes(this.current) ? this.current : this.all[0],
  );

  /** `alone` names the column of the cards that stand alone; cards that do not pass keep their places out of sight. */
  constructor(activity: () => ActivityView, alone: () => string, passes: (card: EntryView) => boolean = () => true) {
    this.#activity = activity;
    this.#alone = alone;
    this.#passes = passes;
  }

  #placeOf(card: EntryView): string {
    const place = this.#put.get(card.id) ?? card.cluster ?? '';
    return this.clusters.some((each) => each.id === place) ? place : '';
  }

  /** New cards come at the end, gone ones leave. */
  follow(): void {
    const { cards } = this.wall;
    const there = new Set(cards.map((each) => each.id));
    const known = this.#order.filter((each) => there.has(each));
    const fresh = cards.filter((each) => !known.includes(each.id)).map((each) => each.id);
    if (fresh.length > 0 || known.length !== this.#order.length) this.#order = [...known, ...fresh];
    if ([...this.marked].some((each) => !there.has(each)))
      this.marked = new Set([...this.marked].filter((each) => there.has(each)));
  }

  nameOf(column: string): string {
    return this.columns.find((each) => each.id === column)?.name ?? '';
  }

  textOf(card: string): string {
    return (this.wall.cards.find((each) => each.id === card)?.text ?? '').slice(0, 80);
  }

  mark(card: string): void {
    const now = new Set(this.marked);
    if (!now.delete(card)) now.add(card);
    this.marked = now;
  }

  /** After the filter: nothing happens to cards that nobody sees. */
  unmarkHidden(): void {
    this.marked = new Set(this.all.filter((each) => this.marked.has(each)));
  }

  /** What is meant: all that is marked, if this card is one of them. */
  meant(card: string): string[] {
    return this.marked.has(card) ? this.all.filter((each) => this.marked.has(each)) : [card];
  }

  /** Shows the cards in a column at once; the way back is for when the server refuses. */
  put(cards: ReadonlyArray<string>, column: string, keepOrder: boolean): () => void {
    const before = this.#put;
    this.#put = new Map([...before, ...cards.map((each) => [each, column] as const)]);
    if (!keepOrder) this.#order = [...this.#order.filter((each) => !cards.includes(each)), ...cards];
    return () => (this.#put = before);
  }

  /** From now on the feed says where they are. */
  trustFeed(cards: ReadonlyArray<string> = [...this.#put.keys()]): void {
    this.#put = new Map([...this.#put].filter(([each]) => !cards.includes(each)));
  }

  drag(column: string, cards: EntryView[]): void {
    this.#dragged = this.shown.map((each) => (each.id === column ? { ...each, cards } : each));
  }

  /** The cards that go to another column with the one that was dropped. */
  drop(column: string, items: ReadonlyArray<EntryView>, card: string): string[] {
    const cards = items.map((each) => each.id);
    this.#order = [...this.#order.filter((each) => !cards.includes(each)), ...cards];
    const from = this.columns.find((each) => each.cards.some((one) => one.id === card))?.id;
    const together = from === column ? [] : this.meant(card);
    if (together.length > 0) this.put(together, column, true);
    return together;
  }

  dropped(): void {
    this.#dragged = undefined;
  }

  /** The card to which an arrow, Home or End leads. */
  neighbour(card: string, key: string): string | undefined {
    const { shown } = this;
    const at = shown.findIndex((each) => each.cards.some((one) => one.id === card));
    const column = shown[at];
    if (!column) return undefined;
    const row = column.cards.findIndex((each) => each.id === card);
    if (key === 'ArrowDown' || key === 'ArrowUp') return column.cards[row + (key === 'ArrowDown' ? 1 : -1)]?.id;
    if (key === 'Home') return column.cards[0]?.id;
    if (key === 'End') return column.cards.at(-1)?.id;
    const by = key === 'ArrowRight' ? 1 : -1;
    for (let to = at + by; shown[to]; to += by) {
      const { cards } = shown[to]!;
      if (cards.length > 0) return cards[Math.min(row, cards.length - 1)]?.id;
    }
    return undefined;
  }
}
