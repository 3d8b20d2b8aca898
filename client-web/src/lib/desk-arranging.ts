import type { ActivityView, CreatedCluster, EntryView } from '../wire/wire';
import { isFinal, type Answer, type Method } from './api';

/** Sends a request about the step whose cards are arranged. */
export type Send = <T>(method: Method, path: string, body?: unknown) => Promise<Answer<T>>;

const remembered = 10;

interface Done {
  readonly undo: () => Promise<boolean>;
}

/**
 * Arranging the cards of one step, with the way back for the last ten steps. A cluster that was taken apart comes back
 * under a new id; what is remembered of the old one is looked up by `#now`.
 */
export class Arranging {
  readonly #send: Send;
  readonly #activity: () => ActivityView;
  readonly #done: Done[] = [];
  readonly #reborn = new Map<string, string>();
  /** Empty clusters that could not be taken away again, by their names. */
  readonly #empty = new Map<string, string>();
  #undoing = false;
  #refused = false;
  readonly #failed: (answer: Answer<unknown>) => void;

  constructor(send: Send, activity: () => ActivityView, failed: (answer: Answer<unknown>) => void) {
    this.#send = send;
    this.#activity = activity;
    this.#failed = (answer) => {
      this.#refused = isFinal(answer);
      failed(answer);
    };
  }

  get undoable(): number {
    return this.#done.length;
  }

  async move(entries: ReadonlyArray<string>, cluster: string | null): Promise<boolean> {
    const before = this.#places(entries);
    return (await this.#arrange(entries, cluster)) && this.remember(() => this.#putBack(before));
  }

  /** The id of the new cluster. */
  async create(name: string, entries: ReadonlyArray<string>): Promise<string | undefined> {
    const before = this.#places(entries);
    const id = this.#empty.get(name) ?? (await this.#add(name));
    this.#empty.delete(name);
    if (id === undefined) return undefined;
    if (entries.length > 0 && !(await this.#arrange(entries, id))) {
      await this.#clear(name, id);
      return undefined;
    }
    this.remember(
      inOrder(
        () => this.#drop(id),
        () => this.#putBack(before),
      ),
    );
    return id;
  }

  async rename(cluster: string, name: string): Promise<boolean> {
    const before = this.#name(cluster);
    return (
      (await this.#call('PUT', this.#path(cluster), { name })) &&
      this.remember(() => this.#call('PUT', this.#path(cluster), { name: before }))
    );
  }

  async merge(cluster: string, into: string): Promise<boolean> {
    const undo = this.#revival(cluster);
    return (await this.#call('POST', `${this.#path(cluster)}/merge`, { into: this.#now(into) })) && this.remember(undo);
  }

  async takeApart(cluster: string): Promise<boolean> {
    const undo = this.#revival(cluster);
    return (await this.#drop(cluster)) && this.remember(undo);
  }

  async removeEntry(entry: string): Promise<boolean> {
    return (
      (await this.#call('POST', `/entries/${entry}/remove`)) &&
      this.remember(() => this.#call('POST', `/entries/${entry}/restore`))
    );
  }

  restoreEntry(entry: string): Promise<boolean> {
    return this.#call('POST', `/entries/${entry}/restore`);
  }

  /** For what else is done to the cards of the step: its way back joins the others. */
  remember(undo: () => Promise<boolean>): true {
    this.#done.push({ undo });
    if (this.#done.length > remembered) this.#done.shift();
    return true;
  }

  /** A request about the step; what goes wrong is said where arranging says it. */
  async request<T = undefined>(method: Method, path: string, body?: unknown): Promise<Answer<T>> {
    const answer = await this.#send<T>(method, path, body);
    if (answer.kind !== 'ok') this.#failed(answer);
    return answer;
  }

  async undo(): Promise<boolean> {
    const last = this.#done.at(-1);
    if (last === undefined || this.#undoing) return false;
    this.#undoing = true;
    this.#refused = false;
    const undone = await last.undo();
    this.#undoing = false;
    // What nobody answered can be tried again; what is refused for good must not bar the way to the steps before it.
    if (undone || this.#refused) this.#forget(last);
    return undone;
  }

  #forget(done: Done): void {
    const at = this.#done.indexOf(done);
    if (at >= 0) this.#done.splice(at, 1);
  }

  /** A cluster whose cards did not come; what went wrong has been said. */
  async #clear(name: string, id: string): Promise<void> {
    const answer = await this.#send('DELETE', this.#path(id));
    if (answer.kind !== 'ok' && !isFinal(answer)) this.#empty.set(name, id);
  }

  #revival(cluster: string): () => Promise<boolean> {
    const name = this.#name(cluster);
    const entries = this.#of(cluster).map((each) => each.id);
    const revive = async () => {
      const id = await this.#add(name);
      if (id !== undefined) this.#reborn.set(this.#now(cluster), id);
      return id !== undefined;
    };
    return inOrder(revive, async () => entries.length === 0 || this.#arrange(entries, cluster));
  }

  #of(cluster: string): EntryView[] {
    return (this.#activity().entries ?? []).filter((each) => each.cluster === this.#now(cluster));
  }

  #name(cluster: string): string {
    return this.#activity().clusters?.find((each) => each.id === this.#now(cluster))?.name ?? '';
  }

  #places(entries: ReadonlyArray<string>): Map<string | null, string[]> {
    const wanted = new Set(entries);
    const places = new Map<string | null, string[]>();
    for (const each of this.#activity().entries ?? []) {
      if (!wanted.has(each.id)) continue;
      const at = each.cluster ?? null;
      places.set(at, [...(places.get(at) ?? []), each.id]);
    }
    return places;
  }

  async #putBack(places: ReadonlyMap<string | null, string[]>): Promise<boolean> {
    for (const [cluster, entries] of places) if (!(await this.#arrange(entries, cluster))) return false;
    return true;
  }

  #arrange(entries: ReadonlyArray<string>, cluster: string | null): Promise<boolean> {
    return this.#call('POST', '/arrange', { entries, cluster: cluster === null ? null : this.#now(cluster) });
  }

  async #add(name: string): Promise<string | undefined> {
    const answer = await this.request<CreatedCluster>('POST', '/clusters', { name });
    return answer.kind === 'ok' ? answer.body.id : undefined;
  }

  #drop(cluster: string): Promise<boolean> {
    return this.#call('DELETE', this.#path(cluster));
  }

  #path(cluster: string): string {
    return `/clusters/${this.#now(cluster)}`;
  }

  #now(cluster: string): string {
    let id = cluster;
    for (let next = this.#reborn.get(id); next !== undefined; next = this.#reborn.get(id)) id = next;
    return id;
  }

  async #call(method: Method, path: string, body?: unknown): Promise<boolean> {
    return (await this.request(method, path, body)).kind === 'ok';
  }
}

/** One after the other; another try goes on where the last one failed. */
export function inOrder(...steps: (() => Promise<boolean>)[]): () => Promise<boolean> {
  const left = [...steps];
  return async () => {
    for (let next = left[0]; next !== undefined; next = left[0]) {
      if (!(await next())) return false;
      left.shift();
    }
    return true;
  };
}
