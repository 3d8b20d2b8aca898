import { beforeEach, describe, expect, it } from 'vitest';
import { Purse } from '../src/lib/purse';
import { Store } from '../src/lib/storage';
import type { DrawnStamps } from '../src/wire/wire';
import { SharedStorage } from './support';

const drawn = (more: Partial<DrawnStamps> = {}): DrawnStamps => ({
  rounds: ['r0', 'r1'],
  secondRounds: [],
  entries: [{ activity: 'ideas', batch: 0, stamps: ['a', 'b'] }],
  cards: [],
  signUps: [],
  upVotes: [],
  sheets: [],
  address: 'home',
  ...more,
});

describe('the purse', () => {
  let disk: SharedStorage;
  const purse = () => new Purse(new Store(disk, 'x:'));
  beforeEach(() => (disk = new SharedStorage()));

  it('gives each entry stamp once, also to two tabs', () => {
    purse().add(drawn());
    expect([purse().takeEntry('ideas'), purse().takeEntry('ideas'), purse().takeEntry('ideas')]).toEqual([
      'a',
      'b',
      undefined,
    ]);
  });

  it('does not take a batch in again that was drawn before', () => {
    const one = purse();
    one.add(drawn());
    one.takeEntry('ideas');
    one.add(drawn());
    expect(one.takeEntry('ideas')).toBe('b');
    expect(one.takeEntry('ideas')).toBeUndefined();
  });

  it('adds the next batch behind what is left, and asks for the one after it', () => {
    const one = purse();
    one.add(drawn());
    one.add(drawn({ entries: [{ activity: 'ideas', batch: 1, stamps: ['c'] }] }));
    expect(one.since()).toEqual({ ideas: 2 });
    expect(one.batch('ideas')).toBe(1);
    expect(['ideas', 'ideas', 'ideas'].map((each) => one.takeEntry(each))).toEqual(['a', 'b', 'c']);
  });

  it('knows round stamps by their slots and keeps those of second rounds', () => {
    const one = purse();
    one.add(drawn({ secondRounds: [{ slot: 1, stamp: 's1' }] }));
    one.add(drawn({ rounds: ['r0', 'r1', 'r2'] }));
    expect([one.round(0), one.round(2), one.round(3)]).toEqual(['r0', 'r2', undefined]);
    expect(one.secondRound(1)).toBe('s1');
    expect(one.secondRound(0)).toBeUndefined();
    expect(one.rounds()).toBe(3);
    expect(one.address()).toBe('home');
  });

  it('gives exactly as many cards as there are, however often they are drawn', () => {
    const cards = [{ activity: 'ideas', stamps: ['k1', 'k2'] }];
    const one = purse();
    expect(one.cardsLeft('ideas')).toBeUndefined();
    one.add(drawn({ cards }));
    expect([one.takeCard('ideas'), one.cardsLeft('ideas')]).toEqual(['k1', 1]);
    purse().add(drawn({ cards }));
    expect([purse().takeCard('ideas'), purse().takeCard('ideas'), purse().cardsLeft('ideas')]).toEqual([
      'k2',
      undefined,
      0,
    ]);
    // Comments have their own.
    expect(one.takeEntry('ideas')).toBe('a');
  });

  it('takes a card stamp back that was not used, once, and none that is not its own', () => {
    const one = purse();
    one.add(drawn({ cards: [{ activity: 'ideas', stamps: ['k1', 'k2'] }] }));
    one.takeCard('ideas');
    one.putBack('ideas', 'k1');
    one.putBack('ideas', 'k1');
    one.putBack('ideas', 'strange');
    expect(one.cardsLeft('ideas')).toBe(2);
  });

  it('gets more cards with each turn, and those that it had stay used', () => {
    const one = purse();
    const cards = (...stamps: string[]) => drawn({ cards: [{ activity: 'ideas', stamps }] });
    one.add(cards('k1', 'k2'));
    one.takeCard('ideas');
    one.add(cards('k1', 'k2', 'k3', 'k4'));
    expect([one.cardsDrawn('ideas'), one.cardsLeft('ideas')]).toEqual([4, 3]);
    // An answer that was overtaken by another one.
    one.add(cards('k1', 'k2'));
    expect([one.cardsDrawn('ideas'), one.cardsLeft('ideas')]).toEqual([4, 3]);
    expect(['ideas', 'ideas', 'ideas', 'ideas'].map((each) => one.takeCard(each))).toEqual([
      'k2',
      'k3',
      'k4',
      undefined,
    ]);
  });

  it('keeps the stamp for up-votes, and of sheets the one of the newest turn', () => {
    const one = purse();
    const sheet = (turn: number, stamp: string) => drawn({ sheets: [{ activity: 'ideas', turn, stamp }] });
    one.add(drawn({ upVotes: [{ activity: 'questions', stamp: 'u1' }] }));
    one.add(sheet(2, 's2'));
    one.add(sheet(1, 's1'));
    expect(one.upVotes('questions')).toBe('u1');
    expect(one.upVotes('ideas')).toBeUndefined();
    expect([1, 2, 3].map((turn) => one.sheet('ideas', turn))).toEqual([undefined, 's2', undefined]);
    one.add(sheet(3, 's3'));
    expect([2, 3].map((turn) => one.sheet('ideas', turn))).toEqual([undefined, 's3']);
    one.keepAddressOnly();
    expect([one.upVotes('questions'), one.sheet('ideas', 3), one.address()]).toEqual([undefined, undefined, 'home']);
  });

  it('has new cards for another seat', () => {
    const one = purse();
    one.add(drawn({ cards: [{ activity: 'ideas', stamps: ['k1'] }] }));
    one.takeCard('ideas');
    one.empty();
    one.add(drawn({ cards: [{ activity: 'ideas', stamps: ['n1'] }] }));
    expect(one.takeCard('ideas')).toBe('n1');
  });

  it('is empty where the storage is spoilt', () => {
    disk.setItem('x:purse', '{"rounds":');
    expect(purse().takeEntry('ideas')).toBeUndefined();
    expect(purse().rounds()).toBe(0);
    expect(purse().batch('ideas')).toBe(-1);
  });
});
