import { describe, expect, it } from 'vitest';
import { judged, judgedBy } from '../../src/methods/multi_criteria/ballot';
import { apart, share } from '../../src/methods/multi_criteria/chart';

describe('a judgement by criteria', () => {
  const empty = { method: 'multi_criteria' as const, ratings: {}, cannotJudge: {} };

  it('is a step, or that one cannot judge it', () => {
    const one = judged(empty, 2, 0, 5);
    const both = judged(one, 2, 1, 'cannot');
    expect(both).toEqual({ method: 'multi_criteria', ratings: { 2: { 0: 5 } }, cannotJudge: { 2: [1] } });
    expect(judgedBy(both, 2)).toBe(2);
    expect(judged(both, 2, 0, 'cannot')).toEqual({
      method: 'multi_criteria',
      ratings: {},
      cannotJudge: { 2: [0, 1] },
    });
  });

  it('leaves nothing behind when it is taken back', () => {
    expect(judged(judged(empty, 2, 0, 5), 2, 0, undefined)).toEqual(empty);
    expect(judged(judged(empty, 2, 0, 'cannot'), 2, 0, undefined)).toEqual(empty);
  });
});

describe('the chart of two criteria', () => {
  it('has the better end at the right and at the top', () => {
    expect(share(1, 1, 5, false)).toBe(0);
    expect(share(5, 1, 5, false)).toBe(1);
    expect(share(1, 1, 5, true)).toBe(1);
    expect(share(2, 0, 5, false)).toBe(0.5);
  });

  it('has no mark on another', () => {
    const marks = apart(
      [1, 2, 3].map((id) => ({ id, x: 10, y: 10 })),
      20,
    );
    expect(new Set(marks.map((each) => each.x)).size).toBe(3);
    expect(marks.map((each) => each.id)).toEqual([1, 2, 3]);
    const far = [
      { id: 1, x: 0, y: 0 },
      { id: 2, x: 100, y: 0 },
    ];
    expect(apart(far, 20)).toEqual(far);
  });
});
