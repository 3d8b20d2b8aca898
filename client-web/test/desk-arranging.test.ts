import { beforeEach, describe, expect, it } from 'vitest';
import type { Answer } from '../src/lib/api';
import { Arranging, type Send } from '../src/lib/desk-arranging';
import type { ActivityView } from '../src/wire/wire';
import { refusal, silence } from './support';

describe('arranging', () => {
  let calls: string[];
  let answers: Answer<unknown>[];
  let failures: number;
  let arranging: Arranging;
  const activity = {
    id: 'ideas',
    clusters: [{ id: 'one', name: 'One' }],
    entries: [
      { id: 'a', text: 'A', cluster: 'one' },
      { id: 'b', text: 'B' },
    ],
  } as unknown as ActivityView;
  const ok: Answer<unknown> = { kind: 'ok', body: undefined };

  beforeEach(() => {
    calls = [];
    answers = [];
    failures = 0;
    let made = 0;
    const send: Send = async <T>(method: string, path: string, body?: unknown) => {
      calls.push(`${method} ${path} ${JSON.stringify(body) ?? ''}`.trim());
      const answer = answers.shift() ?? ok;
      if (answer.kind === 'ok' && path === '/clusters') return { kind: 'ok', body: { id: `new${++made}` } as T };
      return answer as Answer<T>;
    };
    arranging = new Arranging(
      send,
      () => activity,
      () => (failures += 1),
    );
  });

  it('keeps a way back that nobody answered, and goes it when it is tried again', async () => {
    await arranging.move(['b'], 'one');
    answers = [silence];
    expect(await arranging.undo()).toBe(false);
    expect(arranging.undoable).toBe(1);
    expect(await arranging.undo()).toBe(true);
    expect(arranging.undoable).toBe(0);
    expect(calls.at(-1)).toBe('POST /arrange {"entries":["b"],"cluster":null}');
  });

  it('drops a way back that is refused for good', async () => {
    await arranging.move(['b'], 'one');
    await arranging.rename('one', 'First');
    answers = [refusal('unknown_cluster', 404)];
    expect(await arranging.undo()).toBe(false);
    expect(arranging.undoable).toBe(1);
    expect(await arranging.undo()).toBe(true);
  });

  it('goes one way back at a time', async () => {
    await arranging.move(['b'], 'one');
    const both = await Promise.all([arranging.undo(), arranging.undo()]);
    expect(both).toEqual([true, false]);
    expect(calls).toHaveLength(2);
  });

  it('makes a cluster again once, however often its cards do not come', async () => {
    await arranging.takeApart('one');
    answers = [ok, silence];
    expect(await arranging.undo()).toBe(false);
    expect(await arranging.undo()).toBe(true);
    expect(calls.filter((each) => each.startsWith('POST /clusters'))).toHaveLength(1);
    expect(calls.at(-1)).toBe('POST /arrange {"entries":["a"],"cluster":"new1"}');
  });

  it('goes on after what was already taken back', async () => {
    await arranging.create('Two', ['b']);
    answers = [ok, silence];
    expect(await arranging.undo()).toBe(false);
    expect(await arranging.undo()).toBe(true);
    expect(calls.filter((each) => each.startsWith('DELETE'))).toHaveLength(1);
  });

  it('takes a new cluster away again when its cards do not come', async () => {
    answers = [ok, refusal('unknown_entry', 404)];
    expect(await arranging.create('Two', ['b'])).toBeUndefined();
    expect(calls.at(-1)).toBe('DELETE /clusters/new1');
    expect(failures).toBe(1);
    expect(arranging.undoable).toBe(0);
  });

  it('takes the same cluster at the next try when it could not be taken away', async () => {
    answers = [ok, silence, silence];
    expect(await arranging.create('Two', ['b'])).toBeUndefined();
    expect(await arranging.create('Two', ['b'])).toBe('new1');
    expect(calls.filter((each) => each.startsWith('POST /clusters'))).toHaveLength(1);
    expect(await arranging.create('Two', ['b'])).toBe('new2');
  });
});
