import { describe, expect, it } from 'vitest';
import { Board } from '../src/lib/desk-board.svelte';
import type { ActivityView } from '../src/wire/wire';

function step(places: Record<string, string | undefined>): ActivityView {
  return {
    id: 'ideas',
    kind: 'collect',
    phase: 'open',
    title: '',
    prompt: '',
    clusters: [
      { id: 'one', name: 'One' },
      { id: 'two', name: 'Two' },
    ],
    entries: Object.entries(places).map(([id, cluster]) => ({
      id,
      text: `Card ${id}`,
      ...(cluster ? { cluster } : {}),
    })),
  } as unknown as ActivityView;
}

function board(places: Record<string, string | undefined>): Board {
  const activity = step(places);
  const made = new Board(
    () => activity,
    () => 'Alone',
  );
  made.follow();
  return made;
}

const lying = (made: Board) => made.columns.map((each) => each.cards.map((card) => card.id).join(''));

describe('the board', () => {
  it('has the cards that stand alone first, then the clusters', () => {
    const made = board({ a: 'one', b: undefined, c: 'two' });
    expect(made.columns.map((each) => each.name)).toEqual(['Alone', 'One', 'Two']);
    expect(lying(made)).toEqual(['b', 'a', 'c']);
  });

  it('shows a card where it was put until the server has refused it', () => {
    const made = board({ a: undefined, b: 'one' });
    const putBack = made.put(['a'], 'one', false);
    expect(lying(made)).toEqual(['', 'ba', '']);
    putBack();
    expect(lying(made)).toEqual(['a', 'b', '']);
  });

  it('moves all that is marked with a marked card, and one that is not marked alone', () => {
    const made = board({ a: undefined, b: undefined, c: 'one' });
    made.mark('a');
    made.mark('c');
    expect(made.meant('c')).toEqual(['a', 'c']);
    expect(made.meant('b')).toEqual(['b']);
    made.mark('a');
    expect(made.meant('c')).toEqual(['c']);
  });

  it('leads the arrows past empty columns and to the last card of a shorter one', () => {
    const made = board({ a: undefined, b: undefined, c: 'two' });
    expect(made.neighbour('b', 'ArrowRight')).toBe('c');
    expect(made.neighbour('c', 'ArrowLeft')).toBe('a');
    expect(made.neighbour('a', 'ArrowDown')).toBe('b');
    expect(made.neighbour('a', 'ArrowUp')).toBeUndefined();
    expect(made.neighbour('a', 'End')).toBe('b');
  });

  it('keeps what was dragged within its column out of the moves', () => {
    const made = board({ a: undefined, b: undefined });
    const cards = [...made.columns[0]!.cards].reverse();
    expect(made.drop('', cards, 'b')).toEqual([]);
    expect(lying(made)).toEqual(['ba', '', '']);
  });
});
