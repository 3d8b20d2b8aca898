import { describe, expect, it } from 'vitest';
import { judged } from '../../src/methods/rating/ballot';
import { stepsOf, withEnds } from '../../src/lib/scale';
import { labelsOf, remembered } from '../../src/methods/rating/labels';

describe('a rating', () => {
  const empty = { method: 'rating' as const, ratings: {}, cannotJudge: [] };

  it('is a step, or that one cannot judge it, never both', () => {
    const rated = judged(empty, 1, 4);
    expect(rated).toEqual({ method: 'rating', ratings: { 1: 4 }, cannotJudge: [] });
    const cannot = judged(rated, 1, 'cannot');
    expect(cannot).toEqual({ method: 'rating', ratings: {}, cannotJudge: [1] });
    expect(judged(cannot, 1, 0)).toEqual({ method: 'rating', ratings: { 1: 0 }, cannotJudge: [] });
  });

  it('can be taken back', () => {
    expect(judged(judged(empty, 1, 4), 1, undefined)).toEqual(empty);
    expect(judged(judged(empty, 1, 'cannot'), 1, undefined)).toEqual(empty);
  });

  it('has the words of its rules, or words at the ends', () => {
    expect(stepsOf(0, 3, ['bad', '', 'good'])).toEqual([
      { value: 0, word: 'bad' },
      { value: 1 },
      { value: 2, word: 'good' },
    ]);
    expect(withEnds(stepsOf(1, 3), 'low', 'high').map((each) => each.word)).toEqual(['low', undefined, 'high']);
    expect(withEnds(stepsOf(1, 2, ['a', 'b']), 'low', 'high').map((each) => each.word)).toEqual(['a', 'b']);
  });

  it('is planned with as many words as steps, or with none', () => {
    expect(labelsOf(['a', '', 'c', 'd'], 3)).toEqual(['a', '', 'c']);
    expect(labelsOf(['', ' '], 3)).toEqual([]);
    expect(labelsOf(['a'], 2)).toEqual(['a', '']);
  });

  it('keeps its words while the number of steps is typed', () => {
    let words: string[] = [];
    let labels = ['a', 'b', 'c', 'd', 'e'];
    for (const steps of [2, 10]) {
      words = remembered(labels, words);
      labels = labelsOf(words, steps);
    }
    expect(labels).toEqual(['a', 'b', 'c', 'd', 'e', '', '', '', '', '']);
  });
});
