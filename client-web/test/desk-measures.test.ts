import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Answer } from '../src/lib/api';
import { Measures } from '../src/lib/desk-measures.svelte';
import { Store } from '../src/lib/storage';
import type { MeasureView } from '../src/wire/wire';
import { SharedStorage, refusal, silence } from './support';

describe('measures at the desk', () => {
  let disk: SharedStorage;
  let calls: string[];
  let answers: Answer<unknown>[];
  let told: MeasureView[];
  let held: (() => void)[] | undefined;
  let measures: Measures;
  const ok: Answer<unknown> = { kind: 'ok', body: undefined };
  const view: MeasureView = { id: 'a', what: 'Repair', who: 'Ada', status: 'planned', about: 0 };

  const make = () =>
    new Measures(
      () => told,
      async (method, path, body) => {
        calls.push(`${method} ${path} ${body ? JSON.stringify(body) : ''}`.trim());
        if (held) await new Promise<void>((done) => held?.push(done));
        return answers.shift() ?? ok;
      },
      new Store(disk, 'm:'),
    );
  const after = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
  const row = (id: string) => measures.rows.find((each) => each.id === id);

  beforeEach(() => {
    vi.useFakeTimers();
    disk = new SharedStorage();
    calls = [];
    answers = [];
    told = [view];
    held = undefined;
    measures = make();
  });
  afterEach(() => vi.useRealTimers());

  it('are saved once, after a pause in the writing', async () => {
    measures.change('a', { what: 'Repair the' });
    await after(500);
    measures.change('a', { what: 'Repair the scanner' });
    expect(row('a')?.state).toBe('unsaved');
    await after(799);
    expect(calls).toEqual([]);
    await after(1);
    expect(calls).toEqual(['PUT /measures/a {"what":"Repair the scanner","who":"Ada","status":"planned","about":0}']);
    expect(measures.saving).toBe('saved');
    expect(disk.length).toBe(0);
  });

  it('are saved at once when a field is left', async () => {
    measures.change('a', { due: '2027-01-31' });
    measures.now('a');
    await after(0);
    expect(calls[0]).toContain('"due":"2027-01-31"');
    measures.now('a');
    await after(0);
    expect(calls).toHaveLength(1);
  });

  it('are sent one version after the other, and the last one wins', async () => {
    held = [];
    measures.change('a', { what: 'One' });
    measures.now('a');
    await after(0);
    measures.change('a', { what: 'Two' });
    measures.now('a');
    await after(0);
    expect(calls).toHaveLength(1);
    const release = held;
    held = undefined;
    release.forEach((go) => go());
    await after(1000);
    expect(calls.map((each) => /"what":"(\w+)"/.exec(each)?.[1])).toEqual(['One', 'Two']);
    expect(row('a')).toMatchObject({ state: 'saved', fields: { what: 'Two' } });
  });

  it('wait for what is to be done before they are sent', async () => {
    const id = measures.add(1);
    measures.change(id, { who: 'Bo' });
    await after(1000);
    expect(calls).toEqual([]);
    expect(measures.saving).toBe('empty');
    measures.change(id, { what: 'Call' });
    await after(1000);
    expect(calls).toEqual([`PUT /measures/${id} {"what":"Call","who":"Bo","status":"planned","about":1}`]);
  });

  it('have ids that the server takes', () => {
    expect(measures.add(undefined)).toMatch(/^[0-9a-f]{32}$/);
  });

  it('outlive a reload until the server has them', async () => {
    answers = [silence];
    measures.change('a', { what: 'Kept' });
    await after(1000);
    expect(row('a')?.state).toBe('offline');
    measures.stop();
    measures = make();
    expect(row('a')?.fields.what).toBe('Kept');
    await after(0);
    expect(calls.at(-1)).toContain('"what":"Kept"');
    expect(disk.length).toBe(0);
    expect(measures.saving).toBe('saved');
  });

  it('are tried again by themselves when nobody answered', async () => {
    answers = [silence, refusal('unavailable', 503)];
    measures.change('a', { what: 'Again' });
    await after(1000);
    expect(measures.saving).toBe('offline');
    await after(5000);
    expect(measures.saving).toBe('offline');
    await after(5000);
    expect(calls).toHaveLength(3);
    expect(measures.saving).toBe('saved');
  });

  it('stay on the page when they are refused, with the reason', async () => {
    answers = [refusal('too_many_measures', 422)];
    measures.change('a', { what: 'Refused' });
    await after(60_000);
    expect(calls).toHaveLength(1);
    expect(row('a')).toMatchObject({ state: 'refused', fields: { what: 'Refused' } });
    expect(row('a')?.problem?.code).toBe('too_many_measures');
    measures.now('a');
    await after(0);
    expect(measures.saving).toBe('saved');
  });

  it('do not go back to what the feed still says', async () => {
    measures.change('a', { what: 'New' });
    await after(1000);
    expect(row('a')?.fields.what).toBe('New');
    // The feed is told of it, then of what another tab did.
    told = [{ ...view, what: 'From another tab' }];
    await after(3000);
    expect(row('a')?.fields.what).toBe('From another tab');
  });

  it('do not move while others are written', async () => {
    const [one, other] = [measures.add(0), measures.add(0)];
    expect(measures.rows.map((each) => each.id)).toEqual(['a', one, other]);
    measures.change(other, { what: 'First to be saved' });
    await after(1000);
    told.push({ id: other, what: 'First to be saved', who: '', status: 'planned', about: 0 });
    measures.change(one, { what: 'x' });
    expect(measures.rows.map((each) => each.id)).toEqual(['a', one, other]);
  });

  it('come back after a deletion as they were', async () => {
    expect(await measures.remove('a')).toBe(true);
    expect(calls).toEqual(['DELETE /measures/a']);
    expect(measures.rows).toEqual([]);
    expect(measures.undo()).toBe('a');
    await after(0);
    expect(calls[1]).toBe('PUT /measures/a {"what":"Repair","who":"Ada","status":"planned","about":0}');
    expect(row('a')?.fields.what).toBe('Repair');
  });

  it('stay when the deletion was not heard', async () => {
    answers = [silence];
    expect(await measures.remove('a')).toBe(false);
    expect(row('a')?.fields.what).toBe('Repair');
    expect(measures.problem?.code).toBe('nobody_answered');
  });

  it('that the server never saw are deleted without asking it', async () => {
    const id = measures.add(undefined);
    await measures.remove(id);
    expect(calls).toEqual([]);
    expect(measures.removed).toBeUndefined();
  });

  it('whose answer was lost are deleted at the server, too', async () => {
    answers = [silence];
    const id = measures.add(undefined);
    measures.change(id, { what: 'Lost' });
    await after(1000);
    expect(await measures.remove(id)).toBe(true);
    expect(calls.at(-1)).toBe(`DELETE /measures/${id}`);
    await after(10_000);
    expect(calls).toHaveLength(2);
    expect(disk.length).toBe(0);
  });

  it('send nothing more once the page is gone, whatever the answer is', async () => {
    answers = [silence];
    held = [];
    measures.change('a', { what: 'One' });
    measures.now('a');
    await after(0);
    measures.stop();
    held.forEach((go) => go());
    held = undefined;
    await after(60_000);
    expect(calls).toHaveLength(1);
    expect(disk.length).toBe(1);
  });

  it('of the page before do not overtake those of the next one', async () => {
    held = [];
    measures.change('a', { what: 'One' });
    measures.stop();
    await after(0);
    measures = make();
    measures.change('a', { what: 'Two' });
    measures.now('a');
    await after(0);
    expect(calls).toHaveLength(1);
    const release = held;
    held = undefined;
    release.forEach((go) => go());
    await after(0);
    expect(calls.at(-1)).toContain('"what":"Two"');
    expect(disk.length).toBe(0);
  });

  it('can be put below another item, or below none', async () => {
    measures.change('a', { about: 2 });
    await after(800);
    expect(calls.at(-1)).toBe('PUT /measures/a {"what":"Repair","who":"Ada","status":"planned","about":2}');
    told = [{ ...view, about: 2 }];
    measures.change('a', { about: null });
    expect(row('a')?.fields.about).toBeNull();
    await after(800);
    expect(calls.at(-1)).toBe('PUT /measures/a {"what":"Repair","who":"Ada","status":"planned"}');
  });

  it('that were taken from their item stay so after a reload', async () => {
    answers = [silence];
    measures.change('a', { about: null });
    await after(800);
    measures.stop();
    measures = make();
    expect(row('a')?.fields.about).toBeNull();
    await after(0);
    expect(calls.at(-1)).toBe('PUT /measures/a {"what":"Repair","who":"Ada","status":"planned"}');
  });

  it('leave alone what another desk changed meanwhile', async () => {
    measures.change('a', { what: 'Mine' });
    told = [{ ...view, status: 'done' }];
    await after(1000);
    expect(calls).toEqual(['PUT /measures/a {"what":"Mine","who":"Ada","status":"done","about":0}']);
  });

  it('that another desk deleted are not brought back by a change here', async () => {
    measures.change('a', { what: 'Mine' });
    told = [];
    await after(60_000);
    expect(calls).toEqual([]);
    expect(row('a')).toMatchObject({ state: 'refused', fields: { what: 'Mine' } });
    await measures.remove('a');
    expect(disk.length).toBe(0);
  });

  it('that another desk deleted right after they were saved do not stay as saved', async () => {
    const id = measures.add(0);
    measures.change(id, { what: 'Short' });
    await after(1000);
    await after(3000);
    expect(row(id)).toBeUndefined();
  });

  it('that another desk brings back are shown again', async () => {
    await measures.remove('a');
    told = [];
    await after(3000);
    told = [view];
    measures.add(0);
    expect(row('a')?.fields.what).toBe('Repair');
  });
});
