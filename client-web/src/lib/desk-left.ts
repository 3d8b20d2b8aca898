import { onBehalfStore } from './desk-behalf-store';
import type { KeptMeasure } from './desk-measures.svelte';
import type { OwnCard } from './own';
import { Store } from './storage';
import { showsNothing } from './text';

/** What was written at this desk for a workshop that is over, and is not known to have arrived. */
export interface Left {
  readonly cards: ReadonlyArray<string>;
  readonly drafts: ReadonlyArray<string>;
  readonly measures: ReadonlyArray<{ what: string; who: string }>;
}

const behalf = (session: string) => onBehalfStore(`${session}:`);
const kept = (session: string) => Store.browser(`klartext:measures:${session}:`);

function all<T>(store: Store): T[] {
  return store.keys().flatMap((key) => store.read<T>(key) ?? []);
}

/** What nobody can send any more goes, but for what is to be told. */
export function leftAfter(session: string): Left {
  const own = behalf(session).part('own:');
  for (const key of own.keys()) if (own.read<OwnCard>(key)?.receipt === 'received') own.remove(key);
  behalf(session).part('choice:').clear();
  const left = {
    cards: all<OwnCard>(own).map((each) => each.text || (each.stored ?? '')),
    drafts: all<string>(behalf(session).part('draft:')).filter((each) => !showsNothing(each)),
    measures: all<KeptMeasure>(kept(session)).map(({ base, part }) => {
      const { what, who } = { ...base, ...part };
      return { what, who };
    }),
  };
  // Empty drafts and what the letterbox keeps for itself.
  if (left.cards.length + left.drafts.length + left.measures.length === 0) forgetLeft(session);
  return left;
}

export function forgetLeft(session: string): void {
  behalf(session).clear();
  kept(session).clear();
}
