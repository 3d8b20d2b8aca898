import type { ActivityView, EntryView, TagView } from '../wire/wire';
import { isFinal } from './api';
import { newId } from './bytes';
import { inOrder, type Arranging } from './desk-arranging';

/** The tags of one step and what they stand on. The way back is that of arranging: whatever was done last goes first. */
export class Tagging {
  readonly #arranging: Arranging;
  readonly #activity: () => ActivityView;
  /** Names of tags that are not there yet, and their ids: another try makes no second one. */
  readonly #asked = new Map<string, string>();

  constructor(arranging: Arranging, activity: () => ActivityView) {
    this.#arranging = arranging;
    this.#activity = activity;
  }

  /** Under which id a tag of this name will be made. */
  idFor(name: string): string {
    const id = this.#asked.get(name) ?? newId();
    this.#asked.set(name, id);
    return id;
  }

  /** The id of the new tag, once the entries have it as well. */
  async create(name: string, meaning: string, entries: ReadonlyArray<string>): Promise<string | undefined> {
    const id = this.idFor(name);
    const made = await this.#arranging.request('POST', '/tags', { id, name, meaning });
    if (made.kind === 'ok' || isFinal(made)) this.#asked.delete(name);
    if (made.kind !== 'ok') return undefined;
    this.#arranging.remember(() => this.#call('DELETE', `/tags/${id}`));
    return entries.length === 0 || (await this.#put(entries, id, true)) ? id : undefined;
  }

  /** Says nothing to the server about entries that are as they shall be. */
  async set(entries: ReadonlyArray<string>, tag: string, on: boolean): Promise<boolean> {
    const meant = new Set(entries);
    const changed = this.#entries()
      .filter((each) => meant.has(each.id) && has(each, tag) !== on)
      .map((each) => each.id);
    if (changed.length === 0) return true;
    return (await this.#put(changed, tag, on)) && this.#arranging.remember(() => this.#putBack(changed, tag, !on));
  }

  async edit(tag: string, name: string, meaning: string): Promise<boolean> {
    const before = this.#find(tag);
    return (
      (await this.#call('PUT', `/tags/${tag}`, { name, meaning })) &&
      this.#arranging.remember(() =>
        this.#call('PUT', `/tags/${tag}`, { name: before?.name ?? name, meaning: before?.meaning ?? '' }),
      )
    );
  }

  async remove(tag: string): Promise<boolean> {
    const undo = this.#revival(tag);
    return (await this.#call('DELETE', `/tags/${tag}`)) && this.#arranging.remember(undo);
  }

  async merge(tag: string, into: string): Promise<boolean> {
    const revive = this.#revival(tag);
    const joined = this.#entries()
      .filter((each) => has(each, tag) && !has(each, into))
      .map((each) => each.id);
    const undo = inOrder(revive, () => this.#putBack(joined, into, false));
    return (await this.#call('POST', `/tags/${tag}/merge`, { into })) && this.#arranging.remember(undo);
  }

  /** Comes back under its own id, on the entries that had it. */
  #revival(tag: string): () => Promise<boolean> {
    const { name = '', meaning = '' } = this.#find(tag) ?? {};
    const entries = this.#entries()
      .filter((each) => has(each, tag))
      .map((each) => each.id);
    return inOrder(
      () => this.#call('POST', '/tags', { id: tag, name, meaning }),
      () => this.#putBack(entries, tag, true),
    );
  }

  /** As it was, for the entries that are still there. */
  async #putBack(entries: ReadonlyArray<string>, tag: string, on: boolean): Promise<boolean> {
    const there = new Set(this.#entries().map((each) => each.id));
    const left = entries.filter((each) => there.has(each));
    return left.length === 0 || this.#put(left, tag, on);
  }

  #put(entries: ReadonlyArray<string>, tag: string, on: boolean): Promise<boolean> {
    return this.#call('POST', `/tags/${tag}/entries`, { entries, on });
  }

  #entries(): ReadonlyArray<EntryView> {
    return this.#activity().entries ?? [];
  }

  #find(tag: string): TagView | undefined {
    return this.#activity().tags?.find((each) => each.id === tag);
  }

  async #call(...what: Parameters<Arranging['request']>): Promise<boolean> {
    return (await this.#arranging.request(...what)).kind === 'ok';
  }
}

function has(entry: EntryView, tag: string): boolean {
  return entry.tags?.includes(tag) ?? false;
}
