import type { Locale } from '../i18n/index.svelte';
import { planningIn } from '../i18n/planning';
import { newStep, type StepDraft } from './desk-plan';

/** A place for what is not up now: open all the time. */
export async function parkingLot(language: Locale): Promise<StepDraft> {
  const words = await planningIn(language);
  const step = newStep('collect', words['ready.parking.title']);
  return { ...step, prompt: words['ready.parking.prompt'], beside: true };
}

/** The same question at the beginning and at the end; the second is a second round, so that the shift is shown. */
export async function moodBarometer(language: Locale): Promise<[StepDraft, StepDraft]> {
  const words = await planningIn(language);
  const rules = { method: 'rating', lowest: 0, steps: 11, labels: [], cannotJudge: false, mood: true } as const;
  const vote = (title: string): StepDraft => {
    const step = newStep('vote', title);
    return { ...step, method: 'rating', rules: { ...step.rules, rating: { ...rules, labels: [] } }, minutes: 3 };
  };
  const first = { ...vote(words['ready.mood.first']), items: [words['ready.mood.item']] };
  const second = { ...vote(words['ready.mood.second']), take: 'items' as const, from: first.id };
  return [first, second];
}
