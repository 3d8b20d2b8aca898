import type { OwnCard } from './own';
import { Store } from './storage';

/** What this device keeps of cards that were entered for others, until the workshop is over. */
export const onBehalfStore = (session: string): Store => Store.browser(`klartext:behalf:${session}`);

/** Whether some of these cards are still to be sent. */
export function hasUnsent(session: string, activity: string): boolean {
  const store = onBehalfStore(`${session}:`).part('own:');
  return store.keys().some((key) => {
    const card = store.read<OwnCard>(key);
    return card?.activity === activity && card.receipt !== 'received';
  });
}
