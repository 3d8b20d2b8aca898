import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadCollectingTexts } from '../src/i18n/collecting';
import { SheetInHand } from '../src/lib/sheet-in-hand.svelte';
import { onSheet, sectionsOf } from '../src/lib/sheets';
import { Store } from '../src/lib/storage';
import { mostSupportedFirst } from '../src/lib/wall';
import type { EntryView } from '../src/wire/wire';
import { idle, SharedStorage } from './support';

beforeAll(() => loadCollectingTexts());

const entries: EntryView[] = [
  { id: 'c', section: '10', text: 'benches' },
  { id: 'b', section: '2', text: 'trees' },
  { id: 'a', section: '2', text: 'shade' },
  { id: 'd', text: 'entered at the desk' },
];

describe('the sections of an activity', () => {
  it('are those that were planned', () => {
    const sections = [{ id: 's', title: 'Streets' }];
    expect(sectionsOf({ sections, entries })).toBe(sections);
    expect(sectionsOf({})).toEqual([]);
  });

  it('are the sheets with cards where sheets go round, by their numbers', () => {
    expect(sectionsOf({ brainwriting: {}, entries })).toEqual([
      { id: '2', title: 'Blatt 2' },
      { id: '10', title: 'Blatt 10' },
    ]);
    expect(sectionsOf({ brainwriting: {} })).toEqual([]);
  });

  it('hold their cards by the random ids', () => {
    expect(onSheet({ entries }, '2').map((each) => each.id)).toEqual(['a', 'b']);
    expect(onSheet({}, '2')).toEqual([]);
  });
});

describe('cards that people support', () => {
  const order = (cards: Partial<EntryView>[]) => mostSupportedFirst(cards as EntryView[]).map((each) => each.id);

  it('stand by their votes, and where these are alike as before', () => {
    const cards = [{ id: 'z' }, { id: 'y', upVotes: 2 }, { id: 'x', upVotes: 7 }, { id: 'w', upVotes: 2 }, { id: 'a' }];
    expect(order(cards)).toEqual(['x', 'y', 'w', 'z', 'a']);
  });

  it('stand at the end when they were answered, by their votes as well', () => {
    const cards = [
      { id: 'a', upVotes: 3, answered: true },
      { id: 'b' },
      { id: 'c', upVotes: 9, answered: true },
      { id: 'd', upVotes: 1 },
    ];
    expect(order(cards)).toEqual(['d', 'b', 'c', 'a']);
  });
});

describe('the sheet in hand', () => {
  let disk: SharedStorage;
  let asked: { turn: number; had: ReadonlyArray<number> }[];
  let answers: ((sheet: string | undefined) => void)[];
  let written: number;
  let hands: SheetInHand[];

  beforeEach(() => {
    vi.useFakeTimers();
    disk = new SharedStorage();
    asked = [];
    answers = [];
    written = 0;
    hands = [];
  });
  afterEach(() => {
    for (const each of hands) each.stop();
    vi.useRealTimers();
  });

  function take(): SheetInHand {
    const hand = new SheetInHand({
      store: new Store(disk, 'k:'),
      activity: 'ideas',
      ask: (turn, had) => {
        asked.push({ turn, had });
        return new Promise((done) => answers.push(done));
      },
      written: () => written,
    });
    hands.push(hand);
    return hand;
  }
  async function given(sheet: string | undefined): Promise<void> {
    answers.shift()?.(sheet);
    await idle();
  }
  const toldTabs = () => globalThis.dispatchEvent(new StorageEvent('storage', { key: 'k:ideas' }));

  it('is asked for once in a turn, and kept when the page comes again', async () => {
    const hand = take();
    hand.want(1);
    hand.want(1);
    expect(hand.of(1)).toBeUndefined();
    expect(hand.isFirst).toBe(true);
    await given('7');
    hand.want(1);
    expect(hand.of(1)).toBe('7');
    const again = take();
    again.want(1);
    expect(again.of(1)).toBe('7');
    expect(asked).toEqual([{ turn: 1, had: [] }]);
  });

  it('is another one in the next turn, and all before are named', async () => {
    const hand = take();
    for (const [turn, sheet] of [
      [1, '7'],
      [2, '3'],
      [3, '7'],
    ] as const) {
      hand.want(turn);
      expect(hand.of(turn)).toBeUndefined();
      await given(sheet);
    }
    hand.want(4);
    expect(asked.map((each) => each.had)).toEqual([[], [7], [7, 3], [7, 3]]);
    expect(hand.of(3)).toBe('7');
    expect(hand.of(4)).toBeUndefined();
    expect(hand.hadOne).toBe(true);
  });

  it('tells cards of its turn from earlier ones', async () => {
    const hand = take();
    written = 4;
    hand.want(2);
    await given('1');
    expect([4, 5].map((nth) => hand.isOfThisTurn({ nth }))).toEqual([false, true]);
    expect(hand.hadOne).toBe(false);
  });

  it('is that of the other tab, which may have written on it', async () => {
    const [one, other] = [take(), take()];
    one.want(1);
    other.want(1);
    await given('2');
    toldTabs();
    expect(other.of(1)).toBe('2');
    written = 3;
    await given('2');
    expect(other.isOfThisTurn({ nth: 1 })).toBe(true);
  });

  it('is asked for again after a while when none came, as long as the turn runs', async () => {
    const hand = take();
    hand.want(1);
    await given(undefined);
    expect(asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(asked.map((each) => each.turn)).toEqual([1, 1]);
    hand.want(2);
    await given(undefined);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked.map((each) => each.turn)).toEqual([1, 1, 2]);
  });

  it('of a turn that has passed does not take the place of the next', async () => {
    const hand = take();
    hand.want(1);
    hand.want(2);
    const [first, second] = answers;
    second?.('5');
    await idle();
    first?.('9');
    await idle();
    expect(hand.of(2)).toBe('5');
  });

  it('is kept also when it comes after somebody has gone to another step', async () => {
    const hand = take();
    hand.want(1);
    hand.stop();
    await given('6');
    expect(take().of(1)).toBe('6');
  });

  it('is not asked for again where nobody looks any more', async () => {
    const hand = take();
    hand.want(1);
    hand.stop();
    await given(undefined);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toHaveLength(1);
  });
});
