import { loadJudgingTexts } from '../../i18n/judging';
import { method } from '../method';
import { load, tm } from './texts';

export const agreeDisagree = method<'agree_disagree'>({
  name: 'agree_disagree',
  rules: { method: 'agree_disagree' },
  emptyBallot: { method: 'agree_disagree', stances: {} },
  minutes: 6,
  handsOver: { line: () => 50 },
  ask: () => tm('ask'),
  askOnWall: () => tm('wall'),
  texts: async () => {
    await Promise.all([load(), loadJudgingTexts()]);
  },
  cast: () => import('./Cast.svelte'),
  result: () => import('./Result.svelte'),
});
