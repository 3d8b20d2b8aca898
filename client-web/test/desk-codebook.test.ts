import { describe, expect, it } from 'vitest';
import { Board } from '../src/lib/desk-board.svelte';
import { choicesFor, codable, countsOf, namedBy, standing } from '../src/lib/desk-codebook';
import { CardFilter, untagged } from '../src/lib/desk-filter.svelte';
import type { ActivityView, EntryView } from '../src/wire/wire';
import { changing } from './props.svelte';

const tags = ['Busverkehr', 'Bänke', 'Omnibus', 'bus'].map((name) => ({ id: name, name, meaning: '' }));
const typed = (text: string, known = tags) =>
  choicesFor(known, text).map((each) => ('tag' in each ? each.tag.name : `new: ${each.name}`));

describe('what typing a tag leads to', () => {
  it('is the tag of that name, whatever its case and spaces', () => {
    expect(typed('  BUS ')).toEqual(['bus', 'Busverkehr', 'Omnibus']);
    expect(typed('bänke')).toEqual(['Bänke']);
  });

  it('is one that begins so, then a new one, then those that have it within', () => {
    expect(typed('Bus', tags.slice(0, 3))).toEqual(['Busverkehr', 'new: Bus', 'Omnibus']);
    expect(typed('omni')).toEqual(['Omnibus', 'new: omni']);
    expect(typed('nibus')).toEqual(['new: nibus', 'Omnibus']);
  });

  it('is a new one, with one space between its words', () => {
    expect(typed('  mehr   Schatten ')).toEqual(['new: mehr Schatten']);
  });

  it('is nothing while nothing is typed', () => {
    expect(typed('   ')).toEqual([]);
  });

  it('takes an umlaut that was composed of two signs for the same', () => {
    expect(typed('Ba\u0308nke')).toEqual(['Bänke']);
  });
});

const cards = [
  { id: 'a', text: 'A', tags: ['bus'] },
  { id: 'b', text: 'B', tags: ['bus', 'rad'] },
  { id: 'c', text: 'C' },
  { id: 'd', withdrawn: true, tags: ['rad'] },
  { id: 'e', text: 'a comment', on: 'a' },
] as EntryView[];

describe('the code book', () => {
  it('counts cards that can be read, and no comments', () => {
    expect([...countsOf(cards)]).toEqual([
      ['bus', 2],
      ['rad', 1],
    ]);
    expect(codable(cards).map((each) => each.id)).toEqual(['a', 'b', 'c']);
  });

  it('tells whether all, some or none of the cards have a tag', () => {
    expect(standing(cards.slice(0, 2), 'bus')).toBe('all');
    expect(standing(cards.slice(0, 2), 'rad')).toBe('some');
    expect(standing(cards.slice(2, 3), 'bus')).toBe('none');
    expect(standing([], 'bus')).toBe('none');
  });
});

describe('the filter of the cards', () => {
  const some = () =>
    changing({
      activity: {
        id: 'ideas',
        tags: [
          { id: 'bus', name: 'Bus', meaning: '' },
          { id: 'rad', name: 'Rad', meaning: '' },
        ],
        entries: cards,
      } as unknown as ActivityView,
    });
  const shown = (filter: CardFilter, activity: ActivityView) =>
    (activity.entries ?? [])
      .filter((each) => each.on === undefined && filter.passes(each))
      .map((each) => each.id)
      .join('');
  const tag = (activity: ActivityView, id: string, tags: string[] | undefined): ActivityView => ({
    ...activity,
    entries: activity.entries!.map((each) => (each.id === id ? ({ ...each, tags } as EntryView) : each)),
  });

  it('shows all, those without a tag that can be read, or those of one tag', () => {
    const props = some();
    const filter = new CardFilter(() => props.activity);
    expect(shown(filter, props.activity)).toBe('abcd');
    filter.choose(untagged);
    expect(shown(filter, props.activity)).toBe('c');
    filter.choose('rad');
    expect(shown(filter, props.activity)).toBe('bd');
  });

  it('leaves a card in sight that was just tagged, until the choice is made again', () => {
    const props = some();
    const filter = new CardFilter(() => props.activity);
    filter.choose(untagged);
    props.activity = tag(props.activity, 'c', ['rad']);
    expect(shown(filter, props.activity)).toBe('c');
    expect(filter.left.map((each) => each.id)).toEqual(['c']);
    filter.choose(untagged);
    expect(shown(filter, props.activity)).toBe('');
    expect(filter.left).toEqual([]);
  });

  it('keeps cards that came to match later, once it has followed', () => {
    const props = some();
    const filter = new CardFilter(() => props.activity);
    filter.choose('rad');
    props.activity = tag(props.activity, 'a', ['rad']);
    filter.follow();
    props.activity = tag(props.activity, 'a', ['bus']);
    expect(shown(filter, props.activity)).toBe('abd');
  });

  it('filters nothing once its tag is gone', () => {
    const props = some();
    const filter = new CardFilter(() => props.activity);
    filter.choose('rad');
    props.activity = { ...props.activity, tags: [] };
    expect(filter.chosen).toBe('');
    expect(shown(filter, props.activity)).toBe('abcd');
  });

  it('hides cards of the board without losing their places, and unmarks what is hidden', () => {
    const props = some();
    const filter = new CardFilter(() => props.activity);
    const board = new Board(
      () => props.activity,
      () => 'Alone',
      filter.passes,
    );
    board.follow();
    board.put(['a'], '', false);
    expect(board.all.join('')).toBe('bcda');
    board.mark('a');
    board.mark('c');
    filter.choose(untagged);
    board.unmarkHidden();
    expect(board.all.join('')).toBe('c');
    expect([...board.marked]).toEqual(['c']);
    filter.choose('');
    expect(board.all.join('')).toBe('bcda');
  });
});

describe('a name that was typed out', () => {
  const book = ['Verkehrsberuhigung', 'Bänke'].map((name) => ({ id: name, name, meaning: '' }));

  it('is a new tag, also where another one begins so', () => {
    expect(namedBy(book, ' Verkehr ')).toEqual({ name: 'Verkehr' });
    expect(namedBy(book, ' ')).toBeUndefined();
  });

  it('is the tag of that name', () => {
    expect(namedBy(book, 'Verkehrsberuhigung')).toEqual({ tag: book[0] });
    expect(namedBy(book, 'bänke')).toEqual({ tag: book[1] });
  });
});
