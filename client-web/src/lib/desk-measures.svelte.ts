import type { ErrorAnswer, MeasureView } from '../wire/wire';
import { newId } from './bytes';
import { problemOf, type Answer, type Method } from './api';
import type { Store } from './storage';
import { showsNothing } from './text';

export type MeasureStatus = MeasureView['status'];
export const statuses: ReadonlyArray<MeasureStatus> = ['planned', 'under_way', 'done', 'dropped'];

/** The fields of a measure while they are edited; empty `due`: no day. */
export interface MeasureFields {
  what: string;
  who: string;
  due: string;
  status: MeasureStatus;
  /** The item below which it stands; null where it was taken from its item here. */
  about?: number | null;
}

/** `unsaved`: written, and waiting for a pause; `empty`: it does not say what is to be done. */
export type RowState = 'saved' | 'unsaved' | 'saving' | 'empty' | 'offline' | 'refused';

export interface Row {
  readonly id: string;
  readonly fields: MeasureFields;
  readonly state: RowState;
  /** The server has a version of it. */
  readonly known: boolean;
  readonly problem?: ErrorAnswer | undefined;
}

/** What is kept in the browser until the server has it. */
export interface KeptMeasure {
  /** What was changed here: all else is as the feed tells it, since others write, too. */
  part: Partial<MeasureFields>;
  /** As it was when it was changed. */
  base: MeasureFields;
  /** Made here: the server need not know it. */
  made: boolean;
}

/** What this page has of a measure beyond the feed. */
interface Local extends KeptMeasure {
  state: RowState;
  problem?: ErrorAnswer | undefined;
}

const pause = 800;
const retry = 5000;
/** By then the feed has told what was saved. */
const feedWithin = 3000;

const fieldsOf = ({ id: _, due, ...rest }: MeasureView): MeasureFields => ({ ...rest, due: due ?? '' });

const isBlank = (fields: MeasureFields) => showsNothing(fields.what) && showsNothing(fields.who) && fields.due === '';

const blank: MeasureFields = { what: '', who: '', due: '', status: 'planned' };

const deleted: ErrorAnswer = {
  code: 'unknown_measure',
  message: { de: 'Diese Maßnahme wurde inzwischen gelöscht.', en: 'This measure has been deleted meanwhile.' },
  advice: { de: 'Legen Sie sie neu an, wenn sie gelten soll.', en: 'Add it anew if it is to stand.' },
};

/** By measure: a page that went may still have one under way when the next one comes. */
const underWay = new Map<string, Promise<void>>();

function bodyOf({ due, about, ...fields }: MeasureFields) {
  return { ...fields, ...(about == null ? {} : { about }), ...(due === '' ? {} : { due }) };
}

/**
 * The measures of a step while the facilitator writes them. Each is saved by itself, one request at a time; what the
 * server does not have yet is kept in the browser, and goes out after a reload. The id is made here, so that nothing is
 * there twice.
 */
export class Measures {
  #local = $state<Record<string, Local>>({});
  /** Deleted here; the feed may not know yet. */
  #gone = $state<Record<string, true>>({});
  removed = $state.raw<Row | undefined>();
  /** Why the last deletion failed. */
  problem = $state.raw<ErrorAnswer | undefined>();
  readonly #view: () => ReadonlyArray<MeasureView>;
  readonly #send: (method: Method, path: string, body?: unknown) => Promise<Answer<unknown>>;
  readonly #store: Store;
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  #stopped = false;
  /** What was sent: the server may have it, whatever became of the answer. */
  readonly #sent = new Set<string>();
  /** In which order they came to this page: nothing that somebody writes in may move. */
  readonly #order = new Map<string, number>();

  readonly rows = $derived.by((): Row[] => {
    const told = this.#view().filter((each) => !(each.id in this.#gone));
    const known = told.map((each): Row => {
      const { state = 'saved', problem } = this.#local[each.id] ?? {};
      return { id: each.id, known: true, fields: this.#fields(each.id) ?? fieldsOf(each), state, problem };
    });
    const ids = new Set(told.map((each) => each.id));
    const added = Object.entries(this.#local).filter(([id]) => !ids.has(id) && !(id in this.#gone));
    const all = [...known, ...added.map(([id, local]) => this.#added(id, local))];
    for (const { id } of all) if (!this.#order.has(id)) this.#order.set(id, this.#order.size);
    return all.sort((one, other) => (this.#order.get(one.id) ?? 0) - (this.#order.get(other.id) ?? 0));
  });
  /** How it stands with all of them: the worst counts. */
  readonly saving = $derived.by((): RowState => {
    const states = new Set(this.rows.map((each) => each.state));
    const order: RowState[] = ['refused', 'offline', 'saving', 'unsaved', 'empty'];
    return order.find((each) => states.has(each)) ?? 'saved';
  });

  constructor(
    view: () => ReadonlyArray<MeasureView>,
    send: (method: Method, path: string, body?: unknown) => Promise<Answer<unknown>>,
    store: Store,
  ) {
    this.#view = view;
    this.#send = send;
    this.#store = store;
    for (const id of store.keys()) {
      const kept = store.read<KeptMeasure>(id);
      if (!kept) continue;
      this.#local[id] = { ...kept, state: 'unsaved' };
      this.#soon(id, 0);
    }
  }

  /** An empty one; the server hears of it when it says what is to be done. */
  add(about: number | undefined): string {
    const id = newId();
    const base = about === undefined ? blank : { ...blank, about };
    this.#local[id] = { part: {}, base, made: true, state: 'empty' };
    return id;
  }

  change(id: string, part: Partial<MeasureFields>): void {
    const told = this.#told(id);
    const before = this.#local[id];
    const base = told ?? before?.base;
    if (!base) return;
    const kept: KeptMeasure = {
      part: { ...this.#untold(before, told), ...part },
      base,
      made: before !== undefined && before.made && !(told && before.state === 'saved'),
    };
    this.#local[id] = { ...kept, state: 'unsaved' };
    if (isBlank({ ...base, ...kept.part })) this.#store.remove(id);
    else this.#store.write(id, kept);
    this.#soon(id, pause);
  }

  /** Without waiting for a pause: the field was left, or somebody asks for it. */
  now(id: string): void {
    const { state } = this.#local[id] ?? {};
    if (state === 'unsaved' || state === 'offline' || state === 'refused') this.#soon(id, 0);
  }

  async remove(id: string): Promise<boolean> {
    const row = this.rows.find((each) => each.id === id);
    if (!row) return false;
    this.#stop(id);
    this.problem = undefined;
    this.#gone[id] = true;
    await underWay.get(id);
    if (row.known || this.#sent.has(id)) {
      const problem = problemOf(await this.#send('DELETE', `/measures/${id}`));
      if (problem && problem.code !== 'unknown_measure') {
        delete this.#gone[id];
        this.problem = problem;
        if (this.#local[id]) this.#soon(id, retry);
        return false;
      }
    }
    delete this.#local[id];
    this.#store.remove(id);
    this.#sent.delete(id);
    // From then on the feed counts: another desk may bring it back.
    setTimeout(() => delete this.#gone[id], feedWithin);
    this.removed = isBlank(row.fields) ? undefined : row;
    return true;
  }

  /** The one that was deleted last, under its id. */
  undo(): string | undefined {
    const { id, fields } = this.removed ?? {};
    if (id === undefined || !fields) return undefined;
    this.removed = undefined;
    delete this.#gone[id];
    const kept: KeptMeasure = { part: { ...fields }, base: { ...fields }, made: true };
    this.#local[id] = { ...kept, state: 'unsaved' };
    this.#store.write(id, kept);
    this.#soon(id, 0);
    return id;
  }

  /** The page goes: it is saved once more. What does not arrive lies in the browser, for the next page. */
  stop(): void {
    if (this.#stopped) return;
    for (const [id, local] of Object.entries(this.#local)) if (local.state === 'unsaved') void this.#save(id);
    for (const id of [...this.#timers.keys()]) this.#stop(id);
    this.#stopped = true;
  }

  #added(id: string, { base, part, state, problem }: Local): Row {
    return { id, known: this.#sent.has(id), fields: { ...base, ...part }, state, problem };
  }

  #fields(id: string): MeasureFields | undefined {
    const local = this.#local[id];
    const base = this.#told(id) ?? local?.base;
    return base && { ...base, ...local?.part };
  }

  /** What was changed here before, without what was saved since and told: others may have changed it again. */
  #untold(before: Local | undefined, told: MeasureFields | undefined): Partial<MeasureFields> {
    if (!before || !told || before.state !== 'saved') return { ...before?.part };
    const toldOf = (name: string) => told[name as keyof MeasureFields] ?? null;
    const changed = Object.entries(before.part).filter(([name, value]) => toldOf(name) !== value);
    return Object.fromEntries(changed);
  }

  #told(id: string): MeasureFields | undefined {
    const found = this.#view().find((each) => each.id === id);
    return found && fieldsOf(found);
  }

  #soon(id: string, milliseconds: number): void {
    this.#stop(id);
    if (this.#stopped) return;
    this.#timers.set(
      id,
      setTimeout(() => {
        this.#timers.delete(id);
        void this.#save(id);
      }, milliseconds),
    );
  }
  #stop(id: string): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
  }

  #save(id: string): Promise<void> {
    const before = underWay.get(id);
    // One at a time, or an older version could arrive last.
    const saving = (before ?? Promise.resolve()).then(() => this.#put(id));
    underWay.set(id, saving);
    return saving.finally(() => {
      if (underWay.get(id) === saving) underWay.delete(id);
    });
  }

  async #put(id: string): Promise<void> {
    const local = this.#local[id];
    if (!local || id in this.#gone || local.state === 'saved') return;
    const fields = this.#fields(id) ?? local.base;
    if (!local.made && !this.#told(id)) return this.#set(id, 'refused', deleted);
    if (showsNothing(fields.what)) {
      local.state = 'empty';
      return;
    }
    const sent = JSON.stringify(local.part);
    this.#set(id, 'saving');
    this.#sent.add(id);
    const answer = await this.#send('PUT', `/measures/${id}`, bodyOf(fields));
    const now = this.#local[id];
    if (!now || id in this.#gone) return;
    if (this.#stopped) return this.#left(id, sent, answer);
    if (JSON.stringify(now.part) !== sent) {
      if (!this.#timers.has(id)) this.#soon(id, pause);
      return;
    }
    if (answer.kind === 'ok') return this.#saved(id);
    const later = answer.kind === 'silence' || answer.status >= 500 || answer.status === 429;
    this.#set(id, later ? 'offline' : 'refused', problemOf(answer));
    if (later) this.#soon(id, retry);
  }

  #set(id: string, state: RowState, problem?: ErrorAnswer): void {
    const local = this.#local[id];
    if (local) Object.assign(local, { state, problem });
  }

  /** What was written stays on the page until the feed has told it. */
  #saved(id: string): void {
    this.#set(id, 'saved');
    this.#store.remove(id);
    this.#trustFeed(id);
  }

  /** The next page may have kept something newer meanwhile. */
  #left(id: string, sent: string, answer: Answer<unknown>): void {
    const kept = this.#store.read<KeptMeasure>(id);
    if (answer.kind === 'ok' && kept && JSON.stringify(kept.part) === sent) this.#store.remove(id);
  }

  /** By then the feed counts: what it does not tell was deleted at another desk. */
  #trustFeed(id: string): void {
    const saved = this.#local[id];
    setTimeout(() => {
      if (this.#local[id] === saved && saved?.state === 'saved') delete this.#local[id];
    }, feedWithin);
  }
}
