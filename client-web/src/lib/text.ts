/** What the server takes of a card, in code points. */
export const longestText = 4000;

/** In code points, without what is around it. */
export function lengthOf(text: string): number {
  return [...text.trim()].length;
}
