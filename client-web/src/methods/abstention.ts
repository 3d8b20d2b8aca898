import type { Ballot } from '../wire/wire';

function isNothing(part: unknown): boolean {
  if (typeof part === 'string') return part.trim() === '';
  return part === undefined || (typeof part === 'object' && part !== null && Object.keys(part).length === 0);
}

/** Whether a ballot says nothing: that is how people abstain, whatever the method. */
export function abstains({ method: _, ...parts }: Ballot): boolean {
  return Object.values(parts).every(isNothing);
}
