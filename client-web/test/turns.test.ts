import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Participation } from '../src/lib/participation.svelte';
import { Seat } from '../src/lib/seat';
import { Store } from '../src/lib/storage';
import { SheetInHand } from '../src/lib/sheet-in-hand.svelte';
import { askForSheet, type SheetAsking } from '../src/lib/sheet-asking';
import type { Answer } from '../src/lib/api';
import type { ActivityView, DrawnStamps, FeedMessage, SheetEnvelope, SheetGiven } from '../src/wire/wire';
import { refusal, SharedStorage, silence } from './support';

const given = (sheet: string): Answer<SheetGiven> => ({ kind: 'ok', body: { sheet } });
const other = (answer: unknown) => answer as Answer<SheetGiven>;

describe('asking for a sheet', () => {
  let came: SheetEnvelope[];
  let pauses: number[];
  let strange: string[];
  let stamps: (string | undefined)[];
  let gone: boolean;
  const ask = (...answers: Answer<SheetGiven>[]) => {
    const asking: SheetAsking = {
      session: 's',
      activity: 'ideas',
      turn: 2,
      had: [4],
      stamp: async () => stamps[0],
      strange: (stamp) => {
        strange.push(stamp);
        stamps.shift();
      },
      over: () => gone,
      send: async (envelope) => {
        came.push(envelope);
        return answers.shift() ?? given('7');
      },
      pause: async (milliseconds) => void pauses.push(milliseconds),
    };
    return askForSheet(asking);
  };

  beforeEach(() => {
    [came, pauses, strange, stamps, gone] = [[], [], [], ['t1', 't2'], false];
  });

  it('names the turn and the sheets of other turns, and nothing of what was written', async () => {
    expect(await ask()).toBe('7');
    expect(came).toEqual([{ type: 'sheet', session: 's', activity: 'ideas', stamp: 't1', turn: 2, had: [4] }]);
  });

  it('is done again unchanged after silence, 429 and 503, and when something else answers', async () => {
    const wrong = other({ kind: 'ok', body: undefined });
    const busy = other(refusal('too_many_tries', 429, 7));
    expect(await ask(other(silence), busy, other(refusal('busy' as never, 503, 2)), wrong)).toBe('7');
    expect(came).toHaveLength(5);
    expect(new Set(came.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(pauses.slice(1, 3)).toEqual([7000, 2000]);
  });

  it('takes another stamp once', async () => {
    expect(await ask(other(refusal('stamp_invalid', 403)))).toBe('7');
    expect(came.map((each) => each.stamp)).toEqual(['t1', 't2']);
    stamps = ['t3', 't4'];
    expect(await ask(other(refusal('stamp_invalid', 403)), other(refusal('stamp_invalid', 403)))).toBeUndefined();
    expect(strange).toEqual(['t1', 't3']);
  });

  it('comes to nothing after the turn', async () => {
    expect(await ask(other(refusal('not_this_turn')))).toBeUndefined();
    gone = true;
    expect(await ask()).toBeUndefined();
    gone = false;
    stamps = [];
    expect(await ask()).toBeUndefined();
    expect(came).toHaveLength(1);
  });
});

describe('a turn that begins', () => {
  let socket: { onopen?: () => void; onmessage?: (event: { data: string }) => void };
  let drawn: DrawnStamps;
  let part: Participation;
  let seat: Seat;
  let at: [string, number][];
  const empty = { rounds: [], secondRounds: [], entries: [], cards: [], signUps: [], upVotes: [], sheets: [] };
  const ofTurn = (turn: number): DrawnStamps => ({
    ...empty,
    entries: [{ activity: 'ideas', batch: 0, stamps: ['e'] }],
    cards: [{ activity: 'ideas', stamps: ['k1', 'k2', 'k3', 'k4'].slice(0, 2 * turn) }],
    sheets: [{ activity: 'ideas', turn, stamp: `t${turn}` }],
    address: 'a',
  });
  const ideas = (turn: number) =>
    ({
      id: 'ideas',
      kind: 'collect',
      title: 'Ideas',
      phase: 'open',
      stampBatch: 0,
      entries: [],
      brainwriting: { perTurn: 2 },
      turn,
    }) as unknown as ActivityView;
  const hears = (message: object) => socket.onmessage?.({ data: JSON.stringify(message) });
  const snapshot = (activity: ActivityView) =>
    hears({
      type: 'snapshot',
      epoch: 'x',
      revision: 1,
      serverTime: 0,
      session: { phase: 'running', agenda: [activity], roundStamps: 0, stage: 'ideas' },
    } satisfies Partial<Record<keyof FeedMessage | 'session' | 'serverTime', unknown>>);
  const passOn = () =>
    hears({
      type: 'update',
      epoch: 'x',
      revision: 2,
      changes: [{ change: 'turnStarted', activity: 'ideas', turn: 2 }],
    });
  const when = (path: string) => at.filter(([each]) => each.endsWith(path)).map(([, time]) => time);

  beforeEach(async () => {
    vi.useFakeTimers({ now: 0 });
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    at = [];
    const opened: (typeof socket)[] = [];
    vi.stubGlobal(
      'WebSocket',
      class {
        constructor() {
          opened.push(this as typeof socket);
        }
        send(): void {}
        close(): void {}
      },
    );
    vi.stubGlobal('fetch', async (path: string, { body }: { body: string }) => {
      at.push([path, Date.now()]);
      if (path === '/api/v1/stamps') return new Response(JSON.stringify(drawn));
      return new Response(body.includes('"sheet"') ? '{"sheet":"9"}' : '{"received":true}');
    });
    seat = new Seat('K7M2XQ4T', new Store(new SharedStorage(), 'k:'));
    seat.store.write('seat', { secret: seat.secret(), session: 's' });
    drawn = ofTurn(1);
    seat.purse.add(drawn);
    const none = () => undefined;
    part = new Participation(seat, 's', { arrived: none, settled: none, moved: none, left: none });
    part.start();
    await vi.advanceTimersByTimeAsync(0);
    socket = opened[0]!;
    socket.onopen?.();
  });
  afterEach(() => {
    part.stop();
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it('brings stamps at a random moment within some seconds', async () => {
    snapshot(ideas(1));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(when('/stamps')).toEqual([]);
    drawn = ofTurn(2);
    passOn();
    await vi.advanceTimersByTimeAsync(1_900);
    expect(when('/stamps')).toEqual([]);
    await vi.advanceTimersByTimeAsync(200);
    expect(when('/stamps')).toEqual([62_000]);
    expect(seat.purse.sheet('ideas', 2)).toBe('t2');
  });

  it.each([
    ['of the turn', { ...ideas(2), brainwriting: {} }],
    ['for up-votes', { ...ideas(1), brainwriting: undefined, upVotes: true } as unknown as ActivityView],
  ])('is caught up with by whoever comes back without a stamp %s', async (_, activity) => {
    snapshot(activity);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(when('/stamps')).toEqual([2_000]);
  });

  it('gives a sheet some time after the draw, and never on its heels', async () => {
    snapshot(ideas(1));
    drawn = ofTurn(2);
    passOn();
    await vi.advanceTimersByTimeAsync(200);
    const asked = part.askForSheet('ideas', 2, [3]);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(await asked).toBe('9');
    expect([when('/stamps'), when('/letterbox')]).toEqual([[2_000], [6_000]]);
  });

  it('gives a sheet at another moment than the cards that waited for stamps', async () => {
    snapshot(ideas(1));
    for (const text of ['one', 'two', 'three']) part.write('ideas', text, { section: '4' });
    await vi.advanceTimersByTimeAsync(1_000);
    at = [];
    drawn = ofTurn(2);
    passOn();
    await vi.advanceTimersByTimeAsync(200);
    part.write('ideas', 'four', { section: '4' });
    void part.askForSheet('ideas', 2, [4]);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(part.cards[0]?.receipt).toBe('received');
    expect(when('/letterbox')).toEqual([5_000, 7_000]);
  });

  it('leaves no numbers of sheets on the device after the end', async () => {
    const store = part.choices.part('sheet:');
    const take = () => new SheetInHand({ store, activity: 'ideas', ask: async () => '9', written: () => 0 });
    const hand = take();
    hand.want(1);
    await vi.advanceTimersByTimeAsync(0);
    expect(hand.of(1)).toBe('9');
    hand.stop();
    const again = take();
    expect(again.isFirst).toBe(false);
    again.stop();
    part.tidy();
    const after = take();
    expect(after.isFirst).toBe(true);
    after.stop();
  });

  it('asks for no sheet of a turn that is over', async () => {
    snapshot(ideas(2));
    const asked = part.askForSheet('ideas', 1, []);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(await asked).toBeUndefined();
    expect(when('/letterbox')).toEqual([]);
  });

  it('lets each person write so many cards more, and nobody is refused while stamps are drawn', async () => {
    snapshot(ideas(1));
    expect(part.cardsLeft(ideas(1))).toBe(2);
    part.write('ideas', 'one', { section: '4' });
    part.write('ideas', 'two', { section: '4' });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(part.cardsLeft(ideas(1))).toBe(0);
    drawn = ofTurn(2);
    passOn();
    await vi.advanceTimersByTimeAsync(200);
    expect(part.cardsLeft(ideas(2))).toBe(2);
    part.write('ideas', 'three', { section: '7' });
    expect(part.cardsLeft(ideas(2))).toBe(1);
    expect(part.cards[0]?.receipt).toBe('sending');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(part.cards.map((each) => each.receipt)).toEqual(['received', 'received', 'received']);
    expect(part.cardsLeft(ideas(2))).toBe(1);
  });
});
