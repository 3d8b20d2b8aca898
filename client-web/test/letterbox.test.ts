import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Answer } from '../src/lib/api';
import { Letterbox, type Stamps } from '../src/lib/letterbox';
import type { OwnBallot, OwnCard, OwnThing } from '../src/lib/own';
import { Store } from '../src/lib/storage';
import type { Ballot, Envelope, Received } from '../src/wire/wire';
import { idle, received, refusal, SharedStorage, silence, Slot } from './support';

const choice = (item: number): Ballot => ({ method: 'single_choice', choice: item });

class Book implements Stamps {
  entries = ['e1', 'e2', 'e3'];
  rounds: string | undefined = 'r1';
  drawn = 0;
  entry = () => this.entries.shift();
  round = () => this.rounds;
  address = () => 'a1';
  signUp = (): string | undefined => 'n1';
  drawable = true;
  draw = () => {
    this.drawn += 1;
    return this.drawable;
  };
}

describe('the letterbox', () => {
  let disk: SharedStorage;
  let slot: Slot;
  let book: Book;
  let pauses: number[];
  let told: OwnThing[];
  let open: Letterbox[];

  function letterbox(): Letterbox {
    const made = new Letterbox({
      session: 's',
      store: new Store(disk, 'k:'),
      stamps: book,
      changed: (own) => told.push(own),
      send: slot.send,
      pause: async (milliseconds) => void pauses.push(milliseconds),
    });
    open.push(made);
    return made;
  }
  const card = (box: Letterbox, id: string) =>
    box.all().find((each) => each.kind === 'card' && each.id === id) as OwnCard;
  const ballot = (box: Letterbox) => box.all().find((each) => each.kind === 'ballot') as OwnBallot;
  const stampOf = (envelope: Envelope | undefined) => (envelope && 'stamp' in envelope ? envelope.stamp : undefined);
  const types = () => slot.came.map((each) => each.type);

  beforeEach(() => {
    disk = new SharedStorage();
    slot = new Slot();
    book = new Book();
    pauses = [];
    told = [];
    open = [];
  });
  afterEach(() => open.forEach((each) => each.stop()));

  it('sends an entry with a stamp and the hash of its edit secret, and never the secret', async () => {
    const box = letterbox();
    const own = box.write('ideas', 'More benches', { section: 'place' });
    await idle();
    expect(slot.came).toHaveLength(1);
    expect(slot.came[0]).toMatchObject({ type: 'entry', stamp: 'e1', entry: { id: own.id, section: 'place' } });
    expect(JSON.stringify(slot.came)).not.toContain(own.editSecret);
    expect(card(box, own.id)).toMatchObject({ receipt: 'received', stored: 'More benches', todo: [] });
  });

  it('gives two cards nothing in common', () => {
    const box = letterbox();
    const one = box.write('ideas', 'One');
    const other = box.write('ideas', 'Other');
    expect(one.id).not.toBe(other.id);
    expect(one.editSecret).not.toBe(other.editSecret);
    expect(one.nth).toBeLessThan(other.nth);
  });

  it('sends the same bytes again after silence, 429 and 503, and waits as long as it is told', async () => {
    slot.answers = [silence, refusal('too_many_tries', 429, 7), refusal('kept_will_be_sent_again', 503, 2)];
    const box = letterbox();
    const own = box.write('ideas', 'Persistent');
    await idle();
    expect(new Set(slot.came.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(slot.came).toHaveLength(4);
    expect(pauses.slice(1)).toEqual([7000, 2000]);
    expect(told.some((each) => each.receipt === 'waiting')).toBe(true);
    expect(card(box, own.id).receipt).toBe('received');
  });

  it('takes nothing but the receipt for a receipt', async () => {
    const other = (body: unknown) => ({ kind: 'ok', body }) as Answer<Received>;
    slot.answers = [other(undefined), other({}), other({ received: false }), other({ received: 'true' })];
    const box = letterbox();
    const own = box.write('ideas', 'Behind a login page');
    await idle();
    expect(slot.came).toHaveLength(5);
    expect(new Set(slot.came.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(pauses).toHaveLength(4);
    expect(card(box, own.id).receipt).toBe('received');
    const receipt = join(import.meta.dirname, '../../tests/wire-examples/received.json');
    expect(received).toEqual(other(JSON.parse(readFileSync(receipt, 'utf8'))));
  });

  it('goes on after a reload with the same id and stamp', async () => {
    slot.held = true;
    const before = letterbox();
    const own = before.write('ideas', 'Through the tunnel');
    before.stop();
    const first = slot.came[0];
    slot.held = false;
    const after = letterbox();
    expect(after.all()[0]?.todo.length).toBe(1);
    after.start();
    await idle();
    expect(JSON.stringify(slot.came[1])).toBe(JSON.stringify(first));
    expect(card(after, own.id).receipt).toBe('received');
    expect(after.all()[0]?.todo.length).toBe(0);
  });

  it('sends nothing again that was received', async () => {
    letterbox().write('ideas', 'Once');
    await idle();
    const after = letterbox();
    after.start();
    after.start();
    await idle();
    expect(slot.came).toHaveLength(1);
  });

  it('settles a card once when two tabs send it', async () => {
    slot.held = true;
    const one = letterbox();
    const other = letterbox();
    const own = one.write('ideas', 'Both tabs');
    other.start();
    await idle();
    expect(slot.came.map(stampOf)).toEqual(['e1', 'e1']);
    slot.release();
    await idle();
    expect(card(one, own.id)).toMatchObject({ receipt: 'received', todo: [] });
    expect(card(other, own.id)).toMatchObject({ receipt: 'received', todo: [] });
    expect(slot.came).toHaveLength(2);
  });

  it('shows one tab what the other wrote', async () => {
    const one = letterbox();
    const other = letterbox();
    const own = one.write('ideas', 'From one');
    await idle();
    expect(card(other, own.id).text).toBe('From one');
    other.edit(own.id, 'From the other');
    await idle();
    expect(card(one, own.id)).toMatchObject({ text: 'From the other', stored: 'From the other', counter: 1 });
  });

  it('takes the next stamp when one is spent', async () => {
    slot.answers = [refusal('stamp_spent'), refusal('stamp_spent')];
    letterbox().write('ideas', 'Third time');
    await idle();
    expect(slot.came.map(stampOf)).toEqual(['e1', 'e2', 'e3']);
    expect(book.drawn).toBe(0);
  });

  it('waits when a stamp is not taken until others are drawn, sends nothing before, and then gives up', async () => {
    slot.answers = [refusal('stamp_invalid', 403), refusal('stamp_invalid', 403)];
    const box = letterbox();
    const own = box.write('ideas', 'Strange');
    await idle();
    box.start();
    await idle();
    expect(book.drawn).toBe(1);
    expect(slot.came).toHaveLength(1);
    expect(card(box, own.id)).toMatchObject({ receipt: 'waiting', text: 'Strange' });
    box.stamped();
    await idle();
    expect(book.drawn).toBe(1);
    expect(slot.came.map(stampOf)).toEqual(['e1', 'e2']);
    expect(card(box, own.id)).toMatchObject({ receipt: 'refused', text: 'Strange' });
  });

  it('gives up at once when no other stamps are to be had', async () => {
    book.drawable = false;
    slot.answers = [refusal('stamp_invalid', 403)];
    const box = letterbox();
    box.leaveAddress('a@example.org');
    await idle();
    expect(slot.came).toHaveLength(1);
    expect(box.all()[0]?.receipt).toBe('refused');
  });

  it('tells when nobody answers', async () => {
    let silences = 0;
    slot.answers = [silence, silence, refusal('too_many_tries', 429)];
    const box = new Letterbox({
      session: 's',
      store: new Store(disk, 'k:'),
      stamps: book,
      changed: () => undefined,
      silent: () => (silences += 1),
      send: slot.send,
      pause: async () => undefined,
    });
    open.push(box);
    box.write('ideas', 'Tunnel');
    await idle();
    expect(silences).toBe(2);
  });

  it('waits for stamps and goes on when they are there', async () => {
    book.entries = [];
    const box = letterbox();
    const own = box.write('ideas', 'Later');
    await idle();
    expect(slot.came).toHaveLength(0);
    expect(card(box, own.id).receipt).toBe('sending');
    book.entries = ['late'];
    box.stamped();
    await idle();
    expect(stampOf(slot.came[0])).toBe('late');
  });

  it('keeps the text of an entry that is not accepted, with the reason, until it is taken back', async () => {
    slot.answers = [refusal('activity_not_open')];
    const box = letterbox();
    const own = box.write('ideas', 'Too late');
    await idle();
    const now = card(box, own.id);
    expect(now).toMatchObject({ receipt: 'refused', text: 'Too late', todo: [] });
    expect(now.stored).toBeUndefined();
    expect(now.refusal?.code).toBe('activity_not_open');
    box.forget(own.id);
    expect(box.all()).toEqual([]);
  });

  it('sends an edit after its entry, and only the last of several', async () => {
    slot.held = true;
    const box = letterbox();
    const own = box.write('ideas', 'First');
    box.edit(own.id, 'Second');
    box.edit(own.id, 'Third');
    slot.held = false;
    slot.release();
    await idle();
    expect(types()).toEqual(['entry', 'edit']);
    expect(slot.came[1]).toMatchObject({ text: 'Third', counter: 2, editSecret: own.editSecret });
    expect(card(box, own.id)).toMatchObject({ receipt: 'received', stored: 'Third' });
  });

  it('drops what was to follow an entry that is refused', async () => {
    slot.held = true;
    slot.answers = [refusal('text_too_long', 422)];
    const box = letterbox();
    const own = box.write('ideas', 'Long');
    box.edit(own.id, 'Longer');
    slot.release();
    await idle();
    expect(types()).toEqual(['entry']);
    expect(card(box, own.id)).toMatchObject({ receipt: 'refused', text: 'Longer' });
  });

  it('withdraws after everything else, and brings the card back when that is refused', async () => {
    const box = letterbox();
    const own = box.write('ideas', 'Mine');
    await idle();
    slot.answers = [refusal('activity_not_open')];
    box.withdraw(own.id);
    expect(card(box, own.id).withdrawn).toBe(true);
    await idle();
    expect(card(box, own.id)).toMatchObject({ withdrawn: false, text: 'Mine', receipt: 'refused' });
    box.withdraw(own.id);
    await idle();
    expect(types()).toEqual(['entry', 'withdraw', 'withdraw']);
    expect(card(box, own.id).withdrawn).toBe(true);
  });

  it('replaces a ballot that has not left, and follows one that has', async () => {
    book.rounds = undefined;
    const box = letterbox();
    box.cast('vote', choice(0));
    await idle();
    box.cast('vote', choice(1));
    await idle();
    expect(slot.came).toHaveLength(0);
    expect(ballot(box).todo).toHaveLength(1);
    book.rounds = 'r1';
    slot.held = true;
    box.stamped();
    await idle();
    box.cast('vote', choice(2));
    slot.held = false;
    slot.release();
    await idle();
    expect(slot.came).toMatchObject([
      { ballot: choice(1), counter: 2, stamp: 'r1' },
      { ballot: choice(2), counter: 3, stamp: 'r1' },
    ]);
    expect(ballot(box)).toMatchObject({ receipt: 'received', todo: [] });
  });

  it('goes back to the last ballot that was received when one is refused, and says why', async () => {
    const box = letterbox();
    box.cast('vote', choice(0));
    await idle();
    slot.answers = [refusal('activity_not_open')];
    box.cast('vote', choice(1));
    expect(ballot(box).ballot).toEqual(choice(1));
    await idle();
    expect(ballot(box)).toMatchObject({ ballot: choice(0), receipt: 'refused', todo: [] });
    expect(ballot(box).refusal?.code).toBe('activity_not_open');
    box.cast('vote', choice(2));
    await idle();
    expect(slot.came.at(-1)).toMatchObject({ ballot: choice(2), counter: 3 });
    expect(ballot(box)).toMatchObject({ ballot: choice(2), receipt: 'received' });
  });

  it('shows no ballot when the first one is refused', async () => {
    slot.answers = [refusal('activity_not_open')];
    const box = letterbox();
    box.cast('vote', { method: 'dots', dots: { 0: 1 } });
    await idle();
    expect(ballot(box)).toMatchObject({ ballot: {}, receipt: 'refused' });
  });

  it('keeps the ballot that follows a refused one', async () => {
    slot.held = true;
    const box = letterbox();
    box.cast('vote', choice(0));
    await idle();
    box.cast('vote', choice(1));
    slot.held = false;
    slot.answers = [refusal('unknown_item', 422)];
    slot.release();
    await idle();
    expect(ballot(box)).toMatchObject({ ballot: choice(1), stored: choice(1), receipt: 'received' });
  });

  it('counts ballots up over a reload', async () => {
    letterbox().cast('vote', choice(0));
    await idle();
    letterbox().cast('vote', choice(1));
    await idle();
    expect(slot.came.map((each) => (each.type === 'ballot' ? each.counter : 0))).toEqual([1, 2]);
  });

  it('leaves an address, and another one instead', async () => {
    const box = letterbox();
    box.leaveAddress('a@example.org');
    await idle();
    box.leaveAddress('b@example.org');
    await idle();
    expect(slot.came).toMatchObject([
      { type: 'address', mail: 'a@example.org', stamp: 'a1' },
      { type: 'address', mail: 'b@example.org', stamp: 'a1' },
    ]);
    expect(box.all()).toHaveLength(1);
  });

  it('works without room in the storage', async () => {
    disk.full = true;
    const box = letterbox();
    const own = box.write('ideas', 'In memory');
    await idle();
    expect(card(box, own.id).receipt).toBe('received');
    expect(disk.entries.size).toBe(0);
  });

  it('is not stopped by a spoilt entry in the storage', async () => {
    disk.setItem('k:own:card:broken', '{"kind":"card","id":');
    const box = letterbox();
    box.start();
    box.write('ideas', 'Fine');
    await idle();
    expect(box.all()).toHaveLength(1);
    expect(slot.came).toHaveLength(1);
  });

  it('sends one thing at a time for each card, but cards beside each other', async () => {
    slot.held = true;
    const box = letterbox();
    box.write('ideas', 'One');
    box.write('ideas', 'Two');
    await idle();
    expect(slot.came).toHaveLength(2);
    box.start();
    await idle();
    expect(slot.came).toHaveLength(2);
  });
});
