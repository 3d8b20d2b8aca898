import { announcer } from './speech.svelte';

/** Which cards of a growing list have been on screen: everything after the last one is new. */
export class Unseen {
  #seen = $state(0);
  #all = $state(0);
  #list: HTMLElement | undefined;

  get unseen(): number {
    return Math.max(0, this.#all - this.#seen);
  }

  count(all: number): void {
    this.#all = all;
  }

  /** An action for the list: what is there at first counts as seen. */
  readonly watch = (list: HTMLElement) => {
    this.#list = list;
    this.#seen = list.children.length;
    const places = new Map<Element, number>();
    const onScreen = new IntersectionObserver(
      (changes) => {
        for (const each of changes) {
          if (each.isIntersecting) this.#seen = Math.max(this.#seen, (places.get(each.target) ?? 0) + 1);
        }
      },
      { rootMargin: '-56px 0px -100px 0px' },
    );
    const observe = () => {
      [...list.children].forEach((child, at) => {
        if (!places.has(child)) onScreen.observe(child);
        places.set(child, at);
      });
      this.#seen = Math.min(this.#seen, list.children.length);
    };
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
    const first = this.#list?.children[this.#seen] as HTMLElement | undefined;
    announcer.reset();
    this.#seen = this.#all;
    if (!first) return;
    first.tabIndex = -1;
    first.focus({ preventScroll: true });
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    first.scrollIntoView({ block: 'start', behavior: calm ? 'auto' : 'smooth' });
  }
}
