import { method } from '../method';
import { load, tm } from './texts';

export const dots = method<'dots'>({
  name: 'dots',
  rules: { method: 'dots', budget: 5, perItem: 3 },
  emptyBallot: { method: 'dots', dots: {} },
  minutes: 8,
  handsOver: { line: ({ budget }) => budget },
  ask: () => tm('ask'),
  askOnWall: ({ budget }) => tm('wall', { n: budget }),
  sum: ({ rows, ballots }) => {
    const total = rows.reduce((sum, row) => sum + row.dots, 0);
    return tm(total === 1 ? 'sum_of_one' : 'sum', { total, n: ballots });
  },
  texts: load,
  cast: () => import('./Cast.svelte'),
  result: () => import('./Result.svelte'),
  form: () => import('./Rules.svelte'),
});
