class Router {
  path = $state(location.pathname);
  /** Asked before somebody leaves a page with unsaved work; false stays. `go` does not ask. */
  mayLeave: (to: string) => boolean = () => true;

  constructor() {
    globalThis.addEventListener('popstate', () => this.#wentBack());
    globalThis.addEventListener('click', (event) => this.#clicked(event));
  }

  go(path: string, how: 'push' | 'replace' = 'push'): void {
    if (how === 'push') history.pushState(null, '', path);
    else history.replaceState(null, '', path);
    this.path = location.pathname;
    scrollTo(0, 0);
  }

  #wentBack(): void {
    const to = location.pathname;
    if (to === this.path || this.mayLeave(to)) this.path = to;
    else history.pushState(null, '', this.path);
  }

  /** Links within the program do not load it anew. */
  #clicked(event: MouseEvent): void {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const link = (event.target as Element | null)?.closest?.('a[href]');
    const href = link?.getAttribute('href');
    if (!href?.startsWith('/') || link?.hasAttribute('target') || link?.hasAttribute('download')) return;
    if (href.startsWith('/minutes/') || href.startsWith('/api/')) return;
    event.preventDefault();
    if (this.mayLeave(href)) this.go(href);
  }
}

/** The parts of a path as they were typed; a part that is no UTF-8 stays as it is. */
export function segmentsOf(path: string): string[] {
  const typed = (part: string) => {
    try {
      return decodeURIComponent(part);
    } catch {
      return part;
    }
  };
  return path
    .split('/')
    .filter((part) => part !== '')
    .map(typed);
}

export const router = new Router();
