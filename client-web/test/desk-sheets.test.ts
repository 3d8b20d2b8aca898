import { flushSync, mount, tick, unmount } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadCollectingTexts } from '../src/i18n/collecting';
import { loadDeskTexts } from '../src/i18n/desk.svelte';
import { language } from '../src/i18n/index.svelte';
import { loadPlanningTexts } from '../src/i18n/planning';
import { loadSteeringTexts } from '../src/i18n/steering';
import type { Answer } from '../src/lib/api';
import type { Leading } from '../src/lib/desk-leading.svelte';
import { draftOf, draftOfView, fieldOf, newStep, specOf } from '../src/lib/desk-plan';
import { ready, readyStep } from '../src/lib/desk-ready';
import { Refusal } from '../src/lib/desk-refusal';
import { bySheets } from '../src/lib/desk-sheets';
import { goesRound, isLastTurn, passOn, startCountdown } from '../src/lib/desk-turns';
import { entryOf, loadLibraryTexts } from '../src/methods/library';
import BrainwritingForm from '../src/pages/desk/BrainwritingForm.svelte';
import TurnButton from '../src/pages/desk/TurnButton.svelte';
import TurnFacts from '../src/pages/desk/TurnFacts.svelte';
import type { ActivityView } from '../src/wire/wire';
import { changing } from './props.svelte';

const open = {
  id: 'b',
  kind: 'collect',
  phase: 'open',
  title: 'Ideen',
  release: 'covered',
  brainwriting: { perTurn: 3, turnMinutes: 5, turns: 6 },
  turn: 2,
  entries: [
    { id: 'one', text: 'auf Blatt 10', section: '10' },
    { id: 'two', text: 'auf Blatt 2', section: '2' },
    { id: 'three', text: 'für jemanden', onBehalf: true },
  ],
} as unknown as ActivityView;

beforeEach(async () => {
  await language.show('de');
  await Promise.all([loadCollectingTexts(), loadDeskTexts(), loadPlanningTexts(), loadSteeringTexts()]);
});

describe('planning brainwriting', () => {
  const full = {
    ...newStep('collect', 'Ideen'),
    sections: [{ id: 's', title: 'Thema' }],
    comments: true,
    perPerson: 2,
    beside: true,
    upVotes: true,
    layout: 'swot' as const,
  };

  it('sends nothing of what does not go with it, and keeps it', () => {
    const step = { ...full, brainwriting: { turns: 4 } };
    expect(specOf(step)).toEqual({
      kind: 'collect',
      id: step.id,
      title: 'Ideen',
      prompt: '',
      release: 'covered',
      brainwriting: { turns: 4 },
    });
    expect(specOf({ ...step, brainwriting: undefined })).toMatchObject({ comments: true, upVotes: true, beside: true });
  });

  it('comes back as it went in, from the form and from the feed', () => {
    for (const brainwriting of [{}, { perTurn: 3, turnMinutes: 5, turns: 6 }]) {
      const spec = specOf({ ...newStep('collect', 'Ideen'), brainwriting });
      expect(specOf(draftOf(spec))).toEqual(spec);
      const view = { ...spec, phase: 'planned' } as unknown as ActivityView;
      expect(specOf(draftOfView(view))).toEqual(spec);
    }
    const asked = specOf({ ...newStep('collect', 'Fragen'), upVotes: true });
    expect(asked).toMatchObject({ upVotes: true });
    expect(specOf(draftOf(asked))).toEqual(asked);
  });

  it('shows its refusals where its numbers are', () => {
    const step = { ...newStep('collect', 'Ideen'), brainwriting: { turns: 99 } };
    expect(fieldOf('bad_brainwriting', step)).toBe('brainwriting');
    expect(fieldOf('malformed', step)).toBe('brainwriting');
    expect(fieldOf('malformed', newStep('collect', 'Ideen'))).toBe('title');
  });
});

describe('the choice of brainwriting', () => {
  let target: HTMLElement;
  let form: Record<string, unknown>;
  let given: { step: ReturnType<typeof draftOf> };
  let changed: ReturnType<typeof vi.fn>;

  beforeEach(() => {
    target = document.createElement('div');
    document.body.append(target);
    changed = vi.fn();
    given = changing({
      step: newStep('collect', 'Ideen'),
      refusal: new Refusal('f', () => undefined),
      changed: changed as () => void,
    });
    form = mount(BrainwritingForm, { target, props: given as never });
    flushSync();
  });
  afterEach(() => {
    void unmount(form);
    target.remove();
  });
  const way = (name: string) => target.querySelector<HTMLInputElement>(`input[value=${name}]`)!;
  const choose = (name: string) => {
    way(name).click();
    flushSync();
  };
  const numbers = () => [...target.querySelectorAll<HTMLInputElement>('input[type=number]')];

  it('begins with the numbers that gave it its name', () => {
    expect(numbers()).toEqual([]);
    choose('turns');
    expect(given.step.brainwriting).toEqual({ perTurn: 3, turnMinutes: 5, turns: 6 });
    expect(numbers().map((each) => each.value)).toEqual(['3', '5', '6']);
    expect(changed).toHaveBeenCalledTimes(1);
    choose('free');
    expect(given.step.brainwriting).toEqual({});
    expect(numbers()).toEqual([]);
    choose('wall');
    expect(given.step.brainwriting).toBeUndefined();
  });

  it('keeps the numbers for who looks at the other ways, and the fields when they are emptied', () => {
    choose('turns');
    const [perTurn] = numbers();
    perTurn!.value = '4';
    perTurn!.dispatchEvent(new Event('input', { bubbles: true }));
    flushSync();
    choose('free');
    choose('turns');
    expect(given.step.brainwriting).toEqual({ perTurn: 4, turnMinutes: 5, turns: 6 });
    for (const each of numbers()) {
      each.value = '';
      each.dispatchEvent(new Event('input', { bubbles: true }));
    }
    flushSync();
    expect(given.step.brainwriting).toEqual({});
    expect(numbers()).toHaveLength(3);
  });
});

describe('steps that are made ready', () => {
  it('have what the facilitator reads, in both languages', async () => {
    await loadLibraryTexts();
    for (const locale of ['de', 'en'] as const) {
      await language.show(locale);
      for (const each of ready)
        for (const text of Object.values(entryOf(each))) expect(text, each.name).not.toContain('library.');
    }
  });

  it('are what their names say', async () => {
    expect(specOf(await readyStep('questions', 'de'))).toMatchObject({ title: 'Fragen', beside: true, upVotes: true });
    const named = specOf(await readyStep('brainwriting', 'de'));
    expect(named).toMatchObject({ minutes: 35, brainwriting: { perTurn: 3, turnMinutes: 5, turns: 6 } });
    expect(specOf(await readyStep('free_brainwriting', 'en'))).toMatchObject({ minutes: 20, brainwriting: {} });
    expect(specOf(await readyStep('parking', 'de'))).not.toHaveProperty('upVotes');
  });
});

describe('passing sheets on', () => {
  const desk = (answers: Answer<unknown>[]) => {
    const calls: string[] = [];
    const step = async (method: string, id: string, path: string, body?: unknown) => {
      calls.push(`${method} ${id}${path} ${JSON.stringify(body) ?? ''}`.trim());
      return answers.shift() ?? { kind: 'ok', body: undefined };
    };
    return { calls, leading: { step } as unknown as Leading };
  };

  it('begins the time of the new turn, where there is one', async () => {
    const { calls, leading } = desk([]);
    await passOn(leading, open);
    expect(calls).toEqual(['PUT b/turn {"turn":3}', 'PUT b/timer {"seconds":300}']);
    calls.length = 0;
    await startCountdown(leading, { ...open, brainwriting: { turns: 6 } });
    expect(calls).toEqual([]);
  });

  it('leaves the time alone when it is refused, and says so', async () => {
    const { calls, leading } = desk([{ kind: 'silence' }]);
    expect(await passOn(leading, open)).toEqual({ kind: 'silence' });
    expect(calls).toEqual(['PUT b/turn {"turn":3}']);
  });

  it('knows when the planned turns are over', () => {
    expect([1, 5, 6, 7].map((turn) => isLastTurn({ ...open, turn }))).toEqual([false, false, true, true]);
    expect(isLastTurn({ ...open, brainwriting: {}, turn: 40 })).toBe(false);
    expect(goesRound(open)).toBe(true);
    expect(goesRound({ ...open, phase: 'closed' })).toBe(false);
  });
});

describe('at the desk', () => {
  let target: HTMLElement;
  let part: Record<string, unknown> | undefined;
  beforeEach(() => {
    target = document.createElement('div');
    document.body.append(target);
  });
  afterEach(() => {
    if (part) void unmount(part);
    part = undefined;
    target.remove();
  });
  const click = (text: string) =>
    [...target.querySelectorAll('button')].find((each) => each.textContent?.includes(text))?.click();

  it('the main button passes on, and ends after the planned turns', async () => {
    const done: string[] = [];
    const given = changing({
      step: open,
      busy: false,
      passOn: (step: ActivityView, spoken: string) => void done.push(`${step.turn} ${spoken}`),
      close: () => void done.push('close'),
    });
    part = mount(TurnButton, { target, props: given });
    await tick();
    expect(target.textContent).toContain('Durchgang 2 von 6');
    click('Weiterreichen');
    given.step = { ...open, turn: 6 };
    await tick();
    click('Beenden');
    expect(done).toEqual(['2 Die Blätter sind weitergereicht: Durchgang 3.', 'close']);
    given.step = { ...open, turn: 7 };
    await tick();
    expect(target.textContent).toContain('Durchgang 7 (6 geplant)');
  });

  it('one more turn is possible after the last one', async () => {
    const done: string[] = [];
    const given = changing({
      step: open,
      main: true,
      behalf: 1,
      busy: false,
      passOn: (_: ActivityView, spoken: string) => void done.push(spoken),
    });
    part = mount(TurnFacts, { target, props: given });
    await tick();
    expect(target.textContent).toContain('Bisher 3 Karten');
    expect(target.querySelector('button')).toBeNull();
    given.step = { ...open, turn: 6 };
    await tick();
    click('Noch ein Durchgang');
    expect(done).toEqual(['Die Blätter sind weitergereicht: Durchgang 7.']);
  });

  it('cards lie by sheets in the order of their numbers, and those without one by themselves', () => {
    const { sections, entries, ...rest } = bySheets(open);
    expect(sections?.map((each) => each.title)).toEqual(['Blatt 2', 'Blatt 10', 'Ohne Blatt']);
    expect(entries?.find((each) => each.id === 'three')?.section).toBe(sections?.at(-1)?.id);
    expect(entries?.find((each) => each.id === 'one')?.section).toBe('10');
    expect(rest).not.toHaveProperty('brainwriting');
  });
});
