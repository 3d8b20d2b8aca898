import type { MultipleChoiceRules } from '../../wire/wire';
import { method } from '../method';
import { load, tm } from './texts';

function limits({ least, most }: MultipleChoiceRules): string {
  if (least > 0 && least === most) return tm('exactly', { n: least });
  if (least > 0 && most > 0) return tm('between', { least, most });
  if (least > 0) return tm('at_least', { n: least });
  return most > 0 ? tm('at_most', { n: most }) : tm('any');
}

export const multipleChoice = method<'multiple_choice'>({
  name: 'multiple_choice',
  rules: { method: 'multiple_choice', least: 0, most: 0, other: false },
  emptyBallot: { method: 'multiple_choice', chosen: [], other: '' },
  minutes: 5,
  handsOver: { line: () => 3 },
  ask: (rules) => `${tm('ask')} ${limits(rules)}`,
  askOnWall: limits,
  texts: load,
  cast: () => import('./Cast.svelte'),
  result: () => import('./Result.svelte'),
  form: () => import('./Rules.svelte'),
});
