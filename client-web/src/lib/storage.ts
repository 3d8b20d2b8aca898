/**
 * Local storage that never throws: where the browser forbids it, or it is full, values live as long as the page.
 * Values are JSON; what cannot be read is taken as absent.
 */
export class Store {
  readonly #disk: Storage | undefined;
  readonly #prefix: string;
  readonly #memory: Map<string, string>;

  constructor(disk: Storage | undefined, prefix: string, memory = new Map<string, string>()) {
    this.#disk = disk;
    this.#prefix = prefix;
    this.#memory = memory;
  }

  /** The browser's own storage, or none where it is forbidden. */
  static browser(prefix: string): Store {
    let disk: Storage | undefined;
    try {
      disk = globalThis.localStorage;
    } catch {
      disk = undefined;
    }
    return new Store(disk, prefix);
  }

  /** The part of this storage whose keys start with `prefix`. */
  part(prefix: string): Store {
    return new Store(this.#disk, this.#prefix + prefix, this.#memory);
  }

  read<T>(key: string): T | undefined {
    const text = this.#memory.get(this.#prefix + key) ?? this.#get(key);
    if (text === null || text === undefined) return undefined;
    try {
      return JSON.parse(text) as T;
    } catch {
      return undefined;
    }
  }

  /** False if it will be gone with the page. */
  write(key: string, value: unknown): boolean {
    const text = JSON.stringify(value);
    try {
      if (!this.#disk) throw new Error('no storage');
      this.#disk.setItem(this.#prefix + key, text);
      this.#memory.delete(this.#prefix + key);
      return true;
    } catch {
      this.#memory.set(this.#prefix + key, text);
      return false;
    }
  }

  remove(key: string): void {
    this.#memory.delete(this.#prefix + key);
    try {
      this.#disk?.removeItem(this.#prefix + key);
    } catch {
      // Forbidden: then nothing is there.
    }
  }

  keys(): string[] {
    const all = new Set(this.#memory.keys());
    for (let at = 0; this.#disk && at < this.#disk.length; ++at) all.add(this.#disk.key(at) ?? '');
    return [...all].filter((key) => key.startsWith(this.#prefix)).map((key) => key.slice(this.#prefix.length));
  }

  clear(): void {
    for (const key of this.keys()) this.remove(key);
  }

  /** Another tab changed something here. */
  watch(then: (key: string) => void): () => void {
    const heard = (event: StorageEvent) => {
      if (event.key?.startsWith(this.#prefix)) then(event.key.slice(this.#prefix.length));
    };
    globalThis.addEventListener('storage', heard);
    return () => globalThis.removeEventListener('storage', heard);
  }

  #get(key: string): string | null {
    try {
      return this.#disk?.getItem(this.#prefix + key) ?? null;
    } catch {
      return null;
    }
  }
}
