import { method } from '../method';
import { load, tm } from './texts';

export const approval = method<'approval'>({
  name: 'approval',
  rules: { method: 'approval' },
  emptyBallot: { method: 'approval', approved: [] },
  minutes: 4,
  handsOver: { line: () => 3 },
  ask: () => tm('ask'),
  askOnWall: () => tm('wall'),
  texts: load,
  cast: () => import('./Cast.svelte'),
  result: () => import('./Result.svelte'),
});
