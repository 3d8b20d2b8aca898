/** What the server takes of a card, in code points. */
export const longestText = 4000;

/** In code points, without what is around it. */
export function lengthOf(text: string): number {
  return [...text.trim()].length;
}

/** White space, and what a browser draws as nothing: the server takes it for empty. */
export function showsNothing(text: string): boolean {
  return /^[\s\u0085\u2800\ufff0-\ufffb\p{Default_Ignorable_Code_Point}]*$/u.test(text);
}

/** As the server takes it: without control characters, which come along when text is pasted; empty if nothing is seen. */
export function sendable(text: string): string {
  const lines = text.replace(/[\v\f]/g, '\n').replace(/(?![\t\n\r])\p{Cc}/gu, ' ');
  return showsNothing(lines) ? '' : lines;
}
