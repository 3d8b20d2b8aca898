import { mount, tick, unmount } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadCollectingTexts } from '../src/i18n/collecting';
import { loadDeskTexts } from '../src/i18n/desk.svelte';
import { language } from '../src/i18n/index.svelte';
import { loadSteeringTexts } from '../src/i18n/steering';
import type { Answer } from '../src/lib/api';
import type { Leading } from '../src/lib/desk-leading.svelte';
import ByVotes from '../src/pages/desk/ByVotes.svelte';
import UpVoteFacts from '../src/pages/desk/UpVoteFacts.svelte';
import type { ActivityView, EntryView } from '../src/wire/wire';
import { changing } from './props.svelte';
import { refusal } from './support';

const card = (id: string, upVotes?: number, more: Partial<EntryView> = {}) =>
  ({ id, text: `Karte ${id}`, ...(upVotes === undefined ? {} : { upVotes }), ...more }) as EntryView;
const asked = (entries: EntryView[], more: Partial<ActivityView> = {}) =>
  ({
    id: 'q',
    kind: 'collect',
    phase: 'open',
    title: 'Fragen',
    upVotes: true,
    upVoters: 12,
    entries,
    ...more,
  }) as ActivityView;

describe('cards by their votes', () => {
  let target: HTMLElement;
  let part: Record<string, unknown>;
  let calls: string[];
  let answers: Answer<unknown>[];
  let given: { leading: Leading; activity: ActivityView };

  beforeEach(async () => {
    await language.show('de');
    await Promise.all([loadCollectingTexts(), loadDeskTexts(), loadSteeringTexts()]);
    calls = [];
    answers = [];
    target = document.createElement('div');
    document.body.append(target);
    const leading = {
      step: async (method: string, id: string, path: string, body?: unknown) => {
        calls.push(`${method} ${id}${path} ${JSON.stringify(body)}`);
        return answers.shift() ?? { kind: 'ok', body: undefined };
      },
    } as unknown as Leading;
    given = changing({
      leading,
      activity: asked([card('a', 1), card('b', 7), card('c'), card('d', 9, { answered: true })]),
    });
    part = mount(ByVotes, { target, props: given });
    await tick();
  });
  afterEach(() => {
    void unmount(part);
    target.remove();
  });
  const shown = () => [...target.querySelectorAll('li .words')].map((each) => each.textContent?.trim().at(-1)).join('');
  const button = (text: string) =>
    [...target.querySelectorAll('button')].find((each) => each.textContent?.includes(text)) as HTMLButtonElement;

  it('begin with the most votes, and what is answered comes last', () => {
    expect(shown()).toBe('bacd');
    expect(target.textContent).toContain('7 Stimmen');
    expect(target.textContent).toContain('1 Stimme');
    expect(target.textContent).toContain('ohne Stimme');
  });

  it('keep their places while they are read, until somebody asks for the order', async () => {
    given.activity = asked([card('a', 20), card('b', 7), card('c'), card('d', 9, { answered: true }), card('e', 8)]);
    await tick();
    expect(shown()).toBe('bacde');
    expect(target.textContent).toContain('20 Stimmen');
    expect(button('Nach Stimmen ordnen').getAttribute('aria-disabled')).toBe('false');
    button('Nach Stimmen ordnen').click();
    await tick();
    expect(shown()).toBe('aebcd');
    expect(button('Nach Stimmen ordnen').getAttribute('aria-disabled')).toBe('true');
  });

  it('have no numbers before any are published', async () => {
    const { upVoters: _, ...none } = asked([card('a')]);
    given.activity = none;
    await tick();
    expect(target.querySelector('.votes')).toBeNull();
  });

  it('are marked as answered, and open again by undo', async () => {
    button('Beantwortet: Karte b').click();
    await vi.waitFor(() => expect(button('Rückgängig').getAttribute('aria-disabled')).toBe('false'));
    expect(calls).toEqual(['PUT q/entries/b/answered {"answered":true}']);
    given.activity = asked([card('a', 1), card('b', 7, { answered: true })]);
    await tick();
    expect(button('Beantwortet: Karte b').getAttribute('aria-pressed')).toBe('true');
    globalThis.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true }));
    await vi.waitFor(() => expect(calls).toHaveLength(2));
    expect(calls[1]).toBe('PUT q/entries/b/answered {"answered":false}');
    await vi.waitFor(() => expect(button('Rückgängig').getAttribute('aria-disabled')).toBe('true'));
  });

  it('say why one cannot be marked', async () => {
    answers = [refusal('entry_gone', 409)];
    button('Beantwortet: Karte b').click();
    await vi.waitFor(() => expect(target.querySelector('[role=alert]')).not.toBeNull());
    expect(button('Rückgängig').getAttribute('aria-disabled')).toBe('true');
  });

  it('are one stop for Tab, and the arrows lead on', async () => {
    const stops = () => [...target.querySelectorAll<HTMLElement>('li button')].filter((each) => each.tabIndex === 0);
    expect(stops().map((each) => each.id)).toEqual(['answered-b']);
    stops()[0]!.focus();
    const press = (key: string) =>
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    press('ArrowDown');
    await tick();
    expect(document.activeElement?.id).toBe('answered-a');
    expect(stops().map((each) => each.id)).toEqual(['answered-a']);
    press('End');
    expect(document.activeElement?.id).toBe('answered-d');
    press('Home');
    expect(document.activeElement?.id).toBe('answered-b');
  });
});

describe('how many have voted', () => {
  it('is said once it is published, and can be asked for while the step is open', async () => {
    await language.show('de');
    await loadSteeringTexts();
    const target = document.createElement('div');
    const done: string[] = [];
    const { upVoters: _, ...none } = asked([]);
    const given = changing({
      step: none as ActivityView,
      busy: false,
      count: (_: ActivityView, spoken: string) => void done.push(spoken),
    });
    const part = mount(UpVoteFacts, { target, props: given });
    await tick();
    expect(target.textContent).toContain('Noch sind keine Stimmen zu sehen.');
    target.querySelector('button')!.click();
    expect(done).toEqual(['Die Stimmen sind zu sehen.']);
    given.step = asked([], { phase: 'closed' });
    await tick();
    expect(target.textContent).toContain('12 Personen haben Stimmen gegeben');
    expect(target.querySelector('button')).toBeNull();
    void unmount(part);
  });
});
