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
  about?: number;
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

/** What this page has of a measure beyond the feed. */
interface Local {
  fields: MeasureFields;
  state: RowState;
  problem?: ErrorAnswer | undefined;
}

const pause = 800;
const retry = 5000;
/** By then the feed has told what was saved. */
const feedWithin = 3000;

const fieldsOf = ({ id: _, due, ...rest }: MeasureView): MeasureFields => ({ ...rest, due: due ?? '' });

function same(one: MeasureFields, other: MeasureFields): boolean {
  const { what, who, due, status, about } = one;
  const trimmed = what.trim() === other.what.trim() && who.trim() === other.who.trim();
  return trimmed && due === other.due && status === other.status && about === other.about;
}

const isBlank = (fields: MeasureFields) => showsNothing(fields.what) && showsNothing(fields.who) && fields.due === '';

function bodyOf({ due, ...fields }: MeasureFields) {
  return { ...fields, ...(due === '' ? {} : { due }) };
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
  readonly #sending = new Map<string, Promise<void>>();
  /** What was sent: the server may have it, whatever became of the answer. */
  readonly #sent = new Set<string>();
  /** In which order they came to this page: nothing that somebody writes in may move. */
  readonly #order = new Map<string, number>();

  readonly rows = $derived.by((): Row[] => {
    const told = this.#view().filter((each) => !(each.id in this.#gone));
    const known = told.map((each): Row => {
      const local = this.#local[each.id];
      return { id: each.id, known: true, ...(local ?? { fields: fieldsOf(each), state: 'saved' as const }) };
    });
    const ids = new Set(told.map((each) => each.id));
    const added = Object.entries(this.#local).filter(([id]) => !ids.has(id) && !(id in this.#gone));
    const all = [...known, ...added.map(([id, local]): Row => ({ id, known: this.#sent.has(id), ...local }))];
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
      const fields = store.read<MeasureFields>(id);
      if (!fields) continue;
      this.#local[id] = { fields, state: 'unsaved' };
      this.#soon(id, 0);
    }
  }

  /** An empty one; the server hears of it when it says what is to be done. */
  add(about: number | undefined): string {
    const id = newId();
    const fields: MeasureFields = { what: '', who: '', due: '', status: 'planned' };
    this.#local[id] = { fields: about === undefined ? fields : { ...fields, about }, state: 'empty' };
    return id;
  }

  change(id: string, part: Partial<MeasureFields>): void {
    const before = this.#local[id]?.fields ?? this.#told(id);
    if (!before) return;
    const fields = { ...before, ...part };
    this.#local[id] = { fields, state: 'unsaved' };
    if (isBlank(fields)) this.#store.remove(id);
    else this.#store.write(id, fields);
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
    await this.#sending.get(id);
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
    this.removed = isBlank(row.fields) ? undefined : row;
    return true;
  }

  /** The one that was deleted last, under its id. */
  undo(): string | undefined {
    const { id, fields } = this.removed ?? {};
    if (id === undefined || !fields) return undefined;
    this.removed = undefined;
    delete this.#gone[id];
    this.#local[id] = { fields: { ...fields }, state: 'unsaved' };
    this.#store.write(id, fields);
    this.#soon(id, 0);
    return id;
  }

  /** The page goes. What is not saved lies in the browser. */
  stop(): void {
    for (const [id, local] of Object.entries(this.#local)) if (local.state === 'unsaved') void this.#save(id);
    for (const id of [...this.#timers.keys()]) this.#stop(id);
  }

  #told(id: string): MeasureFields | undefined {
    const found = this.#view().find((each) => each.id === id);
    return found && fieldsOf(found);
  }

  #soon(id: string, milliseconds: number): void {
    this.#stop(id);
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
    const before = this.#sending.get(id);
    // One at a time, or an older version could arrive last.
    const saving = (before ?? Promise.resolve()).then(() => this.#put(id));
    this.#sending.set(id, saving);
    return saving.finally(() => {
      if (this.#sending.get(id) === saving) this.#sending.delete(id);
    });
  }

  async #put(id: string): Promise<void> {
    const local = this.#local[id];
    if (!local || id in this.#gone || local.state === 'saved') return;
    const fields = { ...local.fields };
    if (showsNothing(fields.what)) {
      local.state = 'empty';
      return;
    }
    this.#set(id, 'saving');
    this.#sent.add(id);
    const answer = await this.#send('PUT', `/measures/${id}`, bodyOf(fields));
    const now = this.#local[id];
    if (!now || id in this.#gone) return;
    if (!same(now.fields, fields)) {
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

  #trustFeed(id: string): void {
    setTimeout(() => {
      if (this.#local[id]?.state !== 'saved') return;
      if (this.#told(id)) delete this.#local[id];
      else this.#trustFeed(id);
    }, feedWithin);
  }
}
