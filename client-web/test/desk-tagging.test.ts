import { beforeEach, describe, expect, it } from 'vitest';
import type { Answer } from '../src/lib/api';
import { Arranging, type Send } from '../src/lib/desk-arranging';
import { Tagging } from '../src/lib/desk-tagging';
import type { ActivityView } from '../src/wire/wire';
import { refusal, silence } from './support';

describe('tagging', () => {
  let calls: string[];
  let answers: Answer<unknown>[];
  let failures: number;
  let activity: ActivityView;
  let arranging: Arranging;
  let tagging: Tagging;
  const ok: Answer<unknown> = { kind: 'ok', body: undefined };

  beforeEach(() => {
    calls = [];
    answers = [];
    failures = 0;
    activity = {
      id: 'ideas',
      tags: [
        { id: 'bus', name: 'Bus', meaning: 'Lines and stops' },
        { id: 'rad', name: 'Rad', meaning: '' },
      ],
      entries: [
        { id: 'a', text: 'A', tags: ['bus'] },
        { id: 'b', text: 'B', tags: ['bus', 'rad'] },
        { id: 'c', text: 'C' },
      ],
    } as unknown as ActivityView;
    const send: Send = async <T>(method: string, path: string, body?: unknown) => {
      calls.push(`${method} ${path} ${JSON.stringify(body) ?? ''}`.trim());
      return (answers.shift() ?? ok) as Answer<T>;
    };
    arranging = new Arranging(
      send,
      () => activity,
      () => (failures += 1),
    );
    tagging = new Tagging(arranging, () => activity);
  });

  it('asks for the entries alone that are not as they shall be, and takes back no more', async () => {
    expect(await tagging.set(['a', 'b', 'c'], 'rad', true)).toBe(true);
    await arranging.undo();
    expect(calls).toEqual([
      'POST /tags/rad/entries {"entries":["a","c"],"on":true}',
      'POST /tags/rad/entries {"entries":["a","c"],"on":false}',
    ]);
  });

  it('asks for nothing and remembers nothing where all is as it shall be', async () => {
    expect(await tagging.set(['a', 'b'], 'bus', true)).toBe(true);
    expect(calls).toEqual([]);
    expect(arranging.undoable).toBe(0);
  });

  it('makes a tag for the entries, and takes both back', async () => {
    const id = await tagging.create('Bänke', '', ['c']);
    expect(id).toMatch(/^[0-9a-f]{32}$/);
    expect(calls[1]).toBe(`POST /tags/${id}/entries {"entries":["c"],"on":true}`);
    expect(await arranging.undo()).toBe(true);
    expect(calls.at(-1)).toBe(`DELETE /tags/${id}`);
    expect(arranging.undoable).toBe(0);
  });

  it('makes no second tag when nobody answered the first time', async () => {
    answers = [silence];
    expect(await tagging.create('Bänke', '', [])).toBeUndefined();
    expect(await tagging.create('Bänke', '', [])).toBeDefined();
    expect(calls[1]).toBe(calls[0]);
    expect(failures).toBe(1);
  });

  it('takes another id after a refusal', async () => {
    answers = [refusal('duplicate_tag')];
    await tagging.create('Bus', '', []);
    await tagging.create('Bus', '', []);
    expect(calls[1]).not.toBe(calls[0]);
  });

  it('brings a deleted tag back under its id, with its meaning and on its entries', async () => {
    await tagging.remove('bus');
    await arranging.undo();
    expect(calls).toEqual([
      'DELETE /tags/bus',
      'POST /tags {"id":"bus","name":"Bus","meaning":"Lines and stops"}',
      'POST /tags/bus/entries {"entries":["a","b"],"on":true}',
    ]);
  });

  it('takes a merge apart again: entries that had both keep both', async () => {
    await tagging.merge('bus', 'rad');
    await arranging.undo();
    expect(calls.slice(1)).toEqual([
      'POST /tags {"id":"bus","name":"Bus","meaning":"Lines and stops"}',
      'POST /tags/bus/entries {"entries":["a","b"],"on":true}',
      'POST /tags/rad/entries {"entries":["a"],"on":false}',
    ]);
  });

  it('leaves entries alone that went meanwhile', async () => {
    await tagging.remove('bus');
    activity = { ...activity, entries: activity.entries!.filter((each) => each.id !== 'a') };
    await arranging.undo();
    expect(calls.at(-1)).toBe('POST /tags/bus/entries {"entries":["b"],"on":true}');
  });

  it('gives name and meaning back', async () => {
    await tagging.edit('bus', 'Bus und Bahn', '');
    await arranging.undo();
    expect(calls).toEqual([
      'PUT /tags/bus {"name":"Bus und Bahn","meaning":""}',
      'PUT /tags/bus {"name":"Bus","meaning":"Lines and stops"}',
    ]);
  });

  it('has one way back together with arranging', async () => {
    await arranging.move(['a'], 'one');
    await tagging.set(['c'], 'bus', true);
    await arranging.undo();
    expect(calls.at(-1)).toBe('POST /tags/bus/entries {"entries":["c"],"on":false}');
    await arranging.undo();
    expect(calls.at(-1)).toBe('POST /arrange {"entries":["a"],"cluster":null}');
  });

  it('remembers nothing that was refused', async () => {
    answers = [refusal('unknown_tag', 404)];
    expect(await tagging.remove('bus')).toBe(false);
    expect(arranging.undoable).toBe(0);
    expect(failures).toBe(1);
  });
});
