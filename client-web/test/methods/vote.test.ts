import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { OwnBallot } from '../../src/lib/own';
import type { Participation } from '../../src/lib/participation.svelte';
import { Store } from '../../src/lib/storage';
import type { ActivityView, Ballot, SessionView, VoteRules } from '../../src/wire/wire';
import Stage from '../parts/Stage.svelte';
import { changing } from '../props.svelte';

const vote = (id: string, rules: VoteRules): ActivityView =>
  ({ id, kind: 'vote', title: id, phase: 'open', rules, items: [{ id: 0, text: 'Benches' }] }) as ActivityView;
const numbers = vote('numbers', { method: 'estimate', decimals: 0, unit: '' });
const dots = vote('dots', { method: 'dots', budget: 3, perItem: 3 });
const points = vote('points', { method: 'points', budget: 10, perItem: 0, quadratic: false, spendAll: true });
const view = { openSmallGroup: false, connected: 7 } as SessionView;

let target: HTMLElement;
let mounted: Record<string, unknown>;
let cast: ReturnType<typeof vi.fn>;
let part: Participation;

/** Until its parts have come. */
async function show(activity: ActivityView) {
  const props = changing({ part, view, activity });
  mounted = mount(Stage, { target, props });
  await vi.waitFor(() => expect(target.querySelector('.field')).not.toBeNull(), 30_000);
  return props;
}
function write(text: string, event: string) {
  const field = target.querySelector<HTMLInputElement>('.field');
  if (!field) throw new Error('no field');
  field.value = text;
  field.dispatchEvent(new Event(event, { bubbles: true }));
  flushSync();
}

beforeEach(() => {
  target = document.body.appendChild(document.createElement('div'));
  cast = vi.fn((activity: string, ballot: Ballot) => {
    const own = { kind: 'ballot', activity, ballot, counter: 1, receipt: 'sending', todo: [] } as OwnBallot;
    Object.assign(part, { ballots: new Map(part.ballots).set(activity, own) });
  });
  part = changing({
    ballots: new Map<string, OwnBallot>(),
    drafts: new Store(undefined, 'drafts:'),
    activity: (id: string | undefined) => [numbers, dots, points].find((each) => each.id === id),
    mayVote: () => true,
    cast,
  }) as unknown as Participation;
});
afterEach(() => {
  void unmount(mounted);
  target.remove();
});

it('what is written when the next vote comes belongs to the one before', async () => {
  const props = await show(numbers);
  write('12', 'input');
  props.activity = dots;
  flushSync();
  expect(cast).toHaveBeenCalledExactlyOnceWith('numbers', { method: 'estimate', estimates: { 0: 12 } });
});

it('a ballot that is not complete yet is kept until it is cast', async () => {
  await show(points);
  write('7', 'change');
  expect(cast).not.toHaveBeenCalled();
  expect(part.drafts.read('points')).toEqual({ method: 'points', points: { 0: 7 } });
  void unmount(mounted);
  await show(points);
  expect(target.querySelector<HTMLInputElement>('.field')?.value).toBe('7');
  write('10', 'change');
  expect(cast).toHaveBeenCalledExactlyOnceWith('points', { method: 'points', points: { 0: 10 } });
  expect(part.drafts.keys()).toEqual([]);
});
