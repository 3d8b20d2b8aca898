import { method } from '../method';
import { load, tm } from './texts';

export const ranking = method<'ranking'>({
  name: 'ranking',
  rules: { method: 'ranking', unranked: 'share_rest', order: 'borda', most: 0 },
  emptyBallot: { method: 'ranking', ranking: [] },
  minutes: 8,
  handsOver: {
    words: ({ order }) => (order === 'instant_runoff' ? 'runoff' : undefined),
    line: ({ order }) => (order === 'instant_runoff' ? 3 : 1),
  },
  ask: ({ most }) => (most > 0 ? tm('ask_most', { n: most }) : tm('ask')),
  askOnWall: ({ most }) => (most > 0 ? tm('wall_most', { n: most }) : tm('wall')),
  texts: load,
  cast: () => import('./Cast.svelte'),
  result: () => import('./Result.svelte'),
  form: () => import('./Rules.svelte'),
});
