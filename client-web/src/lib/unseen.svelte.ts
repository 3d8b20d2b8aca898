import { announcer } from './speech.svelte';

/** Which cards of a growing list have been on screen: up to the last one on screen, all have; the others are new. */
export class Unseen {
  #seenHere = $state(0);
  #all = $state(0);
  #list: HTMLElement | undefined;
  // A filter takes cards off the list and brings them back as other elements: what they say tells them apart.
  readonly #seen = new Set<string>();
  readonly #names = new WeakMap<Element, string>();
  #begun = false;

  get unseen(): number {
    return Math.max(0, this.#all - this.#seenHere);
  }

  count(all: number): void {
    this.#all = all;
  }

  /** An action for the list: what is there at first counts as seen. */
  readonly watch = (list: HTMLElement) => {
    this.#list = list;
    const cards = () => namesOf(list, this.#names);
    const look = () => {
      this.#seenHere = cards().filter((each) => this.#seen.has(each)).length;
    };
    const onScreen = new IntersectionObserver(
      (changes) => {
        const places = [...list.children];
        const shown = changes.filter((each) => each.isIntersecting);
        const last = Math.max(-1, ...shown.map((each) => places.indexOf(each.target)));
        if (last < 0) return;
        for (const each of cards().slice(0, last + 1)) this.#seen.add(each);
        look();
      },
      { rootMargin: '-56px 0px -100px 0px' },
    );
    const watched = new WeakSet<Element>();
    const observe = () => {
      for (const child of list.children) {
        if (!watched.has(child)) onScreen.observe(child);
        watched.add(child);
      }
      look();
    };
    if (!this.#begun) for (const each of cards()) this.#seen.add(each);
    this.#begun = true;
    observe();
    const growing = new MutationObserver(observe);
    growing.observe(list, { childList: true });
    return {
      destroy: () => {
        onScreen.disconnect();
        growing.disconnect();
      },
    };
  };

  /** Goes to the first new one. */
  show(): void {
    const list = this.#list;
    if (!list) return;
    const cards = namesOf(list, this.#names);
    const first = list.children[cards.findIndex((each) => !this.#seen.has(each))] as HTMLElement | undefined;
    announcer.reset();
    for (const each of cards) this.#seen.add(each);
    this.#seenHere = this.#all;
    if (!first) return;
    first.tabIndex = -1;
    first.focus({ preventScroll: true });
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    first.scrollIntoView({ block: 'start', behavior: calm ? 'auto' : 'smooth' });
  }
}

/** One name for each card: its section and text as they first were, and which one of those that are alike. */
function namesOf(list: HTMLElement, known: WeakMap<Element, string>): string[] {
  const alike = new Map<string, number>();
  return [...list.children].map((child) => {
    const name = known.get(child) ?? `${child.className} ${child.querySelector('.text')?.textContent}`;
    known.set(child, name);
    const nth = (alike.get(name) ?? 0) + 1;
    alike.set(name, nth);
    return `${nth} ${name}`;
  });
}
