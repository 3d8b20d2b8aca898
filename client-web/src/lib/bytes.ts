// crypto.subtle and crypto.randomUUID are missing on plain-HTTP intranets; getRandomValues is everywhere.

function random(bytes: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(bytes));
}

export function toBase64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

export function fromBase64url(text: string): Uint8Array {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (each) => each.charCodeAt(0));
}

/** A seat secret or an edit secret: 32 random bytes. */
export function newSecret(): string {
  return toBase64url(random(32));
}

/** The id of an entry: 16 random bytes in hexadecimal. */
export function newId(): string {
  return Array.from(random(16), (each) => each.toString(16).padStart(2, '0')).join('');
}
