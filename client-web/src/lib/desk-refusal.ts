import type { ErrorAnswer } from '../wire/wire';
import { words } from './desk.svelte';
import type { StepField } from './desk-plan';

interface Refused {
  readonly problem: ErrorAnswer;
  readonly at: StepField;
}

/** Where in the form of a step a refusal is read: at its field, which is linked to it. */
export class Refusal {
  readonly #id: string;
  readonly #refused: () => Refused | undefined;

  /** `id` is that of the form. */
  constructor(id: string, refused: () => Refused | undefined) {
    this.#id = id;
    this.#refused = refused;
  }

  get id(): string {
    return `${this.#id}-problem`;
  }

  is(field: StepField): boolean {
    return this.#refused()?.at === field;
  }

  /** What is read there; empty where nothing is wrong. */
  said(field: StepField): string {
    const refused = this.#refused();
    return refused?.at === field ? words(refused.problem) : '';
  }

  /** For `aria-describedby` of a field with or without a hint. */
  describe(field: StepField, hint = ''): string | undefined {
    return [this.link(field), hint].filter((each) => each).join(' ') || undefined;
  }

  /** For `aria-invalid`. */
  invalid(field: StepField): 'true' | undefined {
    return this.is(field) ? 'true' : undefined;
  }

  /** The id of the refusal, where it is that of this field. */
  link(field: StepField): string | undefined {
    return this.is(field) ? this.id : undefined;
  }
}
