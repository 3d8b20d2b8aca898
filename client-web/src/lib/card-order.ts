import type { EntryView } from '../wire/wire';

/** In an order that was fixed on somebody's command: nothing moves by itself. What came since is at the end. */
export function inOrder(cards: ReadonlyArray<EntryView>, order: ReadonlyArray<string>): EntryView[] {
  const places = new Map(order.map((id, at) => [id, at]));
  const place = (card: EntryView) => places.get(card.id) ?? order.length;
  return [...cards].sort((one, other) => place(one) - place(other));
}
