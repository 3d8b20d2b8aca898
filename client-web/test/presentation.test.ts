import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Presentation } from '../src/lib/presentation.svelte';

class Wire {
  onclose: (event: { code: number }) => void = () => undefined;
  send(): void {}
  close(): void {}
}

const words = { de: 'x', en: 'x' };
const door = { session: 's', title: 'Workshop', phase: 'running' };

describe('the page for the room', () => {
  let asked: number;
  let answer: () => Response;
  let wires: Wire[];
  let presentation: Presentation;

  const refuse = (status: number, code: string) => () =>
    new Response(JSON.stringify({ code, message: words, advice: words }), { status });

  beforeEach(() => {
    vi.useFakeTimers();
    asked = 0;
    wires = [];
    vi.stubGlobal('fetch', async () => {
      asked += 1;
      return answer();
    });
    vi.stubGlobal(
      'WebSocket',
      class extends Wire {
        constructor() {
          super();
          wires.push(this);
        }
      },
    );
    presentation = new Presentation('K7M2XQ4T');
  });
  afterEach(() => {
    presentation.stop();
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it('asks once for a code that does not exist, and again when it is told to', async () => {
    answer = refuse(404, 'unknown_code');
    presentation.start();
    await vi.advanceTimersByTimeAsync(120_000);
    dispatchEvent(new Event('online'));
    await vi.advanceTimersByTimeAsync(120_000);
    expect(asked).toBe(1);
    expect(presentation.stopped).toBe(true);
    expect(presentation.problem?.code).toBe('unknown_code');

    answer = () => new Response(JSON.stringify(door));
    presentation.again();
    expect(presentation.stopped).toBe(false);
    await vi.advanceTimersByTimeAsync(0);
    expect(asked).toBe(2);
    expect(presentation.problem).toBeUndefined();
    expect(wires).toHaveLength(1);
  });

  it.each([429, 503])('tries later after %i', async (status) => {
    answer = refuse(status, 'too_many_tries');
    presentation.start();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toBeGreaterThan(1);
    expect(presentation.stopped).toBe(false);
  });

  it('offers to try again when the feed lets nobody in any more', async () => {
    answer = () => new Response(JSON.stringify(door));
    presentation.start();
    await vi.advanceTimersByTimeAsync(0);
    wires[0]?.onclose({ code: 4501 });
    expect(presentation).toMatchObject({ stopped: true, end: 'unknown' });
    presentation.again();
    await vi.advanceTimersByTimeAsync(0);
    expect(asked).toBe(2);
    expect(presentation.end).toBeUndefined();
  });
});
