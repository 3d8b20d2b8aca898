import { describe, expect, it } from 'vitest';
import { estimating, numberOf, problemOf } from '../../src/methods/estimate/number';

describe('a number', () => {
  it.each([
    ['3,5', 3.5],
    ['3.5', 3.5],
    ['1.000', 1000],
    ['1.234.567,8', 1234567.8],
    ['12 000', 12000],
    ['-4', -4],
    ['−4', -4],
    ['7,', 7],
    [',5', 0.5],
    ['0.125', 0.125],
    ['-0.125', -0.125],
    ['1.250', 1250],
    ['000.125', 0.125],
  ])('is read in German: %s', (written, value) => {
    expect(numberOf(written, 'de')).toBe(value);
  });

  it.each([
    ['3.5', 3.5],
    ['3,5', 3.5],
    ['1,000', 1000],
    ['1,234.5', 1234.5],
    ['0,125', 0.125],
  ])('is read in English: %s', (written, value) => {
    expect(numberOf(written, 'en')).toBe(value);
  });

  it.each(['', 'viel', '3,5,1', '1-2', '3 Tage', '.', '-', '1e5'])('is none: %s', (written) => {
    expect(numberOf(written, 'de')).toBeUndefined();
  });
});

describe('an estimate', () => {
  const rules = { method: 'estimate' as const, decimals: 1, lowest: 0, highest: 100, unit: '' };

  it('keeps to its rules, and the ends belong to it', () => {
    expect(problemOf(0, rules)).toBeUndefined();
    expect(problemOf(100, rules)).toBeUndefined();
    expect(problemOf(0.1, rules)).toBeUndefined();
    expect(problemOf(-0.1, rules)).toBe('too_low');
    expect(problemOf(100.1, rules)).toBe('too_high');
    expect(problemOf(1.25, rules)).toBe('too_many_decimals');
    expect(problemOf(1.25, { ...rules, decimals: 0 })).toBe('not_whole');
    expect(problemOf(undefined, rules)).toBe('nonsense');
  });

  it('has twelve digits at most', () => {
    const free = { method: 'estimate' as const, decimals: 2, unit: '' };
    expect(problemOf(9_999_999_999.99, free)).toBeUndefined();
    expect(problemOf(10_000_000_000, free)).toBe('too_long');
  });

  it('can be taken back', () => {
    const one = estimating({ method: 'estimate', estimates: {} }, 3, 12.5);
    expect(one.estimates).toEqual({ 3: 12.5 });
    expect(estimating(one, 3, undefined).estimates).toEqual({});
  });
});
