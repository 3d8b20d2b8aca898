import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Backoff } from '../src/lib/backoff';
import { Feed, type Connection, type FeedEnd } from '../src/lib/feed';
import type { FeedMessage, Hello } from '../src/wire/wire';

class Wire {
  sent: Hello[] = [];
  closed = false;
  onopen: () => void = () => undefined;
  onmessage: (event: { data: string }) => void = () => undefined;
  onclose: (event: { code: number }) => void = () => undefined;
  send(text: string): void {
    this.sent.push(JSON.parse(text) as Hello);
  }
  close(): void {
    if (this.closed) return;
    this.closed = true;
    this.onclose({ code: 1005 });
  }
  tell(message: unknown): void {
    this.onmessage({ data: JSON.stringify(message) });
  }
}

const folder = join(import.meta.dirname, '../../tests/wire-examples');
const read = (name: string) => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as FeedMessage;
const hello: Hello = { type: 'hello', session: 's', audience: 'presenter', code: 'K7M2XQ4T' };

describe('the feed', () => {
  let wires: Wire[];
  let states: Connection[];
  let ends: FeedEnd[];
  let heard: FeedMessage[];
  let outdated: number;
  let greeting: Hello | undefined;
  let feed: Feed;
  const wire = () => wires[wires.length - 1] as Wire;
  const later = () => vi.advanceTimersByTimeAsync(1000);

  beforeEach(async () => {
    vi.useFakeTimers();
    wires = [];
    states = [];
    ends = [];
    heard = [];
    outdated = 0;
    greeting = hello;
    feed = new Feed({
      hello: async () => greeting,
      listener: {
        told: (_, message) => heard.push(message),
        connection: (state) => states.push(state),
        ended: (why) => ends.push(why),
        outdated: () => (outdated += 1),
      },
      url: 'ws://test',
      socket: () => {
        const made = new Wire();
        wires.push(made);
        return made as unknown as WebSocket;
      },
      backoff: new Backoff(100, 100, () => 1),
    });
    feed.start();
    await vi.advanceTimersByTimeAsync(0);
  });
  afterEach(() => {
    feed.stop();
    vi.useRealTimers();
  });

  /** Another one, of which nothing is heard but its wires. */
  const deafFeed = (greet: () => Promise<Hello | undefined>, backoff = new Backoff()) =>
    new Feed({
      hello: greet,
      listener: {
        told: () => undefined,
        connection: () => undefined,
        ended: () => undefined,
        outdated: () => undefined,
      },
      url: 'ws://test',
      socket: () => {
        const made = new Wire();
        wires.push(made);
        return made as unknown as WebSocket;
      },
      backoff,
    });

  async function begin(): Promise<void> {
    wire().onopen();
    wire().tell(read('feed-snapshot'));
  }

  it('says hello once and is online with the first snapshot', async () => {
    wire().onopen();
    expect(wire().sent).toEqual([hello]);
    expect(states).not.toContain('online');
    wire().tell(read('feed-snapshot'));
    expect(states.at(-1)).toBe('online');
    expect(heard).toHaveLength(1);
  });

  it('comes back and goes on where it was', async () => {
    await begin();
    wire().tell(read('feed-numbers'));
    wire().onclose({ code: 1006 });
    expect(states.at(-1)).toBe('offline');
    await later();
    expect(wires).toHaveLength(2);
    wire().onopen();
    expect(wire().sent[0]).toMatchObject({ epoch: '4f1c', revision: 18 });
    expect(states.at(-1)).toBe('online');
  });

  it('comes back for a snapshot after a gap', async () => {
    await begin();
    wire().tell({ ...read('feed-numbers'), revision: 40 });
    expect(wire().closed).toBe(true);
    await later();
    wire().onopen();
    expect(wire().sent[0]).toEqual(hello);
  });

  it.each([4000, 4001, 1006, 1001, 1012])('comes back after %i', async (code) => {
    await begin();
    wire().onclose({ code });
    await later();
    expect(wires).toHaveLength(2);
    expect(ends).toEqual([]);
  });

  it.each([
    [4500, 'protocol'],
    [4501, 'unknown'],
    [4502, 'gone'],
    [4999, 'protocol'],
    [1009, 'protocol'],
  ] as const)('does not come back after %i', async (code, why) => {
    await begin();
    wire().onclose({ code });
    await later();
    expect(ends).toEqual([why]);
    expect(wires).toHaveLength(1);
  });

  it('stops at a change that it does not know: the page is outdated', async () => {
    await begin();
    wire().tell({ ...read('feed-numbers'), changes: [{ change: 'sung' }] });
    await later();
    expect(outdated).toBe(1);
    expect(wires).toHaveLength(1);
  });

  it('tries at once when the network is back', async () => {
    await begin();
    wire().onclose({ code: 1006 });
    dispatchEvent(new Event('online'));
    await vi.advanceTimersByTimeAsync(0);
    expect(wires).toHaveLength(2);
  });

  it('connects anew when the network is back, however alive the socket looks', async () => {
    await begin();
    const dead = wire();
    dispatchEvent(new Event('online'));
    await vi.advanceTimersByTimeAsync(0);
    expect(dead.closed).toBe(true);
    expect(wires).toHaveLength(2);
    wire().onopen();
    expect(wire().sent[0]).toMatchObject({ epoch: '4f1c', revision: 17 });
    dead.tell(read('feed-numbers'));
    expect(heard).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(wires).toHaveLength(2);
  });

  it('connects anew when somebody looks again after more than twenty seconds', async () => {
    await begin();
    const hidden = vi.spyOn(document, 'hidden', 'get');
    const away = async (milliseconds: number) => {
      hidden.mockReturnValue(true);
      dispatchEvent(new Event('visibilitychange'));
      await vi.advanceTimersByTimeAsync(milliseconds);
      hidden.mockReturnValue(false);
      dispatchEvent(new Event('visibilitychange'));
      await vi.advanceTimersByTimeAsync(0);
    };
    await away(10_000);
    expect(wires).toHaveLength(1);
    await away(21_000);
    expect(wires).toHaveLength(2);
    hidden.mockRestore();
  });

  it('gives up a connection that does not come about in ten seconds', async () => {
    const hanging = wire();
    await vi.advanceTimersByTimeAsync(9_900);
    expect(wires).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(300);
    expect(hanging.closed).toBe(true);
    expect(wires).toHaveLength(2);
    hanging.onopen();
    expect(hanging.sent).toEqual([]);
  });

  it('keeps a connection that was opened, however quiet', async () => {
    await begin();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(wires).toHaveLength(1);
  });

  it('looks whether it is alive when it is doubted, unless it has told something just now', async () => {
    await begin();
    feed.doubt();
    await vi.advanceTimersByTimeAsync(19_000);
    feed.doubt();
    expect(wires).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1_000);
    feed.doubt();
    feed.doubt();
    await vi.advanceTimersByTimeAsync(0);
    feed.doubt();
    expect(wires).toHaveLength(2);
  });

  it('goes on with the latest of two tries', async () => {
    feed.stop();
    const answers: (() => void)[] = [];
    const slow = deafFeed(() => new Promise((done) => answers.push(() => done(hello))));
    const before = wires.length;
    slow.start();
    dispatchEvent(new Event('online'));
    answers.forEach((each) => each());
    await vi.advanceTimersByTimeAsync(0);
    expect(answers).toHaveLength(2);
    expect(wires).toHaveLength(before + 1);
    slow.stop();
  });

  it('does not wait for a dead socket to close when the network goes', async () => {
    await begin();
    const first = wire();
    dispatchEvent(new Event('offline'));
    expect(states.at(-1)).toBe('offline');
    expect(first.closed).toBe(true);
    await later();
    expect(wires).toHaveLength(2);
  });

  it('tries later when it has nothing to say hello with', async () => {
    feed.stop();
    greeting = undefined;
    const again = deafFeed(async () => greeting, new Backoff(100, 100, () => 1));
    const before = wires.length;
    again.start();
    await vi.advanceTimersByTimeAsync(50);
    expect(wires).toHaveLength(before);
    greeting = hello;
    await later();
    expect(wires).toHaveLength(before + 1);
    again.stop();
  });

  it('does not listen to a socket that it left', async () => {
    await begin();
    const old = wire();
    old.onclose({ code: 1006 });
    await later();
    old.tell(read('feed-numbers'));
    expect(heard).toHaveLength(1);
  });

  it('is silent after it was stopped', async () => {
    await begin();
    feed.stop();
    await later();
    expect(wires).toHaveLength(1);
  });
});
