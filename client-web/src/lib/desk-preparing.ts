import { tdIn } from '../i18n/desk.svelte';
import type { ActivityView, SessionView } from '../wire/wire';
import { draftOfView, newStep, newStepId, type StepDraft } from './desk-plan';
import { bestRule, withRule } from './hand-over';

type Language = SessionView['language'];

/** A planned step, to be changed. */
export const planned = (step: ActivityView): StepDraft => draftOfView(step);

export const empty = (): StepDraft => newStep('collect', '');

/** The same question again, right after the first round. */
export async function secondRound(vote: ActivityView, language: Language): Promise<StepDraft> {
  const title = await tdIn(language, 'second.title', { title: vote.title });
  return { ...draftOfView(vote), id: newStepId(), title: title.slice(0, 200), take: 'items', from: vote.id };
}

/** The same question to everybody who is there by then. */
export const again = (vote: ActivityView): StepDraft => ({ ...draftOfView(vote), id: newStepId() });

/** A step that goes on with what this vote came to, or with the cards that have the most votes. */
export async function onwards(vote: ActivityView, language: Language): Promise<StepDraft> {
  const source = draftOfView(vote);
  const rule = bestRule(source);
  const prompt = await tdIn(language, 'measures.prompt');
  return withRule(rule === 'quadrant' ? { ...newStep('measures', ''), prompt } : newStep('vote', ''), source, rule);
}
