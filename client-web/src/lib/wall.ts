import type { ActivityView, EntryView } from '../wire/wire';

/** Cards that stand for themselves, and the comments under them. */
export interface Wall {
  readonly cards: ReadonlyArray<EntryView>;
  readonly comments: ReadonlyMap<string, ReadonlyArray<EntryView>>;
}

export function wallOf(activity: ActivityView): Wall {
  const comments = new Map<string, EntryView[]>();
  const cards: EntryView[] = [];
  for (const entry of activity.entries ?? []) {
    if (entry.on === undefined) cards.push(entry);
    else comments.set(entry.on, [...(comments.get(entry.on) ?? []), entry]);
  }
  return { cards, comments };
}

/**
 * The cards with the most votes first, those that were answered last. What is alike stays in its order: it changes with
 * the published numbers alone.
 */
export function mostSupportedFirst(cards: ReadonlyArray<EntryView>): EntryView[] {
  const votes = (card: EntryView) => card.upVotes ?? 0;
  return [...cards].sort(
    (one, other) => Number(one.answered ?? false) - Number(other.answered ?? false) || votes(other) - votes(one),
  );
}
