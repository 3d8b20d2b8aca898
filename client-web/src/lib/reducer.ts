import type { ActivityView, EntryView, FeedChange, FeedMessage, SessionView } from '../wire/wire';

/** A message that this program does not know: the server is newer than the page. */
export class UnknownChange extends Error {}

/** Where a feed stands, and what it has told. Never changed in place: each message makes a new one. */
export interface Told {
  readonly epoch: string;
  readonly revision: number;
  readonly session: SessionView;
}

/**
 * What is known after `message`. A gap or an unexpected epoch gives nothing: come back for a snapshot. Entries keep
 * their places; new ones come at the end.
 */
export function afterMessage(told: Told | undefined, message: FeedMessage): Told | undefined {
  if (message.type === 'snapshot') {
    return { epoch: message.epoch, revision: message.revision, session: message.session };
  }
  if (message.type !== 'update') throw new UnknownChange();
  if (!told || told.epoch !== message.epoch || told.revision + 1 !== message.revision) return undefined;
  return {
    epoch: message.epoch,
    revision: message.revision,
    session: message.changes.reduce(afterChange, told.session),
  };
}

function withActivity(session: SessionView, id: string, change: (activity: ActivityView) => ActivityView): SessionView {
  return { ...session, agenda: session.agenda.map((each) => (each.id === id ? change(each) : each)) };
}

function merged(known: ReadonlyArray<EntryView>, shown: ReadonlyArray<EntryView>): EntryView[] {
  const changed = new Map(shown.map((entry) => [entry.id, entry]));
  const kept = known.map((entry) => {
    const now = changed.get(entry.id);
    changed.delete(entry.id);
    return now ?? entry;
  });
  return [...kept, ...changed.values()];
}

function arranged(entry: EntryView, cluster: string | undefined): EntryView {
  const { cluster: _, ...alone } = entry;
  return cluster === undefined ? alone : { ...alone, cluster };
}

/** Sorted by the ids, as snapshots have them; an entry without tags has no list of them. */
function tagged(entry: EntryView, tags: ReadonlyArray<string>): EntryView {
  const { tags: _, ...bare } = entry;
  return tags.length === 0 ? bare : { ...bare, tags: [...new Set(tags)].sort() };
}

/** What nothing changes for stays the same object, so that its card is not drawn again. */
function withoutGone(entry: EntryView, there: ReadonlySet<string>): EntryView {
  if (entry.tags?.every((each) => there.has(each)) ?? true) return entry;
  return tagged(
    entry,
    (entry.tags ?? []).filter((each) => there.has(each)),
  );
}

function counted(entry: EntryView, upVotes: number | undefined): EntryView {
  if (entry.upVotes === upVotes) return entry;
  const { upVotes: _, ...bare } = entry;
  return upVotes === undefined ? bare : { ...bare, upVotes };
}

function answered(entry: EntryView, is: boolean): EntryView {
  const { answered: _, ...bare } = entry;
  return is ? { ...bare, answered: true } : bare;
}

function afterChange(session: SessionView, told: FeedChange): SessionView {
  switch (told.change) {
    case 'sessionChanged': {
      const { change: _, ...fields } = told;
      return { ...session, ...fields };
    }
    case 'agendaChanged': {
      const known = new Map(session.agenda.map((each) => [each.id, each.entries]));
      const agenda = told.agenda.map((each) => {
        const entries = known.get(each.id);
        return entries ? { ...each, entries } : each;
      });
      return { ...session, agenda };
    }
    case 'activityOpened':
      return withActivity(session, told.activity.id, () => told.activity);
    case 'activityClosed':
      return withActivity(session, told.activity, ({ stampBatch: _, ...each }) => ({
        ...each,
        phase: 'closed',
        ...(each.waiting === undefined ? {} : { waiting: 0 }),
        ...(told.result ? { result: told.result } : {}),
      }));
    case 'entriesShown':
      return withActivity(session, told.activity, (each) => ({
        ...each,
        entries: merged(each.entries ?? [], told.entries),
      }));
    case 'entriesGone': {
      const gone = new Set(told.entries);
      return withActivity(session, told.activity, (each) => ({
        ...each,
        entries: (each.entries ?? []).filter((entry) => !gone.has(entry.id)),
      }));
    }
    case 'entriesArranged': {
      const moved = new Set(told.entries);
      return withActivity(session, told.activity, (each) => ({
        ...each,
        entries: (each.entries ?? []).map((entry) => (moved.has(entry.id) ? arranged(entry, told.cluster) : entry)),
      }));
    }
    case 'clustersChanged':
      return withActivity(session, told.activity, (each) => ({ ...each, clusters: told.clusters }));
    case 'tagsChanged': {
      const there = new Set(told.tags.map((each) => each.id));
      return withActivity(session, told.activity, (each) => ({
        ...each,
        tags: told.tags,
        ...(each.entries ? { entries: each.entries.map((entry) => withoutGone(entry, there)) } : {}),
      }));
    }
    case 'entriesTagged': {
      const meant = new Set(told.entries);
      const others = (entry: EntryView) => (entry.tags ?? []).filter((id) => id !== told.tag);
      return withActivity(session, told.activity, (each) => ({
        ...each,
        entries: (each.entries ?? []).map((entry) =>
          meant.has(entry.id) ? tagged(entry, told.on ? [...others(entry), told.tag] : others(entry)) : entry,
        ),
      }));
    }
    case 'upVotesCounted': {
      const counts = new Map(told.counts.map((each) => [each.entry, each.upVotes]));
      return withActivity(session, told.activity, (each) => ({
        ...each,
        upVoters: told.upVoters,
        ...(each.entries ? { entries: each.entries.map((entry) => counted(entry, counts.get(entry.id))) } : {}),
      }));
    }
    case 'entryAnswered':
      return withActivity(session, told.activity, (each) => ({
        ...each,
        entries: (each.entries ?? []).map((entry) =>
          entry.id === told.entry ? answered(entry, told.answered) : entry,
        ),
      }));
    case 'turnStarted':
      // The countdown was that of the turn before.
      return withActivity(session, told.activity, ({ timerEnds: _, ...each }) => ({ ...each, turn: told.turn }));
    case 'resultChanged':
      return withActivity(session, told.activity, (each) => ({ ...each, result: told.result }));
    case 'measuresChanged':
      return withActivity(session, told.activity, (each) => ({ ...each, measures: told.measures }));
    case 'uncovered':
      return withActivity(session, told.activity, (each) => ({ ...each, uncovered: true }));
    case 'progress':
      return withActivity(session, told.activity, (each) => ({
        ...each,
        waiting: told.waiting,
        ...(each.kind === 'vote' ? { ballots: told.ballots } : {}),
      }));
    case 'presence':
      return { ...session, connected: told.connected };
    case 'stampsDue':
      return withActivity(session, told.activity, (each) => ({ ...each, stampBatch: told.batch }));
    case 'stageSet': {
      const { stage: _, ...rest } = session;
      return told.activity === undefined ? rest : { ...rest, stage: told.activity };
    }
    case 'timerSet':
      return withActivity(session, told.activity, ({ timerEnds: _, ...each }) =>
        told.timerEnds === undefined ? each : { ...each, timerEnds: told.timerEnds },
      );
    case 'roundStampsDue':
      return { ...session, roundStamps: told.roundStamps };
    default: {
      told satisfies never;
      throw new UnknownChange();
    }
  }
}
