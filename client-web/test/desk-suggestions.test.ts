import { describe, expect, it } from 'vitest';
import { computed, nameFrom, nameOfWords, stillStanding } from '../src/lib/desk-suggestions';
import type { ActivityView, EntryView, Suggestions } from '../src/wire/wire';

const suggestions: Suggestions = {
  duplicates: [{ entries: ['a', 'b'], alike: 0.93, sameWords: false }],
  themes: [{ words: ['rad', 'weg'], entries: ['a', 'b', 'c'], alike: 0.2 }],
};
const entries = [
  { id: 'a', text: 'Mehr Radwege' },
  { id: 'b', text: 'mehr Radwege!' },
  { id: 'c', text: 'Radweg zum Bahnhof' },
  { id: 'd', text: 'Bänke' },
] as EntryView[];
const step = (changed: Record<string, Partial<EntryView>> = {}, gone: string[] = []) =>
  ({
    id: 'ideas',
    entries: entries.filter((each) => !gone.includes(each.id)).map((each) => ({ ...each, ...changed[each.id] })),
  }) as unknown as ActivityView;
const standing = (now: ActivityView, ignored: string[] = []) => {
  const { duplicates, themes } = stillStanding(computed(suggestions, step()), now, new Set(ignored));
  return {
    duplicates: duplicates.map(({ cards }) => cards.map((each) => each.id).join('')),
    themes: themes.map(({ cards }) => cards.map((each) => each.id).join('')),
    cluster: duplicates[0]?.cluster,
  };
};

describe('suggestions', () => {
  it('stand as the server has computed them', () => {
    expect(standing(step())).toEqual({ duplicates: ['ab'], themes: ['abc'], cluster: undefined });
  });

  it('lose cards that were changed, withdrawn or removed since, and fall with less than two', () => {
    expect(standing(step({ b: { text: 'Weniger Radwege' } }))).toMatchObject({ duplicates: [], themes: ['ac'] });
    expect(standing(step({ a: { withdrawn: true } }))).toMatchObject({ duplicates: [], themes: ['bc'] });
    expect(standing(step({}, ['a', 'b']))).toMatchObject({ duplicates: [], themes: [] });
  });

  it('of near-duplicates fall when these lie together, and come back when that is undone', () => {
    const together = { a: { cluster: 'one' }, b: { cluster: 'one' } };
    const found = computed(suggestions, step());
    const pairs = (now: ActivityView) => stillStanding(found, now, new Set()).duplicates.length;
    expect([step(), step(together), step()].map(pairs)).toEqual([1, 0, 1]);
  });

  it('name the cluster that the others can join, if there is one alone', () => {
    expect(standing(step({ a: { cluster: 'one' } }))).toMatchObject({ duplicates: ['ab'], cluster: 'one' });
    const apart = { a: { cluster: 'one' }, b: { cluster: 'two' } };
    expect(standing(step(apart))).toMatchObject({ duplicates: ['ab'], cluster: undefined });
  });

  it('of a theme fall when its cards lie together or share a tag', () => {
    const all = (change: Partial<EntryView>) => step({ a: change, b: change, c: change });
    expect(standing(all({ cluster: 'one' })).themes).toEqual([]);
    expect(standing(all({ tags: ['t'] })).themes).toEqual([]);
    expect(standing(step({ a: { tags: ['t'] } })).themes).toEqual(['abc']);
  });

  it('stay away once they are ignored, also after a card has gone', () => {
    expect(standing(step(), ['a b'])).toMatchObject({ duplicates: [], themes: ['abc'] });
    expect(standing(step({}, ['c']), ['a b c']).themes).toEqual([]);
  });
});

describe('the name to begin with', () => {
  const named = (...texts: string[]) => nameFrom(texts.map((text, at) => ({ id: String(at), text })));

  it('is the shortest card', () => {
    expect(named('Mehr Bänke im ganzen Park', 'Mehr Bänke')).toBe('Mehr Bänke');
  });

  it('is one line of it, cut at a word', () => {
    expect(named('Mehr Bänke\nund Schatten')).toBe('Mehr Bänke');
    const long = named('Grundstücke sollen schneller und ohne viele Formulare an Familien vergeben werden');
    expect(long).toBe('Grundstücke sollen schneller und ohne viele Formulare an …');
    expect(named('x'.repeat(90)).length).toBeLessThanOrEqual(62);
  });

  it('begins with a capital where it is made of words', () => {
    expect(nameOfWords(['rad', 'weg'])).toBe('Rad, weg');
    expect(nameOfWords([])).toBe('');
  });
});
