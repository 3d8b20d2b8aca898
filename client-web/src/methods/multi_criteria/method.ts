import { loadJudgingTexts } from '../../i18n/judging';
import { method } from '../method';
import { load, tm } from './texts';

const criteria = (...titles: string[]) => ({
  criteria: titles.map((title) => ({ title, weight: 1, inverted: false })),
});

export const multiCriteria = method<'multi_criteria'>({
  name: 'multi_criteria',
  rules: {
    method: 'multi_criteria',
    ...criteria('', ''),
    lowest: 1,
    steps: 5,
    cannotJudge: true,
  },
  words: { de: criteria('Wirkung', 'Machbarkeit'), en: criteria('Impact', 'Feasibility') },
  emptyBallot: { method: 'multi_criteria', ratings: {}, cannotJudge: {} },
  minutes: 15,
  handsOver: {
    line: ({ lowest, steps }) => lowest + (steps - 1) / 2,
    disputed: true,
    criteria: ({ criteria: [across, up] }) => across && up && [across.title, up.title],
  },
  ask: ({ criteria }) => tm('ask', { n: criteria.length }),
  askOnWall: ({ criteria }) => criteria.map((each) => each.title).join(' · ') || tm('wall'),
  texts: async () => {
    await Promise.all([load(), loadJudgingTexts()]);
  },
  cast: () => import('./Cast.svelte'),
  result: () => import('./Result.svelte'),
  form: () => import('./Rules.svelte'),
});
