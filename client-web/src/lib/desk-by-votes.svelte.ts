import type { ActivityView } from '../wire/wire';
import { inOrder } from './card-order';
import { mostSupportedFirst, wallOf } from './wall';

/** Cards in the order of their votes as it was when somebody asked for it: nothing moves while it is read. */
export class ByVotes {
  readonly #activity: () => ActivityView;
  #order = $state.raw<ReadonlyArray<string>>([]);
  readonly #wall = $derived.by(() => wallOf(this.#activity()));
  /** New ones come at the end. */
  readonly cards = $derived(inOrder(this.#wall.cards, this.#order));
  readonly comments = $derived(this.#wall.comments);
  /** The votes have another order by now. */
  readonly outdated = $derived(mostSupportedFirst(this.cards).some((each, at) => each.id !== this.cards[at]?.id));

  constructor(activity: () => ActivityView) {
    this.#activity = activity;
    this.sort();
  }

  sort(): void {
    this.#order = mostSupportedFirst(this.cards).map((each) => each.id);
  }

  /** The card to which an arrow, Home or End leads. */
  neighbour(card: string, key: string): string | undefined {
    const { cards } = this;
    const at = cards.findIndex((each) => each.id === card);
    if (key === 'Home') return cards[0]?.id;
    if (key === 'End') return cards.at(-1)?.id;
    return cards[at + (key === 'ArrowDown' ? 1 : -1)]?.id;
  }
}
