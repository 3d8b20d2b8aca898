import { flushSync, mount, unmount, type Component } from 'svelte';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadJudgingTexts } from '../../src/i18n/judging';
import Abstain from '../../src/ui/Abstain.svelte';
import SlowText from '../../src/ui/SlowText.svelte';
import { abstains } from '../../src/methods/abstention';
import ConsensingCast from '../../src/methods/consensing/Cast.svelte';
import { load as consensingTexts } from '../../src/methods/consensing/texts';
import EstimateCast from '../../src/methods/estimate/Cast.svelte';
import { load as estimateTexts } from '../../src/methods/estimate/texts';
import type { BallotOf, CastProps, MethodName } from '../../src/methods/method';
import MultipleChoiceCast from '../../src/methods/multiple_choice/Cast.svelte';
import { load as multipleChoiceTexts } from '../../src/methods/multiple_choice/texts';
import PointsCast from '../../src/methods/points/Cast.svelte';
import { load as pointsTexts } from '../../src/methods/points/texts';
import type { Ballot } from '../../src/wire/wire';
import { changing } from '../props.svelte';

const items = ['Benches', 'Trees', 'Lamps'].map((text, id) => ({ id, text }));
let target: HTMLElement;
let mounted: Record<string, unknown> | undefined;

function show<Props extends object>(part: Component<Props, object, keyof Props | ''>, props: NoInfer<Props>) {
  const any = part as unknown as Component<Record<string, unknown>>;
  mounted = mount(any, { target, props: props as Record<string, unknown> });
  flushSync();
}
function leave() {
  if (mounted) void unmount(mounted);
  mounted = undefined;
}
/** A ballot that is cast and held as the page does it. */
function voting<Name extends MethodName>(rules: CastProps<Name>['rules'], ballot: BallotOf<Name>) {
  const cast = vi.fn();
  const hold = vi.fn();
  const props: CastProps<Name> = changing({
    rules,
    items,
    ballot,
    voted: true,
    held: undefined as BallotOf<Name> | undefined,
    refusal: undefined as string | undefined,
    hold: (next: BallotOf<Name>) => {
      hold(next);
      props.held = next;
    },
    cast: (next: BallotOf<Name>) => {
      cast(next);
      props.held = undefined;
      props.ballot = next;
    },
  });
  return { props, cast, hold };
}
const fields = () => [...target.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('textarea, .field')];
function write(at: number, text: string, events = ['input']) {
  const field = fields()[at];
  if (!field) throw new Error(`no field ${at}`);
  field.value = text;
  for (const each of events) field.dispatchEvent(new Event(each, { bubbles: true }));
  flushSync();
}
const words = () => target.textContent?.replace(/\s+/g, ' ') ?? '';

beforeAll(() =>
  Promise.all([loadJudgingTexts(), consensingTexts(), estimateTexts(), multipleChoiceTexts(), pointsTexts()]),
);
beforeEach(() => {
  vi.useFakeTimers();
  target = document.body.appendChild(document.createElement('div'));
});
afterEach(() => {
  leave();
  target.remove();
  vi.useRealTimers();
});

describe('a field of a ballot', () => {
  const slow = () => {
    const done = vi.fn();
    const props = changing({ label: 'Why?', most: 500, text: '', refusal: undefined as string | undefined, done });
    done.mockImplementation((text: string) => (props.text = text));
    return { props, done };
  };

  it('tells after a pause, and at the latest when it goes', () => {
    const { props, done } = slow();
    show(SlowText, props);
    write(0, 'Too');
    vi.advanceTimersByTime(800);
    write(0, 'Too loud');
    expect(done.mock.calls).toEqual([['Too']]);
    leave();
    expect(done.mock.calls).toEqual([['Too'], ['Too loud']]);
  });

  it('tells before the page goes', () => {
    const { props, done } = slow();
    show(SlowText, props);
    write(0, 'Too loud');
    globalThis.dispatchEvent(new Event('pagehide'));
    expect(done).toHaveBeenCalledExactlyOnceWith('Too loud');
  });

  it('sends no control characters, and nothing where nothing is seen', () => {
    const { props, done } = slow();
    show(SlowText, props);
    write(0, 'Too loud\u000band\u0007dirty', ['input', 'change']);
    expect(done).toHaveBeenLastCalledWith('Too loud\nand dirty');
    write(0, '\u200b', ['input', 'change']);
    expect(done).toHaveBeenLastCalledWith('');
  });

  it('says that what stands in it was refused, and why, until something else does', () => {
    const { props } = slow();
    show(SlowText, props);
    write(0, 'Too loud', ['input', 'change']);
    Object.assign(props, { text: '', refusal: 'Too bold.' });
    flushSync();
    expect(words()).toContain('Nicht angenommen: Too bold.');
    expect(fields()[0]?.getAttribute('aria-invalid')).toBe('true');
    // The next choice is taken without it.
    props.refusal = undefined;
    flushSync();
    expect(words()).toContain('Nicht angenommen: Too bold.');
    expect(fields()[0]?.value).toBe('Too loud');
    write(0, 'Loud', ['input', 'change']);
    expect(words()).not.toContain('Nicht angenommen');
  });

  it('follows what was changed elsewhere, unless somebody writes', () => {
    const { props } = slow();
    show(SlowText, props);
    write(0, 'Too loud', ['input', 'change']);
    props.text = '';
    flushSync();
    expect(fields()[0]?.value).toBe('');
    write(0, 'New');
    props.text = 'Elsewhere';
    flushSync();
    expect(fields()[0]?.value).toBe('New');
  });
});

describe('an objection', () => {
  it('keeps its field while it is rewritten', () => {
    const rules = { method: 'consensing' as const, highest: 10, passive: '', veto: 0, objections: true };
    const ballot = { method: 'consensing' as const, resistance: { 0: 8 }, objections: { 0: 'Too loud' } };
    const { props, cast } = voting<'consensing'>(rules, ballot);
    show(ConsensingCast, props);
    const details = target.querySelector('details');
    expect(details?.open).toBe(true);
    write(0, '');
    vi.advanceTimersByTime(800);
    flushSync();
    expect(cast).toHaveBeenLastCalledWith({ ...ballot, objections: {} });
    expect(details?.open).toBe(true);
  });
});

describe('points', () => {
  const rules = { method: 'points' as const, budget: 100, perItem: 0, quadratic: false, spendAll: true };
  const empty = { method: 'points' as const, points: {} };

  it('that are typed count after a pause', () => {
    const { props, cast } = voting<'points'>({ ...rules, spendAll: false }, empty);
    show(PointsCast, props);
    write(0, '7');
    write(0, '70');
    expect(cast).not.toHaveBeenCalled();
    vi.advanceTimersByTime(800);
    expect(cast).toHaveBeenCalledExactlyOnceWith({ method: 'points', points: { 0: 70 } });
  });

  it('are held until all are given', () => {
    const { props, cast, hold } = voting<'points'>(rules, empty);
    show(PointsCast, props);
    write(0, '95', ['change']);
    expect(hold).toHaveBeenLastCalledWith({ method: 'points', points: { 0: 95 } });
    expect(cast).not.toHaveBeenCalled();
    leave();
    show(PointsCast, props);
    expect(fields()[0]?.value).toBe('95');
    write(1, '5', ['change']);
    expect(cast).toHaveBeenCalledExactlyOnceWith({ method: 'points', points: { 0: 95, 1: 5 } });
  });

  it('that cannot be given are no longer asked for', () => {
    const { props } = voting<'points'>({ ...rules, perItem: 20 }, { ...empty, points: { 0: 20, 1: 20, 2: 20 } });
    show(PointsCast, props);
    expect(words()).toContain('Mehr geht nicht; 40 bleiben übrig');
    expect(words()).not.toContain('Noch 40');
  });
});

describe('several choices', () => {
  const rules = { method: 'multiple_choice' as const, least: 2, most: 2, other: true };

  it('are held until there are enough', () => {
    const { props, cast, hold } = voting<'multiple_choice'>(rules, {
      method: 'multiple_choice',
      chosen: [],
      other: '',
    });
    show(MultipleChoiceCast, props);
    target.querySelectorAll('input')[1]?.click();
    flushSync();
    expect(hold).toHaveBeenLastCalledWith({ method: 'multiple_choice', chosen: [1], other: '' });
    expect(cast).not.toHaveBeenCalled();
    leave();
    show(MultipleChoiceCast, props);
    expect(target.querySelectorAll('input')[1]?.checked).toBe(true);
  });

  it('are one with the own answer that is just being written', () => {
    const { props, cast } = voting<'multiple_choice'>(rules, { method: 'multiple_choice', chosen: [], other: '' });
    show(MultipleChoiceCast, props);
    target.querySelectorAll('input')[0]?.click();
    flushSync();
    write(0, 'A bus stop');
    // On a touch screen the field is not left before.
    target.querySelectorAll('input')[1]?.click();
    flushSync();
    expect(cast.mock.calls).toEqual([[{ method: 'multiple_choice', chosen: [0], other: 'A bus stop' }]]);
    expect(fields()[0]?.value).toBe('A bus stop');
  });

  it('tell that the own answer is read by everybody', () => {
    const { props } = voting<'multiple_choice'>(rules, { method: 'multiple_choice', chosen: [], other: '' });
    show(MultipleChoiceCast, props);
    expect(words()).toContain('lesen alle Wort für Wort');
  });
});

describe('an estimate', () => {
  const rules = { method: 'estimate' as const, decimals: 0, unit: 'Tage' };

  it('that is wrong says which one counts meanwhile', () => {
    const { props } = voting<'estimate'>(rules, { method: 'estimate', estimates: { 0: 12 } });
    show(EstimateCast, props);
    write(0, '12,5', ['input', 'change']);
    expect(words()).toContain('Nur ganze Zahlen. Bis dahin gilt 12.');
    write(1, 'viel', ['input', 'change']);
    expect(words()).toMatch(/Das ist keine Zahl\.(?! Bis)/);
  });

  it('is told when the page moves on', () => {
    const { props, cast } = voting<'estimate'>(rules, { method: 'estimate', estimates: {} });
    show(EstimateCast, props);
    write(0, '12');
    leave();
    expect(cast).toHaveBeenCalledExactlyOnceWith({ method: 'estimate', estimates: { 0: 12 } });
  });
});

describe('an abstention', () => {
  it('is a ballot that says nothing', () => {
    expect(abstains({ method: 'dots', dots: {} })).toBe(true);
    expect(abstains({ method: 'single_choice' })).toBe(true);
    expect(abstains({ method: 'single_choice', choice: 0 })).toBe(false);
    expect(abstains({ method: 'multiple_choice', chosen: [], other: ' ' })).toBe(true);
    expect(abstains({ method: 'rating', ratings: {}, cannotJudge: [2] })).toBe(false);
  });

  it('is cast by one button, and gives back what it has replaced', () => {
    const empty: Ballot = { method: 'dots', dots: {} };
    const chosen: Ballot = { method: 'dots', dots: { 1: 2 } };
    const cast = vi.fn((next: Ballot) => Object.assign(props, { ballot: next, voted: true }));
    const props = changing({ ballot: chosen, voted: true, held: undefined, empty, cast, hold: vi.fn() });
    show(Abstain, props);
    const button = target.querySelector('button');
    button?.click();
    flushSync();
    expect(cast).toHaveBeenLastCalledWith(empty);
    expect(button?.getAttribute('aria-pressed')).toBe('true');
    button?.click();
    flushSync();
    expect(cast).toHaveBeenLastCalledWith(chosen);
    expect(button?.getAttribute('aria-pressed')).toBe('false');
  });
});
