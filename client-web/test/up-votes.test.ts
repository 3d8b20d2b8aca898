import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Letterbox } from '../src/lib/letterbox';
import type { OwnThing, OwnUpVotes } from '../src/lib/own';
import { Store } from '../src/lib/storage';
import { idle, refusal, SharedStorage, silence, Slot } from './support';

describe('what somebody supports', () => {
  let disk: SharedStorage;
  let slot: Slot;
  let open: Letterbox[];
  let stamp: string | undefined;
  let told: OwnThing[];

  function letterbox(): Letterbox {
    const made = new Letterbox({
      session: 's',
      store: new Store(disk, 'k:'),
      stamps: {
        entry: () => undefined,
        round: () => undefined,
        address: () => undefined,
        signUp: () => undefined,
        upVotes: () => stamp,
        draw: () => true,
      },
      changed: (own) => told.push(own),
      send: slot.send,
      pause: async () => undefined,
    });
    open.push(made);
    return made;
  }
  const own = (box: Letterbox) => box.all().find((each) => each.kind === 'upVotes') as OwnUpVotes;
  const said = () => slot.came.map((each) => each.type === 'upVotes' && [each.counter, each.entries.join()]);

  beforeEach(() => {
    disk = new SharedStorage();
    slot = new Slot();
    open = [];
    told = [];
    stamp = 'u1';
  });
  afterEach(() => open.forEach((each) => each.stop()));

  it('is said all at once, and again whole with each change', async () => {
    const box = letterbox();
    box.support('questions', 'a', true);
    await idle();
    box.support('questions', 'b', true);
    await idle();
    box.support('questions', 'a', false);
    await idle();
    expect(slot.came[0]).toEqual({
      type: 'upVotes',
      session: 's',
      activity: 'questions',
      stamp: 'u1',
      counter: 1,
      entries: ['a'],
    });
    expect(said()).toEqual([
      [1, 'a'],
      [2, 'a,b'],
      [3, 'b'],
    ]);
    expect(own(box)).toMatchObject({ entries: ['b'], stored: ['b'], receipt: 'received', todo: [] });
  });

  it('names no card twice', async () => {
    const box = letterbox();
    box.support('questions', 'a', true);
    box.support('questions', 'a', true);
    await idle();
    expect(own(box).entries).toEqual(['a']);
  });

  it('is replaced while it waits for its stamp, and follows what is under way', async () => {
    stamp = undefined;
    const box = letterbox();
    box.support('questions', 'a', true);
    await idle();
    box.support('questions', 'b', true);
    await idle();
    expect(slot.came).toEqual([]);
    stamp = 'u1';
    slot.held = true;
    box.stamped();
    await idle();
    box.support('questions', 'c', true);
    box.support('questions', 'a', false);
    slot.held = false;
    slot.release();
    await idle();
    expect(said()).toEqual([
      [2, 'a,b'],
      [4, 'b,c'],
    ]);
  });

  it('comes again as it was after silence and after a reload', async () => {
    slot.answers = [silence];
    slot.held = true;
    const before = letterbox();
    before.support('questions', 'a', true);
    await idle();
    before.stop();
    slot.held = false;
    slot.answers = [silence];
    const after = letterbox();
    after.start();
    await idle();
    expect(slot.came).toHaveLength(3);
    expect(new Set(slot.came.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(own(after)).toMatchObject({ entries: ['a'], stored: ['a'], receipt: 'received' });
  });

  it('is one thing in two tabs', async () => {
    const one = letterbox();
    const other = letterbox();
    one.support('questions', 'a', true);
    await idle();
    other.support('questions', 'b', true);
    await idle();
    one.support('questions', 'c', true);
    await idle();
    expect(said().at(-1)).toEqual([3, 'a,b,c']);
    expect(own(other).entries).toEqual(['a', 'b', 'c']);
  });

  it('does not go back to what another tab has overtaken', async () => {
    slot.held = true;
    const one = letterbox();
    one.support('questions', 'a', true);
    await idle();
    const late = slot;
    slot = new Slot();
    const other = letterbox();
    other.support('questions', 'b', true);
    await idle();
    expect(own(other)).toMatchObject({ stored: ['a', 'b'], receipt: 'received' });
    late.release();
    await idle();
    expect(own(one)).toMatchObject({ stored: ['a', 'b'], entries: ['a', 'b'], receipt: 'received' });
  });

  it('is as it was before when a change is not accepted, with the reason', async () => {
    const box = letterbox();
    box.support('questions', 'a', true);
    await idle();
    slot.answers = [refusal('activity_not_open')];
    box.support('questions', 'b', true);
    await idle();
    expect(own(box)).toMatchObject({ entries: ['a'], receipt: 'refused', todo: [] });
    expect(own(box).refusal?.code).toBe('activity_not_open');
    box.support('questions', 'c', true);
    await idle();
    expect(said().at(-1)).toEqual([3, 'a,c']);
    expect(own(box).refusal).toBeUndefined();
  });

  it('is refused no more once somebody has read why, also after a reload', async () => {
    const box = letterbox();
    slot.answers = [refusal('activity_not_open')];
    box.support('questions', 'b', true);
    await idle();
    box.forgetRefusal('questions');
    const now = own(letterbox());
    expect(now).toMatchObject({ entries: [], receipt: 'received', counter: 1 });
    expect(now.refusal).toBeUndefined();
    box.support('questions', 'c', true);
    await idle();
    expect(said().at(-1)).toEqual([2, 'c']);
  });

  it('has lost nothing when what is refused was known', async () => {
    const box = letterbox();
    slot.answers = [refusal('activity_not_open')];
    slot.held = true;
    box.support('questions', 'a', true);
    await idle();
    box.support('questions', 'a', false);
    slot.answers = [refusal('activity_not_open'), refusal('activity_not_open')];
    slot.held = false;
    slot.release();
    await idle();
    expect(own(box)).toMatchObject({ entries: [], receipt: 'received', todo: [] });
    expect(own(box).refusal).toBeUndefined();
  });

  it('leaves the device with the end when it arrived, and goes with the seat', async () => {
    const box = letterbox();
    box.support('questions', 'a', true);
    await idle();
    box.tidy();
    expect(own(box)).toBeUndefined();
    slot.answers = [refusal('session_closed')];
    box.support('questions', 'b', true);
    await idle();
    box.tidy();
    expect(own(box).receipt).toBe('refused');
    box.handOver();
    expect(own(box)).toBeUndefined();
  });
});
