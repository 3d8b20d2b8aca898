import { sha256 } from '@noble/hashes/sha2.js';
import { fromBase64url, toBase64url } from './bytes';

/** What the server is told of an edit secret. */
export function editHash(secret: string): string {
  return toBase64url(sha256(fromBase64url(secret)));
}
