import type { SignedUpActivity, SignedUpPerson } from '../wire/wire';

/** What the columns are called. */
export interface Columns {
  readonly theme: string;
  readonly name: string;
  readonly contact: string;
}

/** In the order of the language, whatever the server's. */
export function byName(people: ReadonlyArray<SignedUpPerson>, locale: string): SignedUpPerson[] {
  const collator = new Intl.Collator(locale);
  return [...people].sort((one, other) => collator.compare(one.name, other.name));
}

/** Spreadsheets look past these before they decide that a cell is a formula. */
const formula = /^[\t\r\n]|^[\s"'\u200b\ufeff]*[=+\-@＝＋－＠]/u;

function cell(text: string): string {
  const safe = formula.test(text) ? `'${text}` : text;
  return /["\r\n,;\t]|^ /u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** For spreadsheets, as the tables of the minutes are written: byte order mark, CRLF, ';' in German and ',' in English. */
export function csvOf({ themes }: SignedUpActivity, columns: Columns, locale: string): string {
  const separator = locale === 'de' ? ';' : ',';
  const rows = themes.flatMap(({ text, people }) =>
    byName(people, locale).map((each) => [text, each.name, each.contact ?? '']),
  );
  const lines = [[columns.theme, columns.name, columns.contact], ...rows];
  return `\ufeff${lines.map((line) => `${line.map(cell).join(separator)}\r\n`).join('')}`;
}

/** For a mail: each theme with its people below it. */
export function textOf({ themes }: SignedUpActivity, nobody: string, locale: string): string {
  const line = ({ name, contact }: SignedUpPerson) => (contact === undefined ? `- ${name}` : `- ${name}, ${contact}`);
  return themes
    .map(({ text, people }) => [text, ...(people.length > 0 ? byName(people, locale).map(line) : [nobody])].join('\n'))
    .join('\n\n');
}

/** How many people, each counted once however many themes they chose. */
export function headsOf({ themes }: SignedUpActivity): number {
  return new Set(themes.flatMap(({ people }) => people.map((each) => JSON.stringify([each.name, each.contact])))).size;
}
