import { createRawSnippet, flushSync, mount, unmount, type Component } from 'svelte';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadJudgingTexts } from '../../src/i18n/judging';
import { abstains } from '../../src/methods/abstention';
import ConsensingResult from '../../src/methods/consensing/Result.svelte';
import { load as consensingTexts } from '../../src/methods/consensing/texts';
import MultipleChoiceResult from '../../src/methods/multiple_choice/Result.svelte';
import { load as multipleChoiceTexts } from '../../src/methods/multiple_choice/texts';
import { answering } from '../../src/methods/open_text/ballot';
import Cast from '../../src/methods/open_text/Cast.svelte';
import Result from '../../src/methods/open_text/Result.svelte';
import { load } from '../../src/methods/open_text/texts';
import type { BallotOf } from '../../src/methods/method';
import type { TextToRemove } from '../../src/wire/wire';

const items = ['What is missing?', 'What is too much?'].map((text, id) => ({ id, text }));
const rules = { method: 'open_text' as const, longest: 100 };
const empty = { method: 'open_text' as const, answers: {} };
let target: HTMLElement;
let mounted: Record<string, unknown>;

function show<Props extends object>(part: Component<Props, object, keyof Props | ''>, props: NoInfer<Props>) {
  const any = part as unknown as Component<Record<string, unknown>>;
  mounted = mount(any, { target, props: props as Record<string, unknown> });
  flushSync();
}
const words = () => target.textContent?.replace(/\s+/g, ' ') ?? '';
/** What stands beside each text, to be read in the page. */
const beside = createRawSnippet<[TextToRemove]>((text) => ({
  render: () => `<button>${text().item ?? 'none'}: ${text().text}</button>`,
}));
const buttons = () => [...target.querySelectorAll('button')].map((each) => each.textContent);

beforeAll(() => Promise.all([load(), loadJudgingTexts(), consensingTexts(), multipleChoiceTexts()]));
beforeEach(() => {
  vi.useFakeTimers();
  target = document.body.appendChild(document.createElement('div'));
});
afterEach(() => {
  void unmount(mounted);
  target.remove();
  vi.useRealTimers();
});

describe('a ballot of open text', () => {
  it('leaves a question out where nothing is written', () => {
    expect(answering(empty, 1, 'Benches').answers).toEqual({ 1: 'Benches' });
    expect(answering(answering(empty, 1, 'Benches'), 1, ' \n')).toEqual(empty);
    expect(abstains(empty)).toBe(true);
    expect(abstains(answering(empty, 1, 'Benches'))).toBe(false);
  });

  it('is cast as one, after a pause, with the answers that were there', () => {
    const cast = vi.fn<(ballot: BallotOf<'open_text'>) => void>();
    const ballot = answering(empty, 1, 'Noise');
    show(Cast, { rules, items, ballot, voted: true, held: undefined, refusal: undefined, hold: vi.fn(), cast });
    const [field] = target.querySelectorAll('textarea');
    if (!field) throw new Error('no field');
    field.value = 'Benches 🌳';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    flushSync();
    expect(cast).not.toHaveBeenCalled();
    expect(words()).toContain('9 von 100 Zeichen');
    expect(words()).toContain('1 von 2 beantwortet');
    vi.advanceTimersByTime(1000);
    expect(cast).toHaveBeenCalledExactlyOnceWith(answering(ballot, 0, 'Benches 🌳'));
  });

  it('says of each field to which question it is', () => {
    show(Cast, {
      rules,
      items,
      ballot: empty,
      voted: false,
      held: undefined,
      refusal: undefined,
      hold: vi.fn(),
      cast: vi.fn(),
    });
    const labels = [...target.querySelectorAll('label')].map((each) => each.textContent);
    expect(labels).toEqual(['Ihre Antwort: What is missing?', 'Ihre Antwort: What is too much?']);
  });
});

describe('a result with texts', () => {
  const many = Array.from({ length: 30 }, (_, at) => `Answer ${String(at).padStart(2, '0')}`);
  const tally = {
    method: 'open_text' as const,
    rows: [{ answers: many }, { answers: [] }],
    ballots: 30,
    abstentions: 0,
  };

  it('lists the answers under their questions', () => {
    show(Result, { rules, items, tally, first: undefined, large: false });
    expect(words()).toContain('30 Antworten');
    expect(words()).toContain('Answer 29');
    expect(words()).toContain('What is too much? Keine Antwort');
    expect(buttons()).toEqual([]);
  });

  it('shows on the wall what can be read, and says how many more there are', () => {
    show(Result, { rules, items, tally, first: undefined, large: true });
    expect(target.querySelectorAll('.card')).toHaveLength(6);
    expect(words()).toContain('und 24 weitere Antworten');
  });

  it('names each text and its question for the facilitator', () => {
    const few = { ...tally, rows: [{ answers: ['A', 'B'] }, { answers: ['C'] }] };
    show(Result, { rules, items, tally: few, first: undefined, large: false, beside });
    expect(buttons()).toEqual(['0: A', '0: B', '1: C']);
  });

  it('names objections by their items, and what was said under other by none', () => {
    const row = { resistance: 3, steps: [], judgements: 1, mean: 3, vetoes: 0, betterThanPassive: false, talk: true };
    show(ConsensingResult, {
      rules: { method: 'consensing', highest: 10, passive: '', veto: 0, objections: true },
      items,
      tally: {
        method: 'consensing',
        rows: [
          { ...row, objections: [] },
          { ...row, talk: false, objections: ['Noise'] },
        ],
        ballots: 5,
        abstentions: 0,
      },
      first: undefined,
      large: false,
      beside,
    });
    expect(buttons()).toEqual(['1: Noise']);
    expect(target.querySelectorAll('.talk')).toHaveLength(1);
    void unmount(mounted);
    show(MultipleChoiceResult, {
      rules: { method: 'multiple_choice', least: 0, most: 0, other: true },
      items,
      tally: {
        method: 'multiple_choice',
        rows: [{ count: 1 }, { count: 0 }],
        otherCount: 2,
        others: ['Trees'],
        ballots: 5,
        abstentions: 0,
      },
      first: undefined,
      large: false,
      beside,
    });
    expect(buttons()).toEqual(['none: Trees']);
  });
});
