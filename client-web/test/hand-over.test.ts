import { beforeAll, describe, expect, it } from 'vitest';
import { language } from '../src/i18n/index.svelte';
import { loadHandOverTexts } from '../src/i18n/handover';
import { bereftOf, draftOf, draftOfView, fieldOf, newStep, specOf, sourcesFor, withMethod } from '../src/lib/desk-plan';
import type { StepDraft } from '../src/lib/desk-plan';
import { ideaToMeasure } from '../src/lib/desk-template-measures';
import { goingOn, lineLabel, originsFor, rulesFor, sentenceOf, stepsFor, withRule } from '../src/lib/hand-over';
import { methods } from '../src/methods';
import { loadFigureTexts } from '../src/methods/library';
import type { ActivityView } from '../src/wire/wire';

function vote(name: string, id = name): StepDraft {
  const method = methods.find((each) => each.name === name);
  if (!method) throw new Error(name);
  return { ...withMethod(newStep('vote', `Vote ${id}`), method, 'de'), id };
}
const step = (kind: StepDraft['kind'], id: string): StepDraft => ({ ...newStep(kind, id), id });

beforeAll(async () => {
  await Promise.all([loadFigureTexts(), loadHandOverTexts()]);
});

describe('the rules that a vote offers', () => {
  it('are the first and a line for every method that puts items in an order', () => {
    for (const { name, handsOver } of methods)
      expect(rulesFor(vote(name)), name).toEqual(handsOver ? expect.arrayContaining(['top', 'above']) : []);
    expect(methods.filter((each) => !each.handsOver).map((each) => each.name)).toEqual(['open_text']);
  });

  it('are the disputed ones where judgements can lie apart', () => {
    const disputed = methods.map((each) => each.name).filter((name) => rulesFor(vote(name)).includes('disputed'));
    expect(disputed.sort()).toEqual(['consensing', 'multi_criteria', 'rating']);
  });

  it('are the quadrant where two criteria span it', () => {
    const across = methods.map((each) => each.name).filter((name) => rulesFor(vote(name)).includes('quadrant'));
    expect(across).toEqual(['multi_criteria']);
    const one = vote('multi_criteria');
    const { criteria } = one.rules['multi_criteria'] as unknown as { criteria: object[] };
    Object.assign(one.rules['multi_criteria'] as object, { criteria: criteria.slice(0, 1) });
    expect(rulesFor(one)).not.toContain('quadrant');
  });
});

describe('a step that takes items by rule', () => {
  const steps = [
    step('collect', 'ideas'),
    vote('dots'),
    vote('multi_criteria', 'criteria'),
    step('measures', 'measures'),
    vote('rating', 'later'),
  ];
  const [, dots, criteria, measures] = steps as [StepDraft, StepDraft, StepDraft, StepDraft, StepDraft];

  it('is offered what lies before it, and can give it', () => {
    const ids = (found: StepDraft[]) => found.map((each) => each.id);
    expect(ids(stepsFor(measures, steps, 'result'))).toEqual(['dots', 'criteria']);
    expect(ids(sourcesFor(measures, steps, 'quadrant'))).toEqual(['criteria']);
    expect(ids(stepsFor(measures, steps, 'tags'))).toEqual(['ideas']);
    expect(ids(stepsFor(dots, steps, 'result'))).toEqual([]);
  });

  it('of a second round is for votes alone', () => {
    expect(originsFor('vote')).toContain('items');
    expect(originsFor('measures')).not.toContain('items');
  });

  it('says count or line where they belong, and nothing else', () => {
    const top = withRule(criteria, dots, 'top');
    expect(specOf(top)).toMatchObject({ items: { from: 'dots', take: 'top', count: 8 } });
    expect(specOf(top)).not.toHaveProperty('items.line');
    const above = withRule(measures, dots, 'above');
    expect(specOf(above)).toMatchObject({ kind: 'measures', items: { from: 'dots', take: 'above', line: 5 } });
    expect(specOf(withRule(measures, criteria, 'quadrant'))).toHaveProperty('items', {
      from: 'criteria',
      take: 'quadrant',
    });
  });

  it('keeps its line with its vote, and begins with a new one at another', () => {
    const above = { ...withRule(measures, dots, 'above'), line: 2 };
    expect(withRule(above, dots, 'above').line).toBe(2);
    expect(withRule(above, criteria, 'above').line).toBe(3);
  });

  it('takes the first ones of a vote that cannot give what was wanted', () => {
    expect(withRule(measures, dots, 'quadrant').take).toBe('top');
  });

  it('comes back from the form and from the feed as it went in', () => {
    for (const draft of [withRule(criteria, dots, 'top'), withRule(measures, criteria, 'above')]) {
      expect(specOf(draftOf(specOf(draft)))).toEqual(specOf(draft));
      const { items: plannedItems, ...spec } = specOf(draft) as { items?: object };
      const { method: _method, ...view } = { method: '', ...spec, rules: draft.rules[draft.method], plannedItems };
      const seen = draftOfView({ ...view, phase: 'planned' } as unknown as ActivityView);
      expect(specOf(seen)).toMatchObject({ items: plannedItems });
    }
  });

  it('of measures may follow from nothing', () => {
    expect(specOf(measures)).not.toHaveProperty('items');
    expect(specOf(draftOf(specOf(measures)))).toEqual(specOf(measures));
  });

  it('begins with the best of the last vote for measures, and with clusters for a vote', () => {
    expect(goingOn(measures, steps.slice(0, 4))).toMatchObject({ take: 'quadrant', from: 'criteria' });
    expect(goingOn(measures, [steps[0]!, dots, measures])).toMatchObject({ take: 'top', from: 'dots' });
    expect(goingOn(measures, [steps[0]!, measures])).toMatchObject({ take: 'clusters', from: 'ideas' });
    expect(goingOn(criteria, steps.slice(0, 3))).toMatchObject({ take: 'clusters', from: 'ideas' });
    expect(goingOn(measures, [measures])).toEqual(measures);
  });

  it('shows a refusal of the rule where the rule is chosen', () => {
    const bad = { ...withRule(criteria, dots, 'top'), count: 0 };
    expect(fieldOf('bad_rules', bad)).toBe('items');
    expect(fieldOf('bad_rules', { ...bad, count: 3 })).toBe('rules');
    expect(fieldOf('source_not_scored', bad)).toBe('items');
  });
});

describe('cards with votes', () => {
  const asked = { ...step('collect', 'questions'), upVotes: true };
  const plain = step('collect', 'ideas');
  const taking = step('vote', 'taking');
  const steps = [asked, plain, vote('dots'), taking];

  it('hand over the first ones, or those from a number on', () => {
    expect(rulesFor(asked)).toEqual(['top', 'above']);
    expect(rulesFor(plain)).toEqual([]);
    expect(rulesFor({ ...asked, brainwriting: {} })).toEqual([]);
    expect(stepsFor(taking, steps, 'result').map(({ id }) => id)).toEqual(['questions', 'dots']);
    expect(specOf(withRule(taking, asked, 'above'))).toMatchObject({
      items: { from: 'questions', take: 'above', line: 3 },
    });
    expect(withRule(taking, asked, 'quadrant').take).toBe('top');
  });

  it('are told in a sentence of their own', () => {
    const said = (take: 'top' | 'above', n: number) => sentenceOf({ take, count: n, line: n }, asked);
    expect(said('top', 5)).toContain('die ersten 5 Karten nach Stimmen aus „questions“');
    expect(said('top', 1)).toContain('mit den meisten Stimmen');
    expect(said('above', 2)).toContain('mit mindestens 2 Stimmen');
    expect(said('above', 1)).toContain('mit mindestens 1 Stimme.');
    expect(lineLabel(asked)).toBe('Ab wie vielen Stimmen');
  });

  it('are not what a new step goes on with while they are open all the time', () => {
    const measures = step('measures', 'measures');
    expect(goingOn(measures, [asked, measures])).toMatchObject({ take: 'top', from: 'questions' });
    expect(goingOn(measures, [plain, { ...asked, beside: true }, measures])).toMatchObject({
      take: 'clusters',
      from: 'ideas',
    });
  });

  it('cannot do without votes while another step takes from them', () => {
    const taken = withRule(taking, asked, 'top');
    expect(bereftOf({ ...asked, upVotes: false }, [asked, taken])).toEqual([taken]);
    expect(bereftOf(asked, [asked, taken])).toEqual([]);
    expect(bereftOf({ ...asked, brainwriting: {} }, [asked, taken])).toEqual([taken]);
    // What the server answers of cards without votes.
    expect(fieldOf('unknown_source', { ...asked, upVotes: false })).toBe('up_votes');
    expect(fieldOf('unknown_source', taken)).toBe('items');
  });
});

describe('the sentence of a rule', () => {
  it.each(methods.filter((each) => each.handsOver).map((each) => each.name))(
    'has the figure of %s in words, in both languages',
    async (name) => {
      for (const locale of ['en', 'de'] as const) {
        await language.show(locale);
        const source = vote(name);
        expect(lineLabel(source)).not.toContain('library.');
        for (const line of [1, 3.5]) {
          const said = sentenceOf({ take: 'above', count: 0, line }, source);
          expect(said).toContain(source.title);
          expect(said).not.toMatch(/library\.|[{}]/);
        }
      }
    },
  );

  it('says who comes along', () => {
    const top = { take: 'top', line: 0 } as const;
    expect(sentenceOf({ ...top, count: 8 }, vote('dots'))).toBe(
      'Übernommen werden die ersten 8 aus „Vote dots“; wer sich den letzten Platz teilt, kommt mit.',
    );
    expect(sentenceOf({ ...top, count: 1 }, vote('dots'))).toContain('der erste Platz');
  });

  it('says that less is better where it is', () => {
    const said = (draft: StepDraft) => sentenceOf({ take: 'above', count: 0, line: 3 }, draft);
    expect(said(vote('consensing'))).toContain('höchstens 3');
    const runoff = vote('ranking');
    expect(said(runoff)).toContain('mindestens 3 Punkte');
    Object.assign(runoff.rules['ranking'] as object, { order: 'instant_runoff' });
    expect(said(runoff)).toContain('Platz 3 oder besser');
  });

  it('names the criteria of the quadrant', () => {
    expect(sentenceOf({ take: 'quadrant', count: 0, line: 0 }, vote('multi_criteria'))).toContain(
      '„Wirkung“ und „Machbarkeit“',
    );
  });
});

describe('the template from the idea to the measure', () => {
  it.each(['de', 'en'] as const)('goes on by rules that its votes can give: %s', (locale) => {
    const steps = ideaToMeasure(locale).agenda.map(draftOf);
    const takes = steps.map((each) => each.take);
    expect(takes).toEqual(['listed', 'clusters', 'top', 'quadrant', 'listed']);
    for (const each of steps.filter(({ take }) => take !== 'listed'))
      expect(sourcesFor(each, steps, each.take as 'top').map(({ id }) => id)).toContain(each.from);
    expect(steps.every((each) => each.items.length === 0)).toBe(true);
  });
});
