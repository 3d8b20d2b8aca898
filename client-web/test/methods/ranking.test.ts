import { describe, expect, it } from 'vitest';
import { lastRoundOf, moved, placed } from '../../src/methods/ranking/order';
import type { RankingResult } from '../../src/wire/wire';

const tally = (points: number[], more: Partial<RankingResult> = {}): RankingResult => ({
  method: 'ranking',
  rows: points.map((each) => ({ points: each, first: 0, ranked: 0 })),
  pairwise: [],
  smithSet: [],
  runoff: [],
  ballots: 5,
  abstentions: 0,
  ...more,
});
const round = (counts: Record<number, number>, eliminated: number[]) => ({
  counts: Object.entries(counts).map(([item, ballots]) => ({ item: Number(item), ballots })),
  exhausted: 0,
  eliminated,
  tied: false,
});

describe('a ranking', () => {
  it('is changed one place at a time, and not beyond its ends', () => {
    expect(moved([1, 2, 3], 3, -1)).toEqual([1, 3, 2]);
    expect(moved([1, 2, 3], 1, 1)).toEqual([2, 1, 3]);
    expect(moved([1, 2, 3], 1, -1)).toEqual([1, 2, 3]);
    expect(moved([1, 2, 3], 3, 1)).toEqual([1, 2, 3]);
    expect(moved([1, 2], 7, 1)).toEqual([1, 2]);
  });

  it('is shown by points, and ties share a place', () => {
    expect(placed(tally([3, 7, 3, 1]), 'borda')).toEqual([
      { item: 1, place: 1 },
      { item: 0, place: 2 },
      { item: 2, place: 2 },
      { item: 3, place: 4 },
    ]);
  });

  it('is shown by the runoff: who goes out last stands highest', () => {
    const runoff = [
      round({ 0: 5, 1: 4, 2: 3, 3: 1 }, [3]),
      round({ 0: 5, 1: 4, 2: 4 }, [2]),
      round({ 0: 5, 1: 8 }, []),
    ];
    const order = placed(tally([9, 1, 1, 1], { runoff, runoffWinner: 1 }), 'instant_runoff');
    expect(order.map((each) => each.item)).toEqual([1, 0, 2, 3]);
    expect(order.map((each) => each.place)).toEqual([1, 2, 3, 4]);
  });

  it('tells the ballots of the last round of each', () => {
    const runoff = [round({ 0: 5, 1: 4, 2: 3 }, [2]), round({ 0: 5, 1: 7 }, [])];
    const last = [0, 1, 2, 3].map((item) => lastRoundOf(tally([9, 1, 1, 1], { runoff }), item));
    expect(last).toEqual([{ ballots: 5, round: 2 }, { ballots: 7, round: 2 }, { ballots: 3, round: 1 }, undefined]);
  });

  it('has nobody before the other when the runoff ends in a tie', () => {
    const runoff = [round({ 0: 4, 1: 4 }, [])];
    const order = placed(tally([1, 2], { runoff }), 'instant_runoff');
    expect(order.map((each) => each.place)).toEqual([1, 1]);
  });

  it('is shown by points where there was no runoff', () => {
    expect(placed(tally([1, 2]), 'instant_runoff').map((each) => each.item)).toEqual([1, 0]);
  });
});
