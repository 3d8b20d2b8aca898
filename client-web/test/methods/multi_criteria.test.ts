import { describe, expect, it } from 'vitest';
import { judged, judgedBy } from '../../src/methods/multi_criteria/ballot';
import { marksOf, share } from '../../src/methods/multi_criteria/chart';

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

  const picture = { width: 300, height: 300, size: 26 };
  const numbers = (marks: ReturnType<typeof marksOf>) => marks.map((each) => each.texts.join(' ')).sort();

  it('has one mark for those that would lie on each other', () => {
    const marks = marksOf(
      [3, 1, 2].map((number) => ({ number, right: 0.3, up: 0.3 })),
      picture,
    );
    expect(marks).toHaveLength(1);
    expect(marks[0]?.texts).toEqual(['1', '2', '3']);
    const apart = [
      { number: 1, right: 0.1, up: 0.1 },
      { number: 2, right: 0.4, up: 0.1 },
    ];
    expect(numbers(marksOf(apart, picture))).toEqual(['1', '2']);
  });

  it('keeps each mark whole within its quadrant, whoever is near', () => {
    // Two means of 2.9 on a scale of five, and one of 3.1 beside them.
    const [low, high] = [share(2.9, 1, 5, false), share(3.1, 1, 5, false)];
    const marks = marksOf(
      [
        { number: 1, right: low, up: high },
        { number: 2, right: low, up: high },
        { number: 3, right: high, up: high },
      ],
      picture,
    );
    expect(numbers(marks)).toEqual(['1 2', '3']);
    for (const { x, y, width, height, texts } of marks) {
      expect(y + height / 2).toBeLessThanOrEqual(150);
      if (texts.includes('3')) expect(x - width / 2).toBeGreaterThanOrEqual(150);
      else expect(x + width / 2).toBeLessThanOrEqual(150);
    }
  });

  it('keeps many at one end within the picture', () => {
    const spots = Array.from({ length: 60 }, (_, at) => ({ number: at + 1, right: 1, up: 1 }));
    for (const count of [1, 10, 60]) {
      const [mark, ...others] = marksOf(spots.slice(0, count), picture);
      expect(others).toEqual([]);
      if (!mark) throw new Error('no mark');
      expect(mark.x + mark.width / 2).toBeLessThanOrEqual(300);
      expect(mark.x - mark.width / 2).toBeGreaterThanOrEqual(150);
      expect(mark.y - mark.height / 2).toBeGreaterThanOrEqual(0);
      expect(mark.y + mark.height / 2).toBeLessThanOrEqual(150);
      expect(mark.texts.at(-1)).toBe(count === 60 ? '…' : String(count));
    }
  });

  it('does not take the middle for the better half', () => {
    const [mark] = marksOf([{ number: 1, right: 0.5, up: 0.5 }], picture);
    expect([mark?.x, mark?.y]).toEqual([137, 163]);
  });
});
