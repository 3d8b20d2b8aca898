import { loadJudgingTexts } from '../../i18n/judging';
import { method } from '../method';
import { load, tm } from './texts';

export const rating = method<'rating'>({
  name: 'rating',
  rules: { method: 'rating', lowest: 1, steps: 5, labels: [], cannotJudge: true, mood: false },
  emptyBallot: { method: 'rating', ratings: {}, cannotJudge: [] },
  minutes: 8,
  handsOver: { line: ({ lowest, steps }) => lowest + (steps - 1) / 2, disputed: true },
  ask: ({ mood }) => tm(mood ? 'ask_mood' : 'ask'),
  askOnWall: ({ lowest, steps }) => tm('wall', { lowest, highest: lowest + steps - 1 }),
  texts: async () => {
    await Promise.all([load(), loadJudgingTexts()]);
  },
  cast: () => import('./Cast.svelte'),
  result: () => import('./Result.svelte'),
  form: () => import('./Rules.svelte'),
});
