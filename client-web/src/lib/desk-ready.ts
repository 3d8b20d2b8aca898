import type { Locale } from '../i18n/index.svelte';
import { planningIn } from '../i18n/planning';
import { readyNames, type ReadyName } from './desk-adding';
import { newStep, type StepDraft } from './desk-plan';

/** A step, or two that belong together, made ready for a purpose; the library tells what for. */
export interface Ready {
  readonly name: ReadyName;
  /** Of the workshop's time; none for what is open all the time. */
  readonly minutes?: number | undefined;
}

const minutes: Partial<Record<ReadyName, number>> = { brainwriting: 35, free_brainwriting: 20, mood: 6 };

export const ready: ReadonlyArray<Ready> = readyNames.map((name) => ({ name, minutes: minutes[name] }));

/** A place for what is not up now: open all the time. */
export async function parkingLot(language: Locale): Promise<StepDraft> {
  const words = await planningIn(language);
  const step = newStep('collect', words['ready.parking.title']);
  return { ...step, prompt: words['ready.parking.prompt'], beside: true };
}

/** What people want to know: open all the time, the most wanted first. */
export async function questions(language: Locale): Promise<StepDraft> {
  const words = await planningIn(language);
  const step = newStep('collect', words['ready.questions.title']);
  return { ...step, prompt: words['ready.questions.prompt'], beside: true, upVotes: true };
}

/** Six turns of five minutes, three ideas in each: Rohrbach 1969. */
export const sixThreeFive = { perTurn: 3, turnMinutes: 5, turns: 6 };

/** With the numbers that gave the method its name, or without any. */
export async function brainwriting(language: Locale, rules: Partial<typeof sixThreeFive>): Promise<StepDraft> {
  const words = await planningIn(language);
  const step = newStep('collect', words['ready.brainwriting.title']);
  return { ...step, prompt: words['ready.brainwriting.prompt'], brainwriting: { ...rules } };
}

/** Steps that stand alone, wherever the facilitator wants them. */
export async function readyStep(name: Exclude<ReadyName, 'mood'>, language: Locale): Promise<StepDraft> {
  const rules = name === 'brainwriting' ? sixThreeFive : {};
  if (name === 'parking') return parkingLot(language);
  if (name === 'questions') return questions(language);
  return { ...(await brainwriting(language, rules)), minutes: minutes[name] };
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
