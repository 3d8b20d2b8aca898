import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadMeasuresTexts } from '../src/i18n/measures';
import Measures from '../src/ui/Measures.svelte';
import type { ActivityView, MeasureView } from '../src/wire/wire';
import { changing } from './props.svelte';

const items = ['Scanner', 'Benches'].map((text, id) => ({ id, text }));
const repair: MeasureView = { id: 'a', what: 'Repair it', who: 'IT', due: '2027-01-31', status: 'under_way', about: 0 };
const lunch: MeasureView = { id: 'b', what: 'Have lunch', who: '', status: 'done' };

describe('the list of measures', () => {
  let target: HTMLElement;
  let mounted: Record<string, unknown>;
  let props: { activity: ActivityView; large: boolean };
  const words = () => target.textContent?.replace(/\s+/g, ' ').trim() ?? '';

  function show(more: Partial<ActivityView>, large = false) {
    const activity = { id: 'm', kind: 'measures', title: 'M', phase: 'open', items, measures: [], ...more };
    props = changing({ activity: activity as ActivityView, large });
    mounted = mount(Measures, { target, props });
    flushSync();
  }

  beforeAll(() => loadMeasuresTexts());
  beforeEach(() => (target = document.body.appendChild(document.createElement('div'))));
  afterEach(async () => {
    await unmount(mounted);
    target.remove();
  });

  it.each([false, true])('tells each with who, by when and status in words (wall: %s)', (large) => {
    show({ measures: [repair, lunch] }, large);
    for (const text of ['Repair it', 'IT', '31. Januar 2027', 'in Arbeit', 'Have lunch', 'erledigt'])
      expect(words()).toContain(text);
    expect(words().indexOf('Repair it')).toBeLessThan(words().indexOf('Benches'));
  });

  it.each([false, true])('names the items that have none yet (wall: %s)', (large) => {
    show({ measures: [repair] }, large);
    expect(words().match(/Noch keine Maßnahme/g)).toHaveLength(1);
    expect(words()).toMatch(/Benches ?Noch keine Maßnahme/);
  });

  it('says so while there is nothing, and that nothing came when it is over', () => {
    show({ items: [] });
    expect(words()).toContain('Noch ist nichts vereinbart');
    props.activity = { ...props.activity, phase: 'closed' };
    flushSync();
    expect(words()).toBe('Es wurden keine Maßnahmen vereinbart.');
  });

  it('loses no measure whose item is not known', () => {
    show({ measures: [{ ...repair, about: 9 }] });
    expect(words()).toMatch(/Weitere Maßnahmen.*Repair it/);
  });

  it('follows what the facilitator writes', () => {
    show({ measures: [repair] });
    props.activity = { ...props.activity, measures: [{ ...repair, status: 'dropped', what: 'Buy a new one' }] };
    flushSync();
    expect(words()).toContain('Buy a new one');
    expect(words()).toContain('verworfen');
    expect(words()).not.toContain('Repair it');
  });
});
