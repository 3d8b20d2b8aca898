import type { EntryView, TagView } from '../wire/wire';

/** What typing a tag leads to: one that is there, or a new one. */
export type Choice = { readonly tag: TagView } | { readonly name: string };

/** As written in the code book: one space between words. */
export function tidy(typed: string): string {
  return typed.trim().replace(/\s+/g, ' ');
}

const folded = (text: string) => tidy(text).normalize('NFC').toLocaleLowerCase('de');

/**
 * The likeliest first, which Enter takes: the tag of that name, then those that begin so, then a new one, then those
 * that have it anywhere. So nobody gets a tag that begins otherwise without choosing it.
 */
export function choicesFor(tags: ReadonlyArray<TagView>, typed: string): Choice[] {
  const wanted = folded(typed);
  if (wanted === '') return [];
  const names = tags.map((tag) => ({ tag, name: folded(tag.name) }));
  const same = names.filter(({ name }) => name === wanted);
  const begin = names.filter(({ name }) => name !== wanted && name.startsWith(wanted));
  const contain = names.filter(({ name }) => !name.startsWith(wanted) && name.includes(wanted));
  const fresh = same.length === 0 ? [{ name: tidy(typed) }] : [];
  return [...same, ...begin].map(chosen).concat(fresh, contain.map(chosen));
}

/** For what somebody has typed out: the tag of that name, or a new one; never one that only begins so. */
export function namedBy(tags: ReadonlyArray<TagView>, typed: string): Choice | undefined {
  const name = tidy(typed);
  if (name === '') return undefined;
  const tag = tags.find((each) => each.name === name) ?? tags.find((each) => folded(each.name) === folded(name));
  return tag ? { tag } : { name };
}

function chosen({ tag }: { tag: TagView }): Choice {
  return { tag };
}

/** Cards that can be read; comments have no tags. */
export function codable(cards: ReadonlyArray<EntryView>): EntryView[] {
  return cards.filter((each) => each.on === undefined && !each.withdrawn);
}

/** How many cards have each tag. */
export function countsOf(cards: ReadonlyArray<EntryView>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const card of codable(cards)) for (const tag of card.tags ?? []) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return counts;
}

/** Whether all of these cards have the tag, or some, or none. */
export function standing(cards: ReadonlyArray<EntryView>, tag: string): 'all' | 'some' | 'none' {
  const having = cards.filter((each) => each.tags?.includes(tag)).length;
  if (having === 0) return 'none';
  return having === cards.length ? 'all' : 'some';
}
