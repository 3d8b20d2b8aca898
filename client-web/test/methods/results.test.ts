import { flushSync, mount, unmount, type Component } from 'svelte';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadJudgingTexts } from '../../src/i18n/judging';
import { byRank, rounded } from '../../src/lib/figures';
import { fitting } from '../../src/lib/scale';
import EstimateResult from '../../src/methods/estimate/Result.svelte';
import { estimate } from '../../src/methods/estimate/method';
import { load as estimateTexts } from '../../src/methods/estimate/texts';
import MultiCriteriaResult from '../../src/methods/multi_criteria/Result.svelte';
import { load as multiCriteriaTexts } from '../../src/methods/multi_criteria/texts';
import { points } from '../../src/methods/points/method';
import { load as pointsTexts } from '../../src/methods/points/texts';
import RankingResult from '../../src/methods/ranking/Result.svelte';
import { load as rankingTexts } from '../../src/methods/ranking/texts';
import RatingResult from '../../src/methods/rating/Result.svelte';
import Bars from '../../src/ui/Bars.svelte';
import NumberField from '../../src/ui/NumberField.svelte';

const items = ['Benches', 'Trees'].map((text, id) => ({ id, text }));
const counted = { ballots: 5, abstentions: 0 };
let target: HTMLElement;
let mounted: Record<string, unknown>;

function show<Props extends object>(part: Component<Props, object, keyof Props | ''>, props: NoInfer<Props>) {
  const any = part as unknown as Component<Record<string, unknown>>;
  mounted = mount(any, { target, props: props as Record<string, unknown> });
  flushSync();
}
const words = () => target.textContent?.replace(/\s+/g, ' ') ?? '';
const cells = (row: number) =>
  [...(target.querySelector(`tbody tr:nth-child(${row})`)?.querySelectorAll('td') ?? [])].map(
    (each) => each.textContent,
  );

beforeAll(() =>
  Promise.all([loadJudgingTexts(), estimateTexts(), multiCriteriaTexts(), pointsTexts(), rankingTexts()]),
);
beforeEach(() => {
  target = document.body.appendChild(document.createElement('div'));
});
afterEach(() => {
  void unmount(mounted);
  target.remove();
});

describe('bars', () => {
  it('are apart from their places, and numbers from what they count', () => {
    const segments = [{ label: 'Zustimmung', look: 'strong' as const }];
    show(Bars, { bars: [{ id: 0, label: 'Benches', parts: [3] }], segments, places: true, large: false });
    expect(words()).toContain('1. Benches');
    expect(words()).toContain('Zustimmung 3');
  });
});

describe('a ranking by rounds', () => {
  it('shows the ballots of the last round, not the points', () => {
    const runoff = [
      {
        counts: [
          { item: 0, ballots: 4 },
          { item: 1, ballots: 1 },
        ],
        exhausted: 0,
        eliminated: [1],
        tied: false,
      },
    ];
    show(RankingResult, {
      rules: { method: 'ranking', unranked: 'nothing', order: 'instant_runoff', most: 0 },
      items,
      tally: {
        method: 'ranking',
        rows: [
          { points: 17, first: 4, ranked: 5 },
          { points: 29, first: 1, ranked: 5 },
        ],
        pairwise: [],
        smithSet: [],
        runoff,
        runoffWinner: 0,
        ...counted,
      },
      first: undefined,
      large: false,
    });
    const list = target.querySelector('ol')?.textContent?.replace(/\s+/g, ' ');
    expect(list).toContain('1. Benches 4 Stimmen in Runde 1');
    expect(list).toContain('2. Trees 1 Stimme in Runde 1');
    expect(list).not.toMatch(/17|29/);
    expect(cells(1)).toEqual(['1', '17', '4', '5']);
  });
});

describe('criteria', () => {
  it('have their judgements in the table, and say who could not judge', () => {
    const summary = { judgements: 4, mean: 3, median: 3, deviation: 1, dissent: 0.2, talk: false };
    show(MultiCriteriaResult, {
      rules: {
        method: 'multi_criteria',
        criteria: ['Impact', 'Effort'].map((title) => ({ title, weight: 1, inverted: false })),
        lowest: 1,
        steps: 5,
        cannotJudge: true,
      },
      items: items.slice(0, 1),
      tally: {
        method: 'multi_criteria',
        rows: [
          {
            criteria: [
              { steps: [0, 1, 2, 1, 0], cannotJudge: 1, summary },
              { steps: [0, 0, 0, 0, 0], cannotJudge: 5 },
            ],
          },
        ],
        ...counted,
      },
      first: undefined,
      large: false,
    });
    expect(words()).toContain('Effort: 5 Personen können es nicht beurteilen.');
    expect(words()).not.toContain('Impact: ');
    // Total; means; dissents; judgements; cannot judge.
    expect(cells(1)).toEqual(['', '3', '', '0,2', '', '4', '0', '1', '5']);
  });
});

describe('a rating', () => {
  it('names its mean, and says how many could not judge what nobody did', () => {
    const summary = { judgements: 4, mean: 3, median: 3, deviation: 1, dissent: 0.2, talk: false };
    show(RatingResult, {
      rules: { method: 'rating', lowest: 1, steps: 5, labels: [], cannotJudge: true, mood: false },
      items,
      tally: {
        method: 'rating',
        rows: [
          { steps: [0, 0, 0, 0, 0], cannotJudge: 2 },
          { steps: [0, 1, 2, 1, 0], cannotJudge: 0, summary },
        ],
        ...counted,
      },
      first: undefined,
      large: false,
    });
    expect(words()).toMatch(/1\. Trees Mittelwert 3/);
    expect(words()).toContain('Niemand hat das beurteilt. 2 Personen können es nicht beurteilen.');
  });
});

describe('estimates', () => {
  const result = (histogram: { from: number; to: number; count: number }[]) => ({
    rules: { method: 'estimate' as const, decimals: 0, unit: '' },
    items: items.slice(0, 1),
    tally: {
      method: 'estimate' as const,
      rows: [
        {
          estimates: 5,
          median: 5,
          mean: 5,
          deviation: 1,
          lowerQuartile: 4,
          upperQuartile: 6,
          lowest: 4,
          highest: 6,
          histogram,
        },
      ],
      ...counted,
    },
    first: undefined,
    large: false,
  });

  it('that are single numbers say so', () => {
    show(EstimateResult, result([4, 5, 6].map((from) => ({ from, to: from + 1, count: 1 }))));
    expect(words()).toContain('5: 1');
    expect(words()).not.toContain('bis unter');
  });

  it('in classes have their borders below the columns', () => {
    show(EstimateResult, result([0, 100_000].map((from) => ({ from, to: from + 100_000, count: 1 }))));
    expect(words()).toContain('0 bis unter 100.000: 1');
    const ticks = [...target.querySelectorAll('[aria-hidden="true"] span')].map((each) => each.textContent);
    expect(ticks).toEqual(['0', '100.000', '200.000']);
  });

  it('are asked for between two numbers of one unit', () => {
    const rules = { method: 'estimate' as const, decimals: 0, lowest: 0, highest: 500, unit: 'Tage' };
    expect(estimate.ask(rules)).toContain('Zwischen 0 und 500 Tage.');
  });
});

describe('figures', () => {
  it('have no sign where there is nothing', () => {
    expect(Object.is(rounded(-0.04), 0)).toBe(true);
    expect(rounded(-0.06)).toBe(-0.1);
  });

  it('stand by rank, those without one last and as they stood', () => {
    const rows = [{ id: 0 }, { id: 1, rank: 2 }, { id: 2 }, { id: 3, rank: 5 }, { id: 4, rank: 2 }];
    expect(byRank(rows).map((each) => each.id)).toEqual([3, 1, 4, 0, 2]);
  });

  it('below a chart are as many as fit', () => {
    const ticks = Array.from({ length: 13 }, (_, at) => ({ at, text: `${at}00.000` }));
    expect(fitting(ticks, 9, 24).map((each) => each.at)).toEqual([0, 6, 12]);
    expect(fitting(ticks, 9, 200)).toHaveLength(13);
  });

  it('of one point are not many', () => {
    const rows = [{ points: 1, ballots: 1 }];
    expect(points.sum?.({ method: 'points', rows, ...counted } as never)).toBe('1 Punkt von 5 Personen.');
  });
});

describe('a field for a number', () => {
  it('keeps its number while it is empty', () => {
    const changed = vi.fn();
    show(NumberField, { label: 'Steps', value: 5, changed });
    const field = target.querySelector('input');
    if (!field) throw new Error('no field');
    const write = (text: string) => {
      field.value = text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      flushSync();
    };
    write('');
    expect(changed).not.toHaveBeenCalled();
    expect(field.value).toBe('');
    field.dispatchEvent(new Event('change', { bubbles: true }));
    expect(field.value).toBe('5');
    write('7');
    expect(changed).toHaveBeenCalledOnce();
  });
});
