import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { language } from '../../src/i18n/index.svelte';
import { bereftOf, draftOf, fieldOf, newStep, specOf, withMethod, withRulesOf } from '../../src/lib/desk-plan';
import { methodOf, methods } from '../../src/methods';
import { entryOf, loadLibraryTexts, search } from '../../src/methods/library';
import type { ActivitySpec } from '../../src/wire/wire';

const folders = readdirSync(join(import.meta.dirname, '../../src/methods'), { withFileTypes: true })
  .filter((each) => each.isDirectory())
  .map((each) => each.name);

const messages = readFileSync(join(import.meta.dirname, '../../src/wire/wire.ts'), 'utf8');

describe('the list of methods', () => {
  it('has all that the messages know', () => {
    const known = [...messages.matchAll(/readonly method: "(\w+)"/g)].map((each) => each[1]);
    expect(methods.map((each) => each.name).sort()).toEqual([...new Set(known)].sort());
  });

  it('has each folder once', () => {
    expect(methods.map((each) => each.name).sort()).toEqual(folders.sort());
  });

  it.each(methods.map((each) => [each.name, each] as const))('%s is one method in all its parts', (name, method) => {
    expect(method.rules.method).toBe(name);
    expect(method.emptyBallot.method).toBe(name);
    expect(methodOf(method.rules)).toBe(method);
    expect(method.minutes).toBeGreaterThan(0);
  });

  it.each(methods.map((each) => [each.name, each] as const))('%s says what to do', async (name, method) => {
    await method.texts();
    for (const text of [method.ask(method.rules), method.askOnWall(method.rules)]) {
      expect(text).not.toContain(`${name}.`);
      expect(text).not.toMatch(/[{}]/);
      expect(text.trim()).not.toBe('');
    }
  });

  it('knows nothing of a method that is newer than the page', () => {
    expect(methodOf({ method: 'divination' })).toBeUndefined();
    expect(methodOf(undefined)).toBeUndefined();
  });
});

describe('the library', () => {
  beforeAll(() => loadLibraryTexts());

  it.each(methods.map((each) => [each.name, each] as const))('tells when and how: %s', (name, method) => {
    for (const text of Object.values(entryOf(method))) expect(text).not.toContain(`library.${name}`);
  });

  it('finds what was searched for, in any case and with any accent', () => {
    const found = (wanted: string) => search(methods, wanted).map((each) => each.name);
    expect(found('PÜNKTE verteilen')).toContain('dots');
    expect(found('punkte   klebe')).toEqual(['dots']);
    expect(found('gibt es nicht')).toEqual([]);
    expect(found('  ')).toHaveLength(methods.length);
  });

  it('speaks the language of the page', async () => {
    await language.show('en');
    const dots = methods.find((each) => each.name === 'dots');
    expect(dots && entryOf(dots).name).toBe('Spread dots');
    await language.show('de');
  });
});

describe('a planned vote', () => {
  const spec: ActivitySpec = {
    kind: 'vote',
    method: 'dots',
    id: 'a',
    title: 'A',
    prompt: '',
    minutes: 3,
    items: ['x'],
    budget: 7,
    perItem: 2,
  };

  it('comes back from the form as it went in', () => {
    expect(specOf(draftOf(spec))).toEqual(spec);
    const withPhase = { ...spec, phase: 'planned' as const };
    expect(specOf(draftOf(withPhase))).toEqual(spec);
  });

  it('keeps the rules of one method while another is looked at', () => {
    const draft = draftOf(spec);
    draft.method = 'single_choice';
    expect(specOf(draft)).not.toHaveProperty('budget');
    draft.method = 'dots';
    expect(specOf(draft)).toEqual(spec);
  });

  it('begins with the rules of its method, and the list of methods keeps its own', () => {
    const draft = newStep('vote', 'New');
    const [first] = methods;
    expect(specOf(draft)).toMatchObject(first.rules);
    Object.assign(draft.rules[first.name] ?? {}, { budget: 99 });
    expect(specOf(newStep('vote', 'New'))).toMatchObject(first.rules);
  });

  it('has the words of its rules in the language of the workshop', () => {
    const criteria = methods.find((each) => each.words);
    if (!criteria) throw new Error('no method has words in its rules');
    const english = withMethod(newStep('vote', 'New'), criteria, 'en');
    expect(specOf(english)).toMatchObject({ criteria: [{ title: 'Impact' }, { title: 'Feasibility' }] });
    // What somebody has written stays.
    expect(specOf(withMethod(english, criteria, 'de'))).toEqual(specOf(english));
  });

  it('has the rules of the first round in the second', () => {
    const second = withRulesOf(newStep('vote', 'Again'), draftOf(spec));
    expect(specOf(second)).toMatchObject({ method: 'dots', budget: 7, perItem: 2 });
  });
});

describe('a refusal of a vote', () => {
  it('that later steps take from by a rule is read at its method', () => {
    const vote = { ...newStep('vote', 'Which?'), method: 'multi_criteria' };
    const later = { ...newStep('sign_up', 'Who?'), take: 'quadrant' as const, from: vote.id };
    expect(bereftOf(vote, [vote, later])).toEqual([]);
    const changed = { ...vote, method: 'dots' };
    expect(bereftOf(changed, [changed, later])).toEqual([later]);
    expect(fieldOf('source_not_scored', changed)).toBe('rules');
    expect(fieldOf('source_not_scored', later)).toBe('items');
    expect(fieldOf('source_not_scored', { ...changed, take: 'top', from: 'x' })).toBe('items');
  });

  const draft = { ...newStep('vote', 'Which?'), method: 'multi_criteria', items: ['Benches', 'Trees'] };

  it('is read at the rules, unless title or items are wrong', () => {
    for (const code of ['text_empty', 'text_too_long', 'malformed', 'bad_rules'])
      expect(fieldOf(code, draft), code).toBe('rules');
    expect(fieldOf('text_empty', { ...draft, title: ' \u200b' })).toBe('title');
    expect(fieldOf('text_empty', { ...draft, items: ['Benches', '\u200b'] })).toBe('items');
    expect(fieldOf('text_too_long', { ...draft, items: ['x'.repeat(4001)] })).toBe('items');
    expect(fieldOf('text_too_long', { ...draft, take: 'clusters', items: ['x'.repeat(4001)] })).toBe('rules');
    for (const minutes of [-1, 2.5]) expect(fieldOf('malformed', { ...draft, minutes })).toBe('minutes');
    expect(fieldOf('malformed', newStep('collect', 'Ideas'))).toBe('title');
    expect(fieldOf('text_empty', newStep('collect', 'Ideas'))).toBe('sections');
  });
});
