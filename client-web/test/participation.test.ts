import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { OwnCard } from '../src/lib/own';
import { Participation } from '../src/lib/participation.svelte';
import { Seat } from '../src/lib/seat';
import { Store } from '../src/lib/storage';
import { SharedStorage } from './support';

class Wire {
  send(): void {}
  close(): void {}
}

const words = { de: 'x', en: 'x' };
const stamps = { rounds: [], secondRounds: [], cards: [], signUps: [], upVotes: [], sheets: [], address: 'a' };
const batch = (nth: number) => ({
  ...stamps,
  entries: [{ activity: 'ideas', batch: nth, stamps: [`${nth}-1`, `${nth}-2`] }],
});

describe('a card whose stamp is not taken', () => {
  let at: [string, number][];
  let part: Participation;

  beforeEach(() => {
    vi.useFakeTimers();
    at = [];
    const seat = new Seat('K7M2XQ4T', new Store(new SharedStorage(), 'k:'));
    seat.store.write('seat', { secret: seat.secret(), session: 's' });
    seat.purse.add(batch(0));
    let refused = false;
    vi.stubGlobal('WebSocket', Wire);
    vi.stubGlobal('fetch', async (path: string) => {
      at.push([path, Date.now()]);
      if (path === '/api/v1/stamps') return new Response(JSON.stringify(batch(1)));
      if (refused) return new Response('{"received":true}');
      refused = true;
      return new Response(JSON.stringify({ code: 'stamp_invalid', message: words, advice: words }), { status: 403 });
    });
    part = new Participation(seat, 's', {
      arrived: () => undefined,
      settled: () => undefined,
      moved: () => undefined,
      left: () => undefined,
    });
  });
  afterEach(() => {
    part.stop();
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it('neither draws at once nor follows the draw at once', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    part.write('ideas', 'Card');
    await vi.advanceTimersByTimeAsync(9_000);
    expect(at.map(([path]) => path)).toEqual(['/api/v1/letterbox']);
    expect(part.cards[0]?.receipt).toBe('waiting');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(at.map(([path]) => path)).toEqual(['/api/v1/letterbox', '/api/v1/stamps', '/api/v1/letterbox']);
    const [first, draw, second] = at.map(([, when]) => when);
    expect(draw! - first!).toBe(10_000);
    expect(second! - draw!).toBe(2_000);
    expect(part.cards[0]?.receipt).toBe('received');
  });
});

describe('a seat that is given up', () => {
  let seat: Seat;
  let part: Participation;
  let left: number;

  beforeEach(() => {
    vi.stubGlobal('WebSocket', Wire);
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('tunnel')));
    seat = new Seat('K7M2XQ4T', new Store(new SharedStorage(), 'k:'));
    seat.store.write('seat', { secret: seat.secret(), session: 's' });
    left = 0;
    part = new Participation(seat, 's', {
      arrived: () => undefined,
      settled: () => undefined,
      moved: () => undefined,
      left: () => ++left,
    });
  });
  afterEach(() => {
    part.stop();
    vi.unstubAllGlobals();
  });

  it('leaves what did not arrive for the next one, as it was sent', () => {
    const before = seat.secret();
    seat.purse.add(batch(0));
    part.write('ideas', 'First');
    part.write('ideas', 'A comment', { on: 'card' });
    part.cast('vote', { method: 'single_choice', choice: 0 });
    part.leaveAddress('somebody@example.org');
    seat.drafts.write('ideas', 'Half a sen');
    const own = seat.store.part('own:');
    const cards = part.cards.map(({ id }) => own.read<OwnCard>(`card:${id}`));
    expect(cards).toMatchObject([{ todo: [{ stamp: '0-2' }] }, { todo: [{ stamp: '0-1' }] }]);
    part.giveUpSeat();
    expect(part.cards.map(({ id }) => own.read<OwnCard>(`card:${id}`))).toEqual(cards);
    expect(own.keys()).toHaveLength(2);
    expect(seat.drafts.read('ideas')).toBe('Half a sen');
    expect(seat.purse.since()).toEqual({});
    expect(seat.session()).toBeUndefined();
    expect(seat.secret()).not.toBe(before);
  });

  it('is noticed in another tab', () => {
    const heard = (key: string) => globalThis.dispatchEvent(new StorageEvent('storage', { key }));
    heard('k:own:card:1');
    expect(left).toBe(0);
    seat.store.remove('seat');
    heard('k:seat');
    expect(left).toBe(1);
  });
});
