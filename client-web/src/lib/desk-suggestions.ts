import type { ActivityView, EntryView, Suggestions } from '../wire/wire';

export interface DuplicateGroup {
  /** Names the group among all, also after a new computation. */
  readonly key: string;
  readonly cards: ReadonlyArray<EntryView>;
  /** From 0 to 1. */
  readonly alike: number;
  readonly sameWords: boolean;
  /** The only cluster that any of them lies in: the others can join it. */
  readonly cluster: string | undefined;
}

export interface Theme {
  readonly key: string;
  readonly words: ReadonlyArray<string>;
  readonly cards: ReadonlyArray<EntryView>;
}

export interface StandingSuggestions {
  readonly duplicates: ReadonlyArray<DuplicateGroup>;
  readonly themes: ReadonlyArray<Theme>;
}

/** What the server has computed, and the words it was computed from. */
export interface Computed {
  readonly suggestions: Suggestions;
  readonly texts: ReadonlyMap<string, string>;
}

/** Cards that the server compares: everybody sees them, and they stand for themselves. */
export function comparable(activity: ActivityView): EntryView[] {
  return (activity.entries ?? []).filter((each) => each.on === undefined && !each.withdrawn);
}

export function computed(suggestions: Suggestions, activity: ActivityView): Computed {
  return { suggestions, texts: new Map(comparable(activity).map((each) => [each.id, each.text ?? ''])) };
}

const keyOf = (entries: ReadonlyArray<string>) => [...entries].sort().join(' ');

function common(cards: ReadonlyArray<EntryView>): boolean {
  const [first] = cards;
  const sameCluster = first?.cluster !== undefined && cards.every((each) => each.cluster === first.cluster);
  return sameCluster || (first?.tags ?? []).some((tag) => cards.every((each) => each.tags?.includes(tag)));
}

/**
 * What of it still stands: without cards that are gone or were changed since, without groups that lie together already,
 * and without what was ignored. So an action that is taken back brings its suggestion back.
 */
export function stillStanding(
  { suggestions, texts }: Computed,
  activity: ActivityView,
  ignored: ReadonlySet<string>,
): StandingSuggestions {
  const now = new Map(comparable(activity).map((each) => [each.id, each]));
  const cardsOf = (entries: ReadonlyArray<string>) =>
    entries.flatMap((id) => {
      const card = now.get(id);
      return card && (texts.get(id) ?? card.text) === card.text ? [card] : [];
    });

  const duplicates = suggestions.duplicates.flatMap(({ entries, alike, sameWords }) => {
    const cards = cardsOf(entries);
    const clusters = new Set(cards.flatMap((each) => each.cluster ?? []));
    const together = clusters.size === 1 && cards.every((each) => each.cluster !== undefined);
    if (cards.length < 2 || together || ignored.has(keyOf(entries))) return [];
    const cluster = clusters.size === 1 ? [...clusters][0] : undefined;
    return [{ key: keyOf(entries), cards, alike, sameWords, cluster }];
  });
  const themes = suggestions.themes.flatMap(({ entries, words }) => {
    const cards = cardsOf(entries);
    if (cards.length < 2 || common(cards) || ignored.has(keyOf(entries))) return [];
    return [{ key: keyOf(entries), words, cards }];
  });
  return { duplicates, themes };
}

const longestName = 60;

/** A name to begin with: that of a short card, cut at a word. */
export function nameFrom(cards: ReadonlyArray<EntryView>): string {
  const lines = cards.map((each) => (each.text ?? '').trim().split('\n')[0]!.trim());
  const shortest = lines.filter((each) => each !== '').sort((one, other) => one.length - other.length)[0] ?? '';
  if (shortest.length <= longestName) return shortest;
  const cut = shortest.slice(0, longestName);
  const end = cut.lastIndexOf(' ');
  return `${(end > longestName / 2 ? cut.slice(0, end) : [...cut].slice(0, -1).join('')).trimEnd()} …`;
}

/** "rad", "weg": "Rad, weg" */
export function nameOfWords(words: ReadonlyArray<string>): string {
  const name = words.join(', ');
  return name.charAt(0).toLocaleUpperCase('de') + name.slice(1);
}
