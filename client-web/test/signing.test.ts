import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { byName, csvOf, headsOf, textOf } from '../src/lib/desk-sign-ups';
import { draftOf, draftOfView, fieldOf, newStep, specOf } from '../src/lib/desk-plan';
import { goingOn, originsFor } from '../src/lib/hand-over';
import { Letterbox, type Stamps } from '../src/lib/letterbox';
import type { OwnSignUp } from '../src/lib/own';
import { Purse } from '../src/lib/purse';
import { Store } from '../src/lib/storage';
import { idle, refusal, SharedStorage, Slot } from './support';

const erika = { name: 'Erika', contact: 'erika@example.org', items: [0, 2] };
const nobody = { name: '', contact: '', items: [] };

describe('signing up by name', () => {
  let disk: SharedStorage;
  let slot: Slot;
  let stamp: string | undefined;
  let box: Letterbox;

  const letterbox = () => {
    const none = () => undefined;
    const stamps: Stamps = { entry: none, round: none, address: none, signUp: () => stamp, draw: () => true };
    return new Letterbox({
      session: 's',
      store: new Store(disk, 'k:'),
      stamps,
      changed: none,
      send: slot.send,
      pause: async () => undefined,
    });
  };
  const own = () => box.all().find((each) => each.kind === 'signUp') as OwnSignUp;

  beforeEach(() => {
    disk = new SharedStorage();
    slot = new Slot();
    stamp = 'n1';
    box = letterbox();
  });
  afterEach(() => box.stop());

  it('sends name, contact and themes with the stamp of the list', async () => {
    box.signUp('go-on', erika);
    await idle();
    expect(slot.came).toEqual([{ type: 'signUp', session: 's', activity: 'go-on', stamp: 'n1', counter: 1, ...erika }]);
    expect(own()).toMatchObject({ receipt: 'received', stored: { items: [0, 2] }, todo: [] });
  });

  it('leaves out a contact that was not given', async () => {
    box.signUp('go-on', { ...erika, contact: '' });
    await idle();
    expect(slot.came[0]).not.toHaveProperty('contact');
    expect(own().wanted).toEqual({ ...erika, contact: '' });
  });

  it('counts up when it is changed and when it is taken back', async () => {
    box.signUp('go-on', erika);
    await idle();
    box.signUp('go-on', { ...erika, items: [1] });
    await idle();
    box.signUp('go-on', nobody);
    await idle();
    expect(slot.came.map((each) => 'counter' in each && each.counter)).toEqual([1, 2, 3]);
    expect(slot.came[2]).toMatchObject({ name: '', items: [] });
    expect([...disk.entries.values()].join()).not.toContain('Erika');
  });

  it('is kept over a reload until it has arrived', async () => {
    stamp = undefined;
    box.signUp('go-on', erika);
    await idle();
    expect(slot.came).toEqual([]);
    box.stop();
    stamp = 'n1';
    box = letterbox();
    box.start();
    await idle();
    expect(own()).toMatchObject({ receipt: 'received', stored: { items: [0, 2] } });
  });

  it('says what was refused, and knows what stands in the list', async () => {
    box.signUp('go-on', erika);
    await idle();
    slot.answers.push(refusal('activity_not_open', 409));
    box.signUp('go-on', { ...erika, items: [1] });
    await idle();
    expect(own()).toMatchObject({ receipt: 'refused', stored: { items: [0, 2] }, wanted: { items: [1] } });
  });

  it('leaves no name on the device once it has arrived, but what it takes to change it', async () => {
    box.signUp('go-on', erika);
    await idle();
    expect(own().wanted).toEqual(erika);
    expect([...disk.entries.values()].join()).not.toMatch(/Erika|example/);
    box.stop();
    box = letterbox();
    expect(own()).toMatchObject({ wanted: { name: '', items: [0, 2] }, counter: 1 });
    box.signUp('go-on', nobody);
    await idle();
    expect(slot.came[1]).toMatchObject({ stamp: 'n1', counter: 2, items: [] });
  });

  it('leaves the device with the end whatever became of it, and is told as long as the page lives', async () => {
    slot.answers.push(refusal('activity_not_open', 409));
    box.signUp('go-on', erika);
    await idle();
    stamp = undefined;
    box.signUp('later', erika);
    box.tidy();
    expect([...disk.entries.values()].join()).not.toContain('Erika');
    expect(box.all().map((each) => each.receipt)).toEqual(['refused', 'sending']);
  });

  it('leaves the device with the end of the workshop, and is not taken over by another seat', async () => {
    box.signUp('go-on', erika);
    await idle();
    box.tidy();
    expect(own()).toBeUndefined();
    slot.answers.push(refusal('text_empty', 422));
    box.signUp('go-on', erika);
    await idle();
    box.handOver();
    expect(own()).toBeUndefined();
  });

  it('has a stamp of its own, which goes with the end', () => {
    const purse = new Purse(new Store(disk, 'x:'));
    const drawn = { rounds: [], secondRounds: [], entries: [], cards: [], upVotes: [], sheets: [], address: 'a' };
    purse.add({ ...drawn, signUps: [{ activity: 'go-on', stamp: 'n1' }] });
    purse.add({ ...drawn, signUps: [] });
    expect(purse.signUp('go-on')).toBe('n1');
    expect(purse.signUp('other')).toBeUndefined();
    purse.keepAddressOnly();
    expect(purse.signUp('go-on')).toBeUndefined();
  });
});

describe('the list of those who signed up', () => {
  const list = {
    activity: 'go-on',
    title: 'Mitmachen',
    themes: [
      { text: 'Radweg', people: [{ name: 'Zoe' }, { name: 'Änne', contact: '+49 170 1' }, { name: 'Bo' }] },
      { text: 'Bänke; Stühle', people: [{ name: 'Bo' }] },
      { text: 'Bäume', people: [] },
    ],
  };
  const columns = { theme: 'Thema', name: 'Name', contact: 'Kontakt' };

  it('is sorted as the language sorts', () => {
    expect(byName(list.themes[0]!.people, 'de').map((each) => each.name)).toEqual(['Änne', 'Bo', 'Zoe']);
  });

  it('is a table that no spreadsheet takes for formulas', () => {
    expect(csvOf(list, columns, 'de')).toBe(
      "\ufeffThema;Name;Kontakt\r\nRadweg;Änne;'+49 170 1\r\nRadweg;Bo;\r\nRadweg;Zoe;\r\n" + '"Bänke; Stühle";Bo;\r\n',
    );
    const evil = (name: string) =>
      csvOf({ ...list, themes: [{ text: 't', people: [{ name }] }] }, columns, 'en').split('\r\n')[1];
    expect(evil('=1+1')).toBe("t,'=1+1,");
    expect(evil(' \u200b@SUM(A1)')).toBe("t,' \u200b@SUM(A1),");
    expect(evil('\u00a0＝A1')).toBe("t,'\u00a0＝A1,");
    expect(evil('say "hi", you')).toBe('t,"say ""hi"", you",');
    expect(evil('Bo-Li')).toBe('t,Bo-Li,');
  });

  it('is a text for a mail', () => {
    expect(textOf(list, 'Niemand', 'de')).toBe(
      'Radweg\n- Änne, +49 170 1\n- Bo\n- Zoe\n\nBänke; Stühle\n- Bo\n\nBäume\nNiemand',
    );
  });

  it('counts each person once', () => {
    expect(headsOf(list)).toBe(3);
  });
});

describe('a step for signing up', () => {
  const common = { kind: 'sign_up', id: 'a', title: 'Mitmachen', prompt: 'Wer ist dabei?' } as const;

  it('is planned with themes of its own, or with those of an earlier step', () => {
    const listed = { ...common, items: ['Radweg', 'Bänke'] };
    const taken = { ...common, minutes: 5, items: { from: 'v', take: 'top', count: 3 } } as const;
    expect(specOf(draftOf(listed))).toEqual(listed);
    expect(specOf(draftOf(taken))).toEqual(taken);
    const view = { ...common, phase: 'planned', plannedItems: taken.items } as const;
    expect(specOf(draftOfView(view))).toEqual({ ...common, items: taken.items });
  });

  it('goes on with what came before', () => {
    const cards = { ...newStep('collect', 'Ideen'), id: 'c' };
    const made = newStep('sign_up', 'Mitmachen');
    expect(goingOn(made, [cards, made])).toMatchObject({ take: 'clusters', from: 'c' });
    expect(goingOn(made, [made])).toMatchObject({ take: 'listed' });
    expect(originsFor('sign_up')).not.toContain('items');
  });

  it('shows at its themes what is wrong with them', () => {
    const draft = draftOf({ ...common, items: ['x'.repeat(4001)] });
    expect(fieldOf('no_items', draft)).toBe('items');
    expect(fieldOf('text_too_long', draft)).toBe('items');
    expect(fieldOf('unknown_source', draft)).toBe('items');
  });
});
