import type { ActivityView, Envelope, Received } from '../wire/wire';
import { askWithoutIdentity, type Answer } from './api';
import { onBehalfStore } from './desk-behalf-store';
import type { Leading } from './desk-leading.svelte';
import { Letterbox, type Chosen } from './letterbox';
import type { OwnCard } from './own';
import type { Store } from './storage';

/**
 * Cards that the facilitator enters for people in the room or on the phone. They go in by the desk's door, without a
 * stamp; changes go through the letterbox with the edit secret of the card, as everybody's do.
 */
export class OnBehalf {
  cards = $state.raw<ReadonlyArray<OwnCard>>([]);
  readonly drafts: Store;
  readonly choices: Store;
  readonly #letterbox: Letterbox;

  constructor(leading: Pick<Leading, 'id' | 'step'>, settled: (card: OwnCard) => void, store?: Store) {
    const kept = store ?? onBehalfStore(`${leading.id}:`);
    this.drafts = kept.part('draft:');
    this.choices = kept.part('choice:');
    this.#letterbox = new Letterbox({
      session: leading.id,
      store: kept,
      // The desk's door asks for none.
      stamps: {
        entry: () => 'none',
        round: () => undefined,
        address: () => undefined,
        signUp: () => undefined,
        draw: () => false,
      },
      send: (envelope) => send(leading, envelope),
      changed: (own) => {
        this.#read();
        if (own.kind === 'card' && (own.receipt === 'received' || own.receipt === 'refused')) settled(own);
      },
    });
    this.#read();
    kept.watch(() => this.#read());
    this.#letterbox.start();
  }

  of({ id }: ActivityView): OwnCard[] {
    return this.cards.filter((each) => each.activity === id && !each.withdrawn);
  }

  write(activity: string, text: string, chosen: Chosen): void {
    this.#letterbox.write(activity, text, chosen);
  }

  edit(card: OwnCard, text: string): void {
    this.#letterbox.edit(card.id, text);
  }

  withdraw(card: OwnCard): void {
    this.#letterbox.withdraw(card.id);
  }

  forget(card: OwnCard): void {
    this.#letterbox.forget(card.id);
  }

  #read(): void {
    const cards = this.#letterbox.all().filter((each) => each.kind === 'card');
    this.cards = cards.sort((one, other) => other.nth - one.nth);
  }
}

async function send(leading: Pick<Leading, 'step'>, envelope: Envelope): Promise<Answer<Received>> {
  if (envelope.type !== 'entry') return askWithoutIdentity<Received>('POST', '/api/v1/letterbox', envelope);
  const answer = await leading.step<Received | undefined>('POST', envelope.activity, '/entries', envelope.entry);
  return answer.kind === 'ok' ? { kind: 'ok', body: { received: true } } : answer;
}

const all = new WeakMap<object, OnBehalf>();

/** One for as long as the workshop is led on this page: what was entered is sent, whatever the desk shows. */
export function onBehalfOf(leading: Leading, settled: (card: OwnCard) => void): OnBehalf {
  const made = all.get(leading) ?? new OnBehalf(leading, settled);
  all.set(leading, made);
  return made;
}
