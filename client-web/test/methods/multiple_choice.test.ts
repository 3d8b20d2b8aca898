import { describe, expect, it } from 'vitest';
import { choicesOf, isFull, missingIn, toggled } from '../../src/methods/multiple_choice/ballot';

const rules = { method: 'multiple_choice' as const, least: 2, most: 3, other: true };
const ballot = (chosen: number[], other = '') => ({ method: 'multiple_choice' as const, chosen, other });

describe('several answers', () => {
  it('count a text of one’s own as one, unless it is empty', () => {
    expect(choicesOf(ballot([0, 2], ' something '))).toBe(3);
    expect(choicesOf(ballot([0, 2], '  '))).toBe(2);
  });

  it('end at the most that the rules allow', () => {
    expect(isFull(rules, ballot([0, 1], 'x'))).toBe(true);
    expect(isFull(rules, ballot([0, 1]))).toBe(false);
    expect(isFull({ ...rules, most: 0 }, ballot([0, 1, 2, 3]))).toBe(false);
  });

  it('wait for the least, but for none at all', () => {
    expect(missingIn(rules, ballot([1]))).toBe(1);
    expect(missingIn(rules, ballot([]))).toBe(0);
    expect(missingIn(rules, ballot([1, 2]))).toBe(0);
  });

  it('are ticked and taken back', () => {
    expect(toggled(ballot([3]), 1).chosen).toEqual([1, 3]);
    expect(toggled(ballot([1, 3]), 3).chosen).toEqual([1]);
  });
});
