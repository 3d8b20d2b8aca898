import { loadJudgingTexts } from '../../i18n/judging';
import { method } from '../method';
import { load, tm } from './texts';

export const consensing = method<'consensing'>({
  name: 'consensing',
  rules: { method: 'consensing', highest: 10, passive: '', veto: 0, objections: true },
  words: { de: { passive: 'Alles bleibt, wie es ist' }, en: { passive: 'Everything stays as it is' } },
  emptyBallot: { method: 'consensing', resistance: {}, objections: {} },
  minutes: 12,
  handsOver: { line: ({ highest }) => Math.floor(highest / 3), disputed: true },
  ask: ({ highest, veto }) => `${tm('ask', { highest })}${veto > 0 ? ` ${tm('veto', { from: veto })}` : ''}`,
  askOnWall: ({ highest }) => tm('wall', { highest }),
  texts: async () => {
    await Promise.all([load(), loadJudgingTexts()]);
  },
  cast: () => import('./Cast.svelte'),
  result: () => import('./Result.svelte'),
  form: () => import('./Rules.svelte'),
});
