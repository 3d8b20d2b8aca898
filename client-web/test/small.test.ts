import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Announcer } from '../src/lib/announcer';
import { Backoff } from '../src/lib/backoff';
import { fromBase64url, newId, newSecret, toBase64url } from '../src/lib/bytes';
import { editHash } from '../src/lib/edit-hash';
import { minutesAndSeconds, ServerClock } from '../src/lib/clock';
import { patiently } from '../src/lib/later';
import { segmentsOf } from '../src/lib/router.svelte';
import { isCode, Seat, spokenCode, tidyCode } from '../src/lib/seat';
import { Store } from '../src/lib/storage';
import { SharedStorage } from './support';

describe('the announcer', () => {
  let said: string[];
  let announcer: Announcer;
  const words = (count: number) => `${count} new`;
  beforeEach(() => {
    vi.useFakeTimers();
    said = [];
    announcer = new Announcer(
      (text) => said.push(text),
      10_000,
      () => Date.now(),
    );
  });
  afterEach(() => vi.useRealTimers());

  it('speaks what one does oneself at once', () => {
    announcer.say('Received');
    expect(said).toEqual(['Received']);
  });

  it('counts a flood and speaks at most every ten seconds', () => {
    for (let second = 0; second < 30; ++second) {
      announcer.arrived(2, words);
      vi.advanceTimersByTime(1000);
    }
    vi.advanceTimersByTime(10_000);
    expect(said.length).toBeLessThanOrEqual(4);
    expect(said.map((each) => Number.parseInt(each, 10)).reduce((sum, each) => sum + each, 0)).toBe(60);
  });

  it('waits until nobody has typed for three seconds', () => {
    announcer.arrived(5, words);
    for (let at = 0; at < 10; ++at) {
      vi.advanceTimersByTime(500);
      announcer.typing();
    }
    expect(said).toEqual([]);
    vi.advanceTimersByTime(3100);
    expect(said).toEqual(['5 new']);
  });

  it('forgets what was seen', () => {
    announcer.arrived(5, words);
    announcer.reset();
    vi.advanceTimersByTime(20_000);
    expect(said).toEqual([]);
  });
});

describe('pauses', () => {
  it('double up to a bound, with full jitter, and begin anew', () => {
    const backoff = new Backoff(500, 15_000, () => 1);
    const pauses = Array.from({ length: 8 }, () => backoff.next());
    expect(pauses).toEqual([500, 1000, 2000, 4000, 8000, 15_000, 15_000, 15_000]);
    backoff.reset();
    expect(backoff.next()).toBe(500);
    expect(new Backoff(500, 15_000, () => 0.5).next()).toBe(250);
  });

  it('are never nothing', () => {
    expect(new Backoff(500, 15_000, () => 0).next()).toBe(50);
  });
});

describe('storage', () => {
  it('keeps values under its prefix and finds its keys', () => {
    const disk = new SharedStorage();
    const store = new Store(disk, 'a:');
    store.write('one', { two: 3 });
    new Store(disk, 'b:').write('other', 1);
    expect(disk.getItem('a:one')).toBe('{"two":3}');
    expect(store.keys()).toEqual(['one']);
    expect(new Store(disk, 'a:').read('one')).toEqual({ two: 3 });
    store.clear();
    expect(disk.length).toBe(1);
  });

  it('goes on in memory when it is full, forbidden or absent', () => {
    const disk = new SharedStorage();
    disk.full = true;
    const store = new Store(disk, 'a:');
    expect(store.write('one', 1)).toBe(false);
    expect(store.read('one')).toBe(1);
    disk.full = false;
    expect(store.write('one', 2)).toBe(true);
    expect(store.read('one')).toBe(2);
    const forbidden = new Store(undefined, 'a:');
    expect(forbidden.write('x', 1)).toBe(false);
    expect(forbidden.part('b:').write('y', 2)).toBe(false);
    expect(forbidden.part('b:').keys()).toEqual(['y']);
    forbidden.clear();
    expect(forbidden.part('b:').read('y')).toBeUndefined();
  });

  it('takes what it cannot read as absent', () => {
    const disk = new SharedStorage();
    disk.setItem('a:one', '{');
    expect(new Store(disk, 'a:').read('one')).toBeUndefined();
  });

  it('hears of other tabs, under its own prefix only', () => {
    const heard: string[] = [];
    const stop = new Store(new SharedStorage(), 'a:').watch((key) => heard.push(key));
    const tell = (key: string) => dispatchEvent(Object.assign(new Event('storage'), { key }));
    tell('a:one');
    tell('b:two');
    stop();
    tell('a:three');
    expect(heard).toEqual(['one']);
  });
});

describe('join codes', () => {
  it('forgive case, blanks, hyphens and look-alikes, as the server does', () => {
    expect(tidyCode(' abcd-o1il ')).toBe('ABCD0111');
    expect(tidyCode('k7m2 xq4t')).toBe('K7M2XQ4T');
  });
  it('have eight characters of Crockford', () => {
    expect(isCode('K7M2XQ4T')).toBe(true);
    expect(['K7M2XQ4', 'K7M2XQ4TT', 'K7M2XQ4U', 'k7m2xq4t', ''].some(isCode)).toBe(false);
  });
  it('are spoken in two groups', () => expect(spokenCode('K7M2XQ4T')).toBe('K7M2 XQ4T'));
});

describe('a seat', () => {
  it('keeps its secret, session and title over reloads, and forgets everything', () => {
    const disk = new SharedStorage();
    const seat = () => new Seat('K7M2XQ4T', new Store(disk, 'k:'));
    const secret = seat().secret();
    expect(secret).toMatch(/^[\w-]{43}$/);
    seat().remember('Workshop');
    expect(seat().secret()).toBe(secret);
    expect(seat().title()).toBe('Workshop');
    seat().forget();
    expect(disk.length).toBe(0);
    expect(seat().secret()).not.toBe(secret);
  });
});

describe('the clock of the server', () => {
  it('is ahead or behind by what the snapshot said', () => {
    const clock = new ServerClock();
    clock.set(10_000, 4000);
    expect(clock.now(5000)).toBe(11_000);
    expect(clock.until(12_000, 5000)).toBe(1000);
    expect(clock.until(9000, 5000)).toBe(0);
  });
  it('is read as minutes and seconds', () => {
    expect(['0:00', '0:01', '1:00', '4:05', '1:02:00']).toEqual(
      [0, 1, 60_000, 245_000, 3_720_000].map(minutesAndSeconds),
    );
  });
});

describe('ids and secrets', () => {
  it('have the forms of the wire', () => {
    expect(newId()).toMatch(/^[0-9a-f]{32}$/);
    expect(newSecret()).toMatch(/^[\w-]{43}$/);
    expect(newId()).not.toBe(newId());
  });
  it('are hashed as bytes', () => {
    const zeros = toBase64url(new Uint8Array(32));
    expect(fromBase64url(zeros)).toEqual(new Uint8Array(32));
    expect(editHash(zeros)).toBe('Zmh6rfhivXdsj8GLjp-OIAiXFIVu4jOzkCpZHQ1fKSU');
  });
});

describe('the path', () => {
  it('is read as it was typed, and one that is no UTF-8 stays as it is', () => {
    expect(segmentsOf('/desk/sessions/')).toEqual(['desk', 'sessions']);
    expect(segmentsOf('/4K7M%202XQP')).toEqual(['4K7M 2XQP']);
    expect(segmentsOf('/%E0%A4%A')).toEqual(['%E0%A4%A']);
  });
});

describe('a part of the page that comes later', () => {
  it('is asked for again when the device is online again', async () => {
    let asked = 0;
    const part = patiently(
      () => (++asked < 3 ? Promise.reject(new Error('tunnel')) : Promise.resolve('part')),
      [60_000, 60_000],
    );
    for (let at = 0; at < 2; ++at) {
      await new Promise((done) => setTimeout(done));
      globalThis.dispatchEvent(new Event('online'));
    }
    expect(await part).toBe('part');
    expect(asked).toBe(3);
  });
  it('fails with the first reason when it never comes', async () => {
    let asked = 0;
    const part = patiently(() => Promise.reject(new Error(`reason ${++asked}`)), [1, 1]);
    await expect(part).rejects.toThrow('reason 1');
    expect(asked).toBe(3);
  });
});

describe('a seat that is forgotten', () => {
  it('takes drafts and the way back with it, and nothing of another workshop', () => {
    const browser = Store.browser('klartext:');
    browser.write('last', { code: 'ABCD2345', title: 'Probe' });
    const seat = new Seat('ABCD2345');
    seat.drafts.write('ideen', 'Noch nicht abgesandt');
    const other = new Seat('ZZZZ2345');
    other.drafts.write('ideen', 'Anderer Workshop');
    expect(seat.drafts.read('ideen')).toBe('Noch nicht abgesandt');
    seat.forget();
    expect(seat.drafts.read('ideen')).toBeUndefined();
    expect(browser.read('last')).toBeUndefined();
    expect(other.drafts.read('ideen')).toBe('Anderer Workshop');
    other.forget();
  });
});
