import { method } from '../method';
import { load, tm } from './texts';

export const points = method<'points'>({
  name: 'points',
  rules: { method: 'points', budget: 100, perItem: 0, quadratic: false, spendAll: false },
  emptyBallot: { method: 'points', points: {} },
  minutes: 10,
  handsOver: { line: ({ budget }) => budget },
  ask: ({ budget, perItem, quadratic, spendAll }) =>
    [
      tm(quadratic ? 'ask_quadratic' : 'ask', { n: budget }),
      perItem > 0 ? tm('most', { n: perItem }) : '',
      spendAll ? tm('all') : '',
    ]
      .filter((each) => each !== '')
      .join(' '),
  askOnWall: ({ budget, quadratic }) => tm(quadratic ? 'wall_quadratic' : 'wall', { n: budget }),
  sum: ({ rows, ballots }) => {
    const total = rows.reduce((sum, row) => sum + row.points, 0);
    return tm(total === 1 ? 'sum_of_one' : 'sum', { total, n: ballots });
  },
  texts: load,
  cast: () => import('./Cast.svelte'),
  result: () => import('./Result.svelte'),
  form: () => import('./Rules.svelte'),
});
