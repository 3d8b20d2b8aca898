import type { Locale } from '../../i18n/index.svelte';
import type { EstimateBallot, EstimateRules } from '../../wire/wire';

export type Problem = 'nonsense' | 'not_whole' | 'too_many_decimals' | 'too_low' | 'too_high' | 'too_long';

/**
 * The number that was written, with the comma of the language or with a point. Dots or commas between groups of three
 * are read as such where the language writes them so: in German "1.250" is more than a thousand, but "0.125" less than
 * one, for no group begins with a nought.
 */
export function numberOf(written: string, language: Locale): number | undefined {
  const text = written.replaceAll(/[\s\u00a0\u202f'’]/g, '').replace('−', '-');
  const [point, group] = language === 'de' ? [',', '.'] : ['.', ','];
  const groups = new RegExp(`^-?[1-9]\\d{0,2}(\\${group}\\d{3})+(\\${point}\\d+)?$`);
  const plain = groups.test(text) ? text.replaceAll(group, '').replace(point, '.') : text.replace(/[.,]/, '.');
  return /^-?(\d+(\.\d*)?|\.\d+)$/.test(plain) ? Number(plain) : undefined;
}

/** Twelve digits at most, decimals included. */
const digits = 12;

export function problemOf(value: number | undefined, rules: EstimateRules): Problem | undefined {
  if (value === undefined) return 'nonsense';
  if (Number(value.toFixed(rules.decimals)) !== value) return rules.decimals === 0 ? 'not_whole' : 'too_many_decimals';
  if (Math.abs(value) >= 10 ** (digits - rules.decimals)) return 'too_long';
  if (rules.lowest !== undefined && value < rules.lowest) return 'too_low';
  if (rules.highest !== undefined && value > rules.highest) return 'too_high';
  return undefined;
}

/** With another estimate of one item; nothing: taken back. */
export function estimating(ballot: EstimateBallot, item: number, value: number | undefined): EstimateBallot {
  const { [item]: _, ...others } = ballot.estimates;
  return { ...ballot, estimates: value === undefined ? others : { ...others, [item]: value } };
}
