import { tdIn } from '../i18n/desk.svelte';
import type { Locale } from '../i18n/index.svelte';
import type { Method } from '../methods/method';
import { newStep, withMethod, type Kind, type StepDraft } from './desk-plan';

/** Steps that are made ready for a purpose, as they are offered. */
export const readyNames = ['questions', 'brainwriting', 'free_brainwriting', 'parking', 'mood'] as const;
export type ReadyName = (typeof readyNames)[number];

/** A new step behind those `before` it, as far as it can be guessed: nobody plans a vote without items. */
export async function madeStep(
  kind: Kind,
  language: Locale,
  before: ReadonlyArray<StepDraft>,
  method?: Method,
): Promise<StepDraft> {
  const made = newStep(kind, await tdIn(language, `kind.${kind}`));
  if (method) Object.assign(made, withMethod(made, method, language), { minutes: method.minutes });
  // Also where they are taken from a step before.
  if (kind === 'vote' || kind === 'sign_up')
    made.items = await Promise.all([1, 2].map((n) => tdIn(language, 'step.items.first', { n })));
  if (kind === 'measures' || kind === 'sign_up') made.prompt = await tdIn(language, `${kind}.prompt`);
  if (kind !== 'vote' && kind !== 'measures' && kind !== 'sign_up') return made;
  const { goingOn } = await import('./hand-over');
  return goingOn(made, [...before, made]);
}
