import { describe, expect, it } from 'vitest';
import { weightiest } from '../src/lib/figures';
import { largest } from '../src/lib/fit';
import { shownOf } from '../src/methods/open_text/answers';

describe('what fits on the screen in the room', () => {
  it('is the largest number of which all fit', () => {
    for (const room of [0, 1, 4, 7]) expect(largest(7, (number) => number <= room)).toBe(room);
    expect(largest(7, () => true)).toBe(7);
    expect(largest(0, () => true)).toBe(0);
  });

  const rows = ['best', 'good', 'disputed', 'fair', 'disputed too'];
  const shown = (most: number) => weightiest(rows, most, (row) => row.startsWith('disputed'));

  it('is the best row, then what to talk about, then the next ones, all in their order', () => {
    expect(shown(5)).toEqual(rows);
    expect(shown(Infinity)).toEqual(rows);
    expect(shown(4)).toEqual(['best', 'good', 'disputed', 'disputed too']);
    expect(shown(3)).toEqual(['best', 'disputed', 'disputed too']);
    expect(shown(2)).toEqual(['best', 'disputed']);
  });
  it('is never nothing', () => {
    expect(shown(0)).toEqual(['best']);
    expect(weightiest([], 0, () => true)).toEqual([]);
  });

  it('is an answer to each question before a second one', () => {
    expect(shownOf([4, 0, 9], 7)).toEqual([2, 0, 2]);
    expect(shownOf([4, 0, 9], Infinity)).toEqual([4, 0, 9]);
    expect(shownOf([4, 0, 9], 2)).toEqual([1, 0]);
    expect(shownOf([4, 0, 9], 0)).toEqual([1]);
    expect(shownOf([], 5)).toEqual([]);
  });
});
