import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { canvasesOf, layoutOf } from '../src/lib/canvases';
import { anotherSheet, kindsFrom, sectionsOfSheets, sheetsFrom, sheetsOf, templates } from '../src/lib/desk-canvases';
import { OnBehalf } from '../src/lib/desk-on-behalf.svelte';
import { draftOf, fieldOf, newStep, specOf } from '../src/lib/desk-plan';
import { moodBarometer, parkingLot } from '../src/lib/desk-ready';
import { Letterbox, type Stamps } from '../src/lib/letterbox';
import type { OwnCard } from '../src/lib/own';
import { Participation } from '../src/lib/participation.svelte';
import { Seat } from '../src/lib/seat';
import { Store } from '../src/lib/storage';
import { tintOfCard } from '../src/lib/tint';
import type { ActivityView, CollectSpec } from '../src/wire/wire';
import { idle, received, refusal, SharedStorage, Slot } from './support';

const limited = { id: 'ideas', kind: 'collect', phase: 'open', title: 'Ideas', perPerson: 2 } as ActivityView;

describe('cards that are limited', () => {
  let slot: Slot;
  let box: Letterbox;
  let stamps: string[];
  let back: string[];

  beforeEach(() => {
    slot = new Slot();
    stamps = ['k1', 'k2'];
    back = [];
    const book: Stamps = {
      entry: (_, comment) => (comment ? 'c1' : stamps.shift()),
      usedUp: () => stamps.length === 0,
      putBack: (_, stamp) => void back.push(stamp),
      round: () => undefined,
      address: () => undefined,
      signUp: () => undefined,
      draw: () => true,
    };
    const store = new Store(new SharedStorage(), 'k:');
    box = new Letterbox({ session: 's', store, stamps: book, changed: () => undefined, send: slot.send });
  });
  afterEach(() => box.stop());
  const own = (id: string) => box.all().find((each) => each.kind === 'card' && each.id === id) as OwnCard;

  it('are refused here, with a reason, when all are written; comments are not', async () => {
    const ids = ['one', 'two', 'three'].map((text) => box.write('ideas', text).id);
    const comment = box.write('ideas', 'a comment', { on: ids[0] });
    await idle();
    expect(ids.map((id) => own(id).receipt)).toEqual(['received', 'received', 'refused']);
    expect(own(ids[2]!).refusal?.code).toBe('cards_used_up');
    expect(own(comment.id).receipt).toBe('received');
    expect(slot.came).toHaveLength(3);
  });

  it('cannot be changed once their step was closed, and nothing says that they can', async () => {
    const [first] = ['one', 'two'].map((text) => box.write('ideas', text).id);
    await idle();
    expect(box.fix(['another'])).toBe(false);
    expect(own(first!).fixed).toBeUndefined();
    expect(box.fix(['ideas'])).toBe(true);
    expect(box.fix(['ideas'])).toBe(false);
    const { id } = box.write('ideas', 'three');
    await idle();
    expect(own(first!).fixed).toBe(true);
    expect(own(id).refusal?.advice.de).not.toMatch(/Ändern/);
  });

  it('cannot be changed once the server said that they are nobody’s any more', async () => {
    const { id } = box.write('ideas', 'one');
    await idle();
    slot.answers = [refusal('not_the_writer')];
    box.edit(id, 'another');
    await idle();
    expect(own(id)).toMatchObject({ receipt: 'refused', fixed: true });
  });

  it('are refused as well when the server knows that their stamps are spent', async () => {
    slot.answers = [refusal('stamp_spent'), refusal('stamp_spent')];
    const { id } = box.write('ideas', 'from a page that had forgotten');
    await idle();
    expect(slot.came).toHaveLength(2);
    expect(own(id)).toMatchObject({ receipt: 'refused', refusal: { code: 'cards_used_up' } });
  });

  it('do not cost a stamp when they are not accepted', async () => {
    slot.answers = [refusal('unknown_card_kind', 422), received];
    box.write('ideas', 'of no kind', { kind: 'gone' });
    await idle();
    expect(back).toEqual(['k1']);
    box.write('ideas', 'of a kind', { kind: 'idea' });
    await idle();
    expect(slot.came[1]).toMatchObject({ stamp: 'k2', entry: { kind: 'idea' } });
    expect(back).toEqual(['k1']);
  });
});

describe('how many cards are left', () => {
  let part: Participation;
  let seat: Seat;

  beforeEach(() => {
    vi.stubGlobal(
      'WebSocket',
      class {
        send(): void {}
        close(): void {}
      },
    );
    vi.stubGlobal('fetch', async () => new Response('{"received":true}'));
    seat = new Seat('K7M2XQ4T', new Store(new SharedStorage(), 'k:'));
    seat.store.write('seat', { secret: seat.secret(), session: 's' });
    const none = () => undefined;
    part = new Participation(seat, 's', { arrived: none, settled: none, moved: none, left: none });
  });
  afterEach(() => {
    part.stop();
    vi.unstubAllGlobals();
  });
  const draw = (stamps: string[]) =>
    seat.purse.add({
      rounds: [],
      secondRounds: [],
      entries: [{ activity: 'ideas', batch: 0, stamps: ['e1', 'e2', 'e3'] }],
      cards: [{ activity: 'ideas', stamps }],
      signUps: [],
      upVotes: [],
      sheets: [],
      address: 'a',
    });

  it('is said from the first word on, and counts what waits for its stamp', () => {
    part.session = { agenda: [limited], phase: 'running' } as never;
    expect(part.cardsLeft(limited)).toBe(2);
    part.write('ideas', 'before the stamps are there');
    expect(part.cardsLeft(limited)).toBe(1);
    part.write('ideas', 'a comment', { on: 'x' });
    expect(part.cardsLeft(limited)).toBe(1);
  });

  it('counts what was sent, and what was withdrawn', async () => {
    draw(['k1', 'k2']);
    part.write('ideas', 'one');
    expect(part.cardsLeft(limited)).toBe(1);
    await vi.waitFor(() => expect(part.cards[0]?.receipt).toBe('received'));
    part.withdraw(part.cards[0]!);
    part.write('ideas', 'two');
    await vi.waitFor(() => expect(part.cards[0]?.receipt).toBe('received'));
    expect(part.cardsLeft(limited)).toBe(0);
  });

  it('is nothing to speak of without a limit', () => {
    const { perPerson: _, ...free } = limited;
    expect(part.cardsLeft(free as ActivityView)).toBeUndefined();
  });
});

describe('canvases', () => {
  const field = (id: string, canvas?: string) => ({ id, title: id, ...(canvas ? { canvas } : {}) });

  it('are none where there are only themes', () => {
    expect(canvasesOf({ sections: [field('a'), field('b')] })).toEqual([]);
    expect(canvasesOf({})).toEqual([]);
  });

  it('come in the order of their sections, one alone without a title', () => {
    const sections = [field('a', 'P 1'), field('b', 'P 1'), field('c', 'P 2')];
    expect(canvasesOf({ sections }).map((each) => [each.title, each.fields.map((one) => one.id)])).toEqual([
      ['P 1', ['a', 'b']],
      ['P 2', ['c']],
    ]);
    expect(canvasesOf({ sections: [field('a')], layout: 'swot' })).toMatchObject([{ title: '' }]);
  });

  it('stand in columns when the fields are not those of the layout', () => {
    expect(layoutOf('swot', 4)).toBe('swot');
    expect(layoutOf('swot', 5)).toBe('columns');
    expect(layoutOf(undefined, 4)).toBe('columns');
  });

  it.each(['de', 'en'] as const)('have as many fields as their layout, in %s', async (language) => {
    for (const template of templates) {
      const sections = sectionsOfSheets(await sheetsFrom(template, 1, language));
      expect([template, layoutOf(template, sections.length)]).toEqual([template, template]);
      expect(new Set(sections.map((each) => each.title)).size).toBe(sections.length);
    }
  });

  it('are numbered side by side, and another one takes the next number', async () => {
    const sheets = await sheetsFrom('persona', 2, 'de');
    const more = [...sheets, anotherSheet(sheets, (at) => `Canvas ${at}`)];
    const sections = sectionsOfSheets(more);
    expect(canvasesOf({ sections }).map((each) => each.title)).toEqual(['Persona 1', 'Persona 2', 'Persona 3']);
    expect(new Set(sections.map((each) => each.id)).size).toBe(18);
  });

  it('keep their fields apart when two get the same name', async () => {
    const sheets = (await sheetsFrom('swot', 2, 'en')).map((each) => ({ ...each, title: 'Ours' }));
    expect(canvasesOf({ sections: sectionsOfSheets(sheets) }).map((each) => each.fields.length)).toEqual([4, 4]);
  });

  it('keep the ids of fields that are renamed, and come back for editing as they were', async () => {
    const sections = sectionsOfSheets(await sheetsFrom('swot', 2, 'en'));
    const [first, second] = sheetsOf({ sections, layout: 'swot' });
    const renamed = sectionsOfSheets([first!, { ...second!, fields: second!.fields.replace('Threats', 'Risks') }]);
    expect(renamed.map((each) => each.id)).toEqual(sections.map((each) => each.id));
    expect(renamed.at(-1)).toMatchObject({ title: 'Risks', canvas: 'SWOT 2' });
  });
});

describe('the plan of a collecting step', () => {
  const spec: CollectSpec = {
    kind: 'collect',
    id: 'a',
    title: 'A',
    prompt: '',
    sections: [{ id: 's', title: 'S', canvas: 'P 1' }],
    comments: true,
    release: 'waves',
    kinds: [{ id: 'k', title: 'Idea', tone: 'green' }],
    perPerson: 3,
    beside: true,
    layout: 'persona',
  };

  it('is the same after editing nothing', () => {
    expect(specOf(draftOf(spec))).toEqual(spec);
  });

  it('says nothing of what is not wanted', () => {
    const plain = specOf(newStep('collect', 'A'));
    for (const each of ['kinds', 'perPerson', 'beside', 'layout']) expect(plain).not.toHaveProperty([each]);
  });

  it('leaves out kinds without a word', () => {
    const draft = draftOf(spec);
    draft.cardKinds.push({ id: 'l', title: ' ', tone: 'red' });
    expect(specOf(draft)).toEqual(spec);
  });

  it('shows a refusal at its field', () => {
    const draft = draftOf(spec);
    expect(fieldOf('too_many_card_kinds', draft)).toBe('kinds');
    expect(fieldOf('bad_cards_per_person', draft)).toBe('per_person');
    expect(fieldOf('too_many_beside', draft)).toBe('beside');
    draft.cardKinds[0] = { id: 'k', title: 'x'.repeat(5000), tone: 'red' };
    expect(fieldOf('text_too_long', draft)).toBe('kinds');
  });

  it('takes kinds from a preset in the language of the workshop', async () => {
    expect((await kindsFrom('ideas', 'de')).map((each) => each.title)).toEqual(['Idee', 'Bedenken', 'Frage']);
    expect((await kindsFrom('chances', 'en')).map((each) => [each.title, each.tone])).toEqual([
      ['Chance', 'green'],
      ['Hurdle', 'yellow'],
      ['Risk', 'red'],
    ]);
  });

  it('can be a ready-made parking lot, open throughout', async () => {
    expect(specOf(await parkingLot('de'))).toMatchObject({ kind: 'collect', title: 'Parkplatz', beside: true });
  });
});

describe('the mood at both ends', () => {
  it('is one question, asked again in a second round', async () => {
    const [first, second] = (await moodBarometer('en')).map(specOf);
    expect(first).toMatchObject({ method: 'rating', mood: true, items: ['How are you right now?'] });
    expect(second).toMatchObject({ method: 'rating', mood: true, items: { from: first!.id, take: 'items' } });
  });
});

describe('the colour of a card', () => {
  const sections = [
    { id: 'a', title: 'A', canvas: 'P 1' },
    { id: 'b', title: 'B', canvas: 'P 1' },
    { id: 'c', title: 'A', canvas: 'P 2' },
    { id: 'd', title: 'B', canvas: 'P 2' },
  ];

  it('is that of its kind, else that of its field, alike in all canvases', () => {
    const kinds = [{ id: 'k', title: 'Concern', tone: 'red' as const }];
    expect(tintOfCard({ sections, kinds }, { section: 'b', kind: 'k' })).toBe('tint-3');
    expect(tintOfCard({ sections }, { section: 'b' })).toBe('tint-1');
    expect(tintOfCard({ sections }, { section: 'd' })).toBe('tint-1');
    expect(tintOfCard({ sections: [] }, {})).toBe('tint-0');
  });
});

describe('a card that is entered for somebody', () => {
  const asked: { path: string; body: unknown }[] = [];
  let answers: (() => Promise<unknown>)[];
  const leading = {
    id: 's',
    step: async (_method: string, activity: string, path: string, body: unknown) => {
      asked.push({ path: activity + path, body });
      return (await answers.shift()?.()) ?? { kind: 'ok', body: undefined };
    },
  } as never;

  beforeEach(() => {
    asked.length = 0;
    answers = [];
  });
  afterEach(() => vi.unstubAllGlobals());

  it('goes in by the door of the desk, without a stamp, until it is received', async () => {
    const store = new Store(new SharedStorage(), 'd:');
    answers = [async () => ({ kind: 'silence' })];
    const behalf = new OnBehalf(leading, () => undefined, store);
    behalf.write('ideas', 'By phone', { kind: 'idea', section: 'place' });
    await vi.waitFor(() => expect(behalf.cards[0]?.receipt).toBe('received'), { timeout: 5000 });
    expect(asked.map((each) => each.path)).toEqual(['ideas/entries', 'ideas/entries']);
    expect(asked[0]!.body).toEqual(asked[1]!.body);
    expect(Object.keys(asked[0]!.body as object).sort()).toEqual(['editHash', 'id', 'kind', 'section', 'text']);
    expect(JSON.stringify(asked)).not.toContain(behalf.cards[0]!.editSecret);
  });

  it('is changed through the letterbox, with its edit secret and without the cookie', async () => {
    const sent: RequestInit[] = [];
    vi.stubGlobal('fetch', async (_path: string, init: RequestInit) => {
      sent.push(init);
      return new Response('{"received":true}');
    });
    const behalf = new OnBehalf(leading, () => undefined, new Store(new SharedStorage(), 'd:'));
    behalf.write('ideas', 'By phone', {});
    await vi.waitFor(() => expect(behalf.cards[0]?.receipt).toBe('received'));
    behalf.edit(behalf.cards[0]!, 'By phone, as meant');
    await vi.waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({ credentials: 'omit' });
    expect(JSON.parse(String(sent[0]!.body))).toMatchObject({ type: 'edit', text: 'By phone, as meant', counter: 1 });
    expect(asked).toHaveLength(1);
  });
});
