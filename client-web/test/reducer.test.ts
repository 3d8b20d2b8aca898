import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { afterMessage, UnknownChange, type Told } from '../src/lib/reducer';
import type { ActivityView, EntryView, FeedChange, FeedMessage } from '../src/wire/wire';

const folder = join(import.meta.dirname, '../../tests/wire-examples');
const read = (name: string) => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as FeedMessage;

function start(): Told {
  const told = afterMessage(undefined, read('feed-snapshot'));
  if (!told) throw new Error('a snapshot begins');
  return told;
}
function after(name: string): Told {
  const told = afterMessage(start(), read(name));
  if (!told) throw new Error(`${name} follows`);
  return told;
}
const activity = (told: Told, id: string) => told.session.agenda.find((each) => each.id === id) as ActivityView;

describe('what the feed tells', () => {
  it.each(readdirSync(folder).filter((name) => name.startsWith('feed-')))('is understood: %s', (name) => {
    const message = read(name.replace('.json', ''));
    const told = afterMessage(start(), message);
    expect(told).toBeDefined();
    expect(told?.revision).toBe(message.revision);
  });

  it('begins with a snapshot only', () => {
    expect(afterMessage(undefined, read('feed-numbers'))).toBeUndefined();
    expect(start().session.code).toBe('K7M2XQ4T');
  });

  it('asks for a snapshot after a gap, a repetition and another epoch', () => {
    const update = read('feed-numbers');
    expect(afterMessage(start(), { ...update, revision: 19 })).toBeUndefined();
    expect(afterMessage(start(), { ...update, revision: 17 })).toBeUndefined();
    expect(afterMessage(start(), { ...update, epoch: 'other' })).toBeUndefined();
  });

  it('never changes what was told before', () => {
    const told = start();
    const copy = structuredClone(told);
    for (const name of ['feed-entries-shown', 'feed-entries-gone', 'feed-agenda-changed', 'feed-activity-closed'])
      afterMessage(told, read(name));
    expect(told).toEqual(copy);
  });

  it('takes numbers over', () => {
    const { session } = after('feed-numbers');
    expect(session).toMatchObject({ connected: 22, roundStamps: 40 });
    expect(activity(after('feed-numbers'), 'ideen')).toMatchObject({ stampBatch: 3, waiting: 5 });
  });

  it('appends new entries and changes known ones in their places', () => {
    const told = start();
    const known = activity(told, 'ideen').entries ?? [];
    const changed = { ...known[0], id: known[0]?.id ?? '', text: 'Changed' };
    const fresh = { id: 'ffffffffffffffffffffffffffffffff', text: 'New' };
    const update = { type: 'update', epoch: told.epoch, revision: told.revision + 1 } as const;
    const next = afterMessage(told, {
      ...update,
      changes: [{ change: 'entriesShown', activity: 'ideen', entries: [fresh, changed] }],
    });
    const entries = next && activity(next, 'ideen').entries;
    expect(entries?.map((each) => each.id)).toEqual([...known.map((each) => each.id), fresh.id]);
    expect(entries?.[0]?.text).toBe('Changed');
  });

  it('takes entries away', () => {
    expect(activity(after('feed-entries-gone'), 'ideen').entries?.map((each) => each.id)).toEqual([
      '7c8d9eafc0d1e2f30415263748596a7b',
    ]);
  });

  it('sets a cluster, and takes it off where none is named', () => {
    const entries = activity(after('feed-entries-arranged'), 'ideen').entries ?? [];
    expect(entries[0]?.cluster).toBe('9bacbdcedff00112233445566778899a');
    expect(entries[1] && 'cluster' in entries[1]).toBe(false);
  });

  it('keeps entries when the agenda changes', () => {
    const told = start();
    const update = { type: 'update', epoch: told.epoch, revision: told.revision + 1 } as const;
    const bare = told.session.agenda.map(({ entries: _, ...each }) => each);
    const next = afterMessage(told, { ...update, changes: [{ change: 'agendaChanged', agenda: bare }] });
    expect(next && activity(next, 'ideen').entries).toEqual(activity(told, 'ideen').entries);
  });

  it('closes: with the result, nothing waiting, and no more stamps', () => {
    const told = after('feed-activity-closed');
    expect(activity(told, 'termin')).toMatchObject({ phase: 'closed', result: { ballots: 12 } });
    expect(activity(told, 'ideen')).toMatchObject({ phase: 'closed', waiting: 0 });
    expect('stampBatch' in activity(told, 'ideen')).toBe(false);
  });

  it('has the result that was told last: a text was taken out of it', () => {
    const told = start();
    const agenda = [{ ...activity(told, 'termin'), id: 'fragen' }];
    const next = afterMessage({ ...told, session: { ...told.session, agenda } }, read('feed-result-changed'));
    expect(next && activity(next, 'fragen')).toMatchObject({ result: { ballots: 7, removedTexts: 1 } });
  });

  it('sets stage and timer, and takes them away', () => {
    const update = { type: 'update', epoch: '4f1c', revision: 19 } as const;
    const staged = after('feed-stage-set');
    expect(staged.session.stage).toBe('ideen');
    const empty = afterMessage(staged, { ...update, changes: [{ change: 'stageSet' }] });
    expect(empty && 'stage' in empty.session).toBe(false);
    const timed = after('feed-timer-set');
    expect(activity(timed, 'ideen').timerEnds).toBe(1767225600000);
    const untimed = afterMessage(timed, { ...update, changes: [{ change: 'timerSet', activity: 'ideen' }] });
    expect(untimed && 'timerEnds' in activity(untimed, 'ideen')).toBe(false);
  });

  describe('of tags and measures', () => {
    const tag = (at: number) => `${at}${'0'.repeat(31)}`;
    const known = (told: Told) => activity(told, 'ideen').entries ?? [];
    const next = (told: Told, ...changes: FeedChange[]) => {
      const message = { type: 'update', epoch: told.epoch, revision: told.revision + 1, changes } as const;
      const now = afterMessage(told, message);
      if (!now) throw new Error('it follows');
      return now;
    };
    const named = (...at: number[]) => at.map((each) => ({ id: tag(each), name: `Tag ${each}`, meaning: '' }));
    const tagged = (told: Told, at: number, on: boolean, entries = known(told).map((each) => each.id)): Told =>
      next(told, { change: 'entriesTagged', activity: 'ideen', entries, tag: tag(at), on });

    it('puts a tag on the entries that are named, beside those that they have', () => {
      const told = start();
      const [first, second] = known(told);
      const both = tagged(tagged(told, 2, true, [first!.id]), 1, true);
      expect(known(both)[0]?.tags).toEqual([tag(1), tag(2)]);
      expect(known(both)[1]?.tags).toEqual([tag(1)]);
      expect(known(both)[1]?.id).toBe(second!.id);
      expect(known(tagged(both, 1, true))[0]?.tags).toEqual([tag(1), tag(2)]);
    });

    it('takes a tag off, and the list with the last one, as in a snapshot', () => {
      const one = tagged(start(), 1, true);
      expect('tags' in known(tagged(one, 1, false))[0]!).toBe(false);
      expect(known(tagged(tagged(one, 2, true), 1, false))[0]?.tags).toEqual([tag(2)]);
    });

    it('takes tags that are gone off the entries, and leaves the others as they are', () => {
      const told = tagged(tagged(start(), 1, true), 2, true, [known(start())[0]!.id]);
      const now = next(told, { change: 'tagsChanged', activity: 'ideen', tags: named(1) });
      expect(activity(now, 'ideen').tags).toEqual(named(1));
      expect(known(now)[0]?.tags).toEqual([tag(1)]);
      expect(known(now)[1]).toBe(known(told)[1]);
    });

    it('keeps code book and tags when the agenda changes', () => {
      const told = tagged(next(start(), { change: 'tagsChanged', activity: 'ideen', tags: named(1) }), 1, true);
      const agenda = told.session.agenda.map(({ entries: _, ...each }) => each);
      const now = next(told, { change: 'agendaChanged', agenda });
      expect(activity(now, 'ideen').tags).toEqual(named(1));
      expect(known(now)[0]?.tags).toEqual([tag(1)]);
    });

    it('replaces the measures of a step', () => {
      const measures = [{ id: tag(7), what: 'Bänke aufstellen', who: 'Bauhof', status: 'planned' }] as const;
      const now = next(start(), { change: 'measuresChanged', activity: 'ideen', measures });
      expect(activity(now, 'ideen').measures).toEqual(measures);
      expect(activity(now, 'termin').measures).toBeUndefined();
    });
  });

  describe('of up-votes and turns', () => {
    const questions = (told: Told) => activity(told, 'fragen').entries ?? [];
    const showing = (opened: string) => {
      const message = read(opened) as Extract<FeedMessage, { type: 'update' }>;
      const change = message.changes.find((each) => each.change === 'activityOpened');
      const told = start();
      return { ...told, session: { ...told.session, agenda: [change!.activity] } };
    };
    const next = (told: Told, ...changes: FeedChange[]) =>
      afterMessage(told, { type: 'update', epoch: told.epoch, revision: told.revision + 1, changes })!;

    it('has the numbers that were published last, and none where none is named', () => {
      const told = showing('feed-questions-opened');
      const [first, second, third] = questions(told);
      const counts = [
        { entry: second!.id, upVotes: 4 },
        { entry: third!.id, upVotes: 1 },
      ];
      const now = next(told, { change: 'upVotesCounted', activity: 'fragen', upVoters: 5, counts });
      expect(activity(now, 'fragen').upVoters).toBe(5);
      expect('upVotes' in questions(now)[0]!).toBe(false);
      expect(questions(now).map((each) => each.upVotes)).toEqual([undefined, 4, 1]);
      expect(first!.upVotes).toBe(7);
      // A card whose number is the same is the same card.
      const again = next(now, { change: 'upVotesCounted', activity: 'fragen', upVoters: 6, counts });
      expect(questions(again)[1]).toBe(questions(now)[1]);
    });

    it('marks a card as answered, and takes the mark off', () => {
      const told = showing('feed-questions-opened');
      const [first, second] = questions(told);
      const mark = (entry: EntryView, answered: boolean) =>
        next(told, { change: 'entryAnswered', activity: 'fragen', entry: entry.id, answered });
      expect(questions(mark(second!, true)).map((each) => each.answered)).toEqual([true, true, undefined]);
      expect(questions(mark(second!, true))[1]?.upVotes).toBe(3);
      expect('answered' in questions(mark(first!, false))[0]!).toBe(false);
    });

    it('passes sheets on: the countdown was that of the turn before', () => {
      const told = showing('feed-brainwriting-opened');
      const timed = next(told, { change: 'timerSet', activity: 'weiter', timerEnds: 1767225600000 });
      const now = next(timed, { change: 'turnStarted', activity: 'weiter', turn: 3 });
      expect(activity(now, 'weiter').turn).toBe(3);
      expect('timerEnds' in activity(now, 'weiter')).toBe(false);
      expect(activity(now, 'weiter').entries).toEqual(activity(told, 'weiter').entries);
    });
  });

  it('says that it does not know a change or a message', () => {
    const strange = { type: 'update', epoch: '4f1c', revision: 18, changes: [{ change: 'sung' }] };
    expect(() => afterMessage(start(), strange as unknown as FeedMessage)).toThrow(UnknownChange);
    expect(() => afterMessage(start(), { type: 'song' } as unknown as FeedMessage)).toThrow(UnknownChange);
  });
});
