import type { ActivityView } from '../wire/wire';
import type { Answer } from './api';
import type { Leading } from './desk-leading.svelte';

/** The sheets are with people now. */
export const goesRound = (step: ActivityView | undefined) => step?.phase === 'open' && step.brainwriting !== undefined;

/** As many turns as were planned have begun; one more is still possible. */
export function isLastTurn({ turn = 1, brainwriting }: ActivityView): boolean {
  return brainwriting?.turns !== undefined && turn >= brainwriting.turns;
}

/** Every turn begins with its time, where one is planned. */
export async function startCountdown(leading: Leading, step: ActivityView): Promise<Answer<unknown>> {
  const minutes = step.brainwriting?.turnMinutes;
  if (minutes === undefined) return { kind: 'ok', body: undefined };
  return leading.step('PUT', step.id, '/timer', { seconds: minutes * 60 });
}

/** Two desks that ask for the same turn pass on once, and so does one that asks again. */
export async function passOn(leading: Leading, step: ActivityView): Promise<Answer<unknown>> {
  const answer = await leading.step('PUT', step.id, '/turn', { turn: (step.turn ?? 1) + 1 });
  return answer.kind === 'ok' ? startCountdown(leading, step) : answer;
}
