import type { DeskSession, ErrorAnswer, SessionSettings } from '../wire/wire';
import { problemOf } from './api';
import { desk, stepPath } from './desk.svelte';
import { draftOf, specOf, type StepDraft } from './desk-plan';

export type Saving = 'saved' | 'saving' | 'refused' | 'offline';

const pause = 600;
const retry = 5000;
const forSettings = ' settings';

/** A session that is being prepared. Every change is sent after a short pause; what is refused stays on the page. */
export class Draft {
  settings = $state<{ -readonly [K in keyof SessionSettings]: SessionSettings[K] }>({
    title: '',
    language: 'de',
    notice: '',
    openSmallGroup: false,
  });
  steps = $state<StepDraft[]>([]);
  saving = $state<Saving>('saved');
  settingsProblem = $state.raw<ErrorAnswer | undefined>();
  agendaProblem = $state.raw<ErrorAnswer | undefined>();
  problems = $state<Record<string, ErrorAnswer>>({});
  readonly id: string;
  #dirty = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending: Promise<void> | undefined;

  constructor(session: DeskSession) {
    this.id = session.id;
    this.#take(session);
  }

  settingsChanged(): void {
    this.#changed(forSettings);
  }

  stepChanged(id: string): void {
    this.#changed(id);
  }

  /** Sends at once what waits; true if the server has everything. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    while (this.#dirty.size > 0 || this.#sending) {
      this.#sending ??= this.#send().finally(() => (this.#sending = undefined));
      await this.#sending;
      if (this.saving === 'offline') return false;
    }
    return this.saving === 'saved';
  }

  async add(step: StepDraft, position = this.steps.length): Promise<boolean> {
    const problem = problemOf(
      await desk('POST', `sessions/${this.id}/activities`, { activity: specOf(step), position }),
    );
    this.agendaProblem = problem;
    if (!problem) this.steps.splice(position, 0, step);
    return !problem;
  }

  async remove(id: string): Promise<boolean> {
    const problem = problemOf(await desk('DELETE', stepPath(this.id, id)));
    this.agendaProblem = problem;
    if (problem) return false;
    this.steps = this.steps.filter((each) => each.id !== id);
    this.#dirty.delete(id);
    delete this.problems[id];
    this.#conclude();
    return true;
  }

  async order(ids: ReadonlyArray<string>): Promise<boolean> {
    const before = this.steps.map((each) => each.id);
    this.#arrange(ids);
    const problem = problemOf(await desk('PUT', `sessions/${this.id}/agenda`, { order: ids }));
    this.agendaProblem = problem;
    if (problem) this.#arrange(before);
    return !problem;
  }

  stop(): void {
    void this.flush();
    clearTimeout(this.#timer);
  }

  /** Under way, waiting, or refused. */
  get unsaved(): boolean {
    return this.#dirty.size > 0 || this.saving !== 'saved';
  }

  #take(session: DeskSession): void {
    const { title, language, notice, openSmallGroup } = session;
    this.settings = { title, language, notice, openSmallGroup };
    this.steps = session.agenda.map(draftOf);
  }

  #arrange(ids: ReadonlyArray<string>): void {
    const known = new Map(this.steps.map((each) => [each.id, each]));
    this.steps = ids.map((id) => known.get(id)).filter((each) => each !== undefined);
  }

  #changed(what: string): void {
    this.#dirty.add(what);
    this.saving = 'saving';
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), pause);
  }

  async #send(): Promise<void> {
    const all = [...this.#dirty];
    this.#dirty.clear();
    this.saving = 'saving';
    for (const what of all) {
      const answer = what === forSettings ? await this.#sendSettings() : await this.#sendStep(what);
      if (!answer) continue;
      if (answer.kind === 'silence' || (answer.kind === 'refusal' && answer.status === 503)) {
        all.slice(all.indexOf(what)).forEach((each) => this.#dirty.add(each));
        this.saving = 'offline';
        this.#timer = setTimeout(() => void this.flush(), retry);
        return;
      }
      const problem = problemOf(answer);
      if (what === forSettings) this.settingsProblem = problem;
      else if (problem) this.problems[what] = problem;
      else delete this.problems[what];
    }
    this.#conclude();
  }

  #sendSettings() {
    return desk('PUT', `sessions/${this.id}`, $state.snapshot(this.settings));
  }

  #sendStep(id: string) {
    const step = this.steps.find((each) => each.id === id);
    return step && desk('PUT', stepPath(this.id, id), specOf($state.snapshot(step)));
  }

  #conclude(): void {
    const refused = this.settingsProblem !== undefined || Object.keys(this.problems).length > 0;
    this.saving = refused ? 'refused' : 'saved';
  }
}
