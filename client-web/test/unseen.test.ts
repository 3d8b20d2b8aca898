import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Unseen } from '../src/lib/unseen.svelte';

describe('the new cards', () => {
  let list: HTMLElement;
  let unseen: Unseen;
  let look: (changes: { target: Element; isIntersecting: boolean }[]) => void;
  let watching: { destroy(): void };

  beforeEach(() => {
    vi.stubGlobal(
      'IntersectionObserver',
      class {
        constructor(then: typeof look) {
          look = then;
        }
        observe(): void {}
        disconnect(): void {}
      },
    );
    list = document.createElement('ul');
    unseen = new Unseen();
  });
  afterEach(() => {
    watching.destroy();
    vi.unstubAllGlobals();
  });

  /** As the page does it: cards that were filtered away come back as other elements. */
  async function lay(cards: string[]): Promise<void> {
    const before = [...list.children];
    const made = cards.map((text) => {
      const known = before.find((each) => each.textContent === text);
      if (known) return known;
      const card = document.createElement('li');
      card.className = `card tint-${text[0]}`;
      card.innerHTML = `<p class="text">${text}</p>`;
      return card;
    });
    list.replaceChildren(...made);
    unseen.count(cards.length);
    await new Promise((done) => setTimeout(done));
  }
  const see = (at: number) => look([{ target: list.children[at]!, isIntersecting: true }]);

  it('are those that came after the last one on screen', async () => {
    await lay(['a1', 'b1']);
    watching = unseen.watch(list);
    expect(unseen.unseen).toBe(0);
    await lay(['a1', 'b1', 'a2', 'b2']);
    expect(unseen.unseen).toBe(2);
    see(2);
    expect(unseen.unseen).toBe(1);
    see(3);
    expect(unseen.unseen).toBe(0);
  });

  it('are no more than before after a filter', async () => {
    await lay(['a1', 'b1', 'a2', 'b2']);
    watching = unseen.watch(list);
    await lay(['a1', 'a2']);
    await lay(['a1', 'b1', 'a2', 'b2']);
    expect(unseen.unseen).toBe(0);
    await lay(['b1', 'b2']);
    await lay(['b1', 'b2', 'b3']);
    see(2);
    await lay(['a1', 'b1', 'a2', 'b2', 'a3', 'b3']);
    expect(unseen.unseen).toBe(1);
  });

  it('are no more than before after a filter that showed nothing', async () => {
    await lay(['a1']);
    unseen.watch(list).destroy();
    list = document.createElement('ul');
    await lay(['a1', 'a2']);
    watching = unseen.watch(list);
    expect(unseen.unseen).toBe(1);
  });

  it('are counted on when a seen one goes', async () => {
    await lay(['a1', 'a2']);
    watching = unseen.watch(list);
    await lay(['a2']);
    await lay(['a2', 'a3']);
    expect(unseen.unseen).toBe(1);
  });
});
