import { loadJudgingTexts } from '../../i18n/judging';
import { method } from '../method';
import { load, tm } from './texts';

export const multiCriteria = method<'multi_criteria'>({
  name: 'multi_criteria',
  rules: {
    method: 'multi_criteria',
    criteria: [
      { title: '', weight: 1, inverted: false },
      { title: '', weight: 1, inverted: false },
    ],
    lowest: 1,
    steps: 5,
    cannotJudge: true,
  },
  emptyBallot: { method: 'multi_criteria', ratings: {}, cannotJudge: {} },
  minutes: 15,
  ask: ({ criteria }) => tm('ask', { n: criteria.length }),
  askOnWall: ({ criteria }) => criteria.map((each) => each.title).join(' · ') || tm('wall'),
  texts: async () => {
    await Promise.all([load(), loadJudgingTexts()]);
  },
  cast: () => import('./Cast.svelte'),
  result: () => import('./Result.svelte'),
  form: () => import('./Rules.svelte'),
});
