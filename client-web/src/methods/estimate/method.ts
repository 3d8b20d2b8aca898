import type { EstimateRules } from '../../wire/wire';
import { language } from '../../i18n/index.svelte';
import { loadJudgingTexts } from '../../i18n/judging';
import { method } from '../method';
import { load, tm } from './texts';

/** Between which numbers, as far as there are such limits. */
function limits({ lowest, highest, unit }: EstimateRules): string {
  const written = (value: number) => `${language.number(value)}${unit ? ` ${unit}` : ''}`;
  if (lowest !== undefined && highest !== undefined) return tm('between', { lowest, highest: written(highest) });
  if (lowest !== undefined) return tm('from', { lowest: written(lowest) });
  return highest === undefined ? '' : tm('up_to', { highest: written(highest) });
}

export const estimate = method<'estimate'>({
  name: 'estimate',
  rules: { method: 'estimate', decimals: 0, unit: '' },
  emptyBallot: { method: 'estimate', estimates: {} },
  minutes: 6,
  handsOver: { line: ({ lowest }) => lowest ?? 1 },
  ask: (rules) => `${tm('ask')} ${limits(rules)}`.trim(),
  askOnWall: (rules) => limits(rules) || tm(rules.unit ? 'wall_in' : 'wall', { unit: rules.unit }),
  texts: async () => {
    await Promise.all([load(), loadJudgingTexts()]);
  },
  cast: () => import('./Cast.svelte'),
  result: () => import('./Result.svelte'),
  form: () => import('./Rules.svelte'),
});
