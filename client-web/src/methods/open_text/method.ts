import { method } from '../method';
import { load, tm } from './texts';

export const openText = method<'open_text'>({
  name: 'open_text',
  rules: { method: 'open_text', longest: 500 },
  emptyBallot: { method: 'open_text', answers: {} },
  minutes: 8,
  ask: () => tm('ask'),
  askOnWall: () => tm('wall'),
  texts: load,
  cast: () => import('./Cast.svelte'),
  result: () => import('./Result.svelte'),
  form: () => import('./Rules.svelte'),
});
