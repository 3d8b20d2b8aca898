import type { ActivityView, EntryView } from '../wire/wire';

export const untagged = 'untagged';

/**
 * Which cards of a step are shown while they are tagged. Who tags a card goes on looking at it: what was shown stays
 * until the choice is made again.
 */
export class CardFilter {
  /** Empty: all cards. Otherwise `untagged` or the id of a tag. */
  #wanted = $state('');
  #kept = $state.raw<ReadonlySet<string>>(new Set());
  readonly #activity: () => ActivityView;

  /** A tag that is gone filters nothing. */
  readonly chosen = $derived.by(() => {
    if (this.#wanted === untagged || this.#activity().tags?.some((each) => each.id === this.#wanted))
      return this.#wanted;
    return '';
  });
  /** Cards that are shown although they do not match any more. */
  readonly left = $derived.by(() =>
    this.chosen === '' ? [] : this.#cards().filter((each) => this.#kept.has(each.id) && !this.#matches(each)),
  );
  readonly passes = (card: EntryView): boolean => this.chosen === '' || this.#matches(card) || this.#kept.has(card.id);

  constructor(activity: () => ActivityView) {
    this.#activity = activity;
  }

  choose(wanted: string): void {
    this.#wanted = wanted;
    this.#kept = new Set(this.#matching());
  }

  /** Cards that have come to match stay from now on. */
  follow(): void {
    if (this.chosen === '') return;
    const fresh = this.#matching().filter((each) => !this.#kept.has(each));
    if (fresh.length > 0) this.#kept = new Set([...this.#kept, ...fresh]);
  }

  #cards(): EntryView[] {
    return (this.#activity().entries ?? []).filter((each) => each.on === undefined);
  }

  #matching(): string[] {
    return this.chosen === ''
      ? []
      : this.#cards()
          .filter((each) => this.#matches(each))
          .map((each) => each.id);
  }

  #matches(card: EntryView): boolean {
    if (this.chosen === untagged) return !card.withdrawn && (card.tags ?? []).length === 0;
    return card.tags?.includes(this.chosen) ?? false;
  }
}
