import { method } from '../method';
import { load, tm } from './texts';

export const singleChoice = method<'single_choice'>({
  name: 'single_choice',
  rules: { method: 'single_choice' },
  emptyBallot: { method: 'single_choice' },
  minutes: 4,
  handsOver: { line: () => 1 },
  ask: () => tm('ask'),
  askOnWall: () => tm('wall'),
  texts: load,
  cast: () => import('./Cast.svelte'),
  result: () => import('./Result.svelte'),
});
