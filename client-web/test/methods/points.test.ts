import { describe, expect, it } from 'vitest';
import { canBuy, isDone, mostOn, spentOf, withPoints } from '../../src/methods/points/purse';

const linear = { method: 'points' as const, budget: 10, perItem: 0, quadratic: false, spendAll: true };
const quadratic = { ...linear, quadratic: true };
const ballot = (points: Record<string, number>) => ({ method: 'points' as const, points });

describe('points', () => {
  it('cost one each, or their square', () => {
    expect(spentOf(linear, ballot({ 0: 3, 1: 1 }))).toBe(4);
    expect(spentOf(quadratic, ballot({ 0: 3, 1: 1 }))).toBe(10);
  });

  it('are bought as far as the budget goes', () => {
    expect(mostOn(linear, ballot({ 0: 3, 1: 4 }), 0)).toBe(6);
    expect(mostOn(quadratic, ballot({ 0: 2 }), 1)).toBe(2);
    expect(mostOn({ ...linear, perItem: 5 }, ballot({}), 1)).toBe(5);
    expect(withPoints(quadratic, ballot({ 0: 2 }), 1, 9).points).toEqual({ 0: 2, 1: 2 });
  });

  it('are none where nonsense was written, and none are not named', () => {
    expect(withPoints(linear, ballot({ 0: 2, 1: 1 }), 0, Number.NaN).points).toEqual({ 1: 1 });
    expect(withPoints(linear, ballot({ 0: 2 }), 0, -3).points).toEqual({});
    expect(withPoints(linear, ballot({}), 0, 2.9).points).toEqual({ 0: 2 });
  });

  it('are done when nothing more can be bought, or nothing was', () => {
    expect(isDone(linear, 2, ballot({ 0: 9 }))).toBe(false);
    expect(isDone(linear, 2, ballot({ 0: 9, 1: 1 }))).toBe(true);
    expect(isDone(linear, 2, ballot({}))).toBe(true);
    // 9 of 10: one is left, which buys the first point on the other item.
    expect(isDone(quadratic, 2, ballot({ 0: 3 }))).toBe(false);
    expect(isDone(quadratic, 1, ballot({ 0: 3 }))).toBe(true);
    expect(isDone({ ...linear, perItem: 3 }, 2, ballot({ 0: 3, 1: 3 }))).toBe(true);
    expect(canBuy({ ...linear, perItem: 3 }, 2, ballot({ 0: 3, 1: 2 }))).toBe(true);
    expect(canBuy({ ...linear, perItem: 3 }, 2, ballot({ 0: 3, 1: 3 }))).toBe(false);
    expect(canBuy(quadratic, 1, ballot({ 0: 3 }))).toBe(false);
    expect(isDone({ ...linear, spendAll: false }, 2, ballot({ 0: 1 }))).toBe(true);
  });
});
