import type { CardKind, SectionView } from '../wire/wire';
import type { Locale } from '../i18n/index.svelte';
import { planningIn } from '../i18n/planning';
import { canvasesOf, type Layout } from './canvases';
import { linesOf, newStepId, sectionsOf } from './desk-plan';

export const templates = [
  'persona',
  'empathy_map',
  'value_proposition',
  'swot',
  'chances_hurdles_risks',
  'stakeholder_map',
  'keep_stop_try',
  'assumption_board',
  'pre_mortem',
] as const satisfies ReadonlyArray<Layout>;
export type Template = (typeof templates)[number];

/** A canvas while it is being edited: what is typed, empty lines and all. */
export interface SheetDraft {
  title: string;
  fields: string;
  /** As they were: who keeps a title, or a place, keeps the id. */
  before: ReadonlyArray<SectionView>;
}

export const listOf = (words: string): string[] => words.split('|');

export function sheetsOf(step: { sections: SectionView[]; layout: Layout }): SheetDraft[] {
  return canvasesOf(step).map(({ title, fields }) => ({
    title,
    fields: fields.map((each) => each.title).join('\n'),
    before: fields,
  }));
}

/** The fields of all canvases. Canvases of the same name would be one: the later ones get a number. */
export function sectionsOfSheets(sheets: ReadonlyArray<SheetDraft>): SectionView[] {
  const taken = new Set<string>();
  return sheets.flatMap((each) => {
    const canvas = distinct(each.title.trim(), taken);
    taken.add(canvas);
    return sectionsOf(linesOf(each.fields), each.before).map(({ id, title }) => ({
      id,
      title,
      ...(canvas === '' ? {} : { canvas }),
    }));
  });
}

function distinct(title: string, taken: ReadonlySet<string>): string {
  if (!taken.has(title)) return title;
  for (let nth = 2; ; ++nth) {
    const other = `${title} ${nth}`.trim();
    if (!taken.has(other)) return other;
  }
}

/** As many of a template as wanted, in the language of the workshop; one alone needs no title. */
export async function sheetsFrom(template: Template, count: number, language: Locale): Promise<SheetDraft[]> {
  const words = await planningIn(language);
  const fields = listOf(words[`canvas.${template}.fields`]).join('\n');
  return Array.from({ length: count }, (_, at) => ({
    title: count === 1 ? '' : words[`canvas.${template}.title`].replace('{n}', String(at + 1)),
    fields,
    before: [],
  }));
}

/** One more like the last, under the next number. */
export function anotherSheet(sheets: ReadonlyArray<SheetDraft>, untitled: (at: number) => string): SheetDraft {
  const last = sheets.at(-1);
  const number = /^(.*?)(\d+)$/.exec(last?.title.trim() ?? '');
  const title = number ? `${number[1]}${Number(number[2]) + 1}` : untitled(sheets.length + 1);
  return { title, fields: last?.fields ?? '', before: [] };
}

const presets = {
  ideas: ['yellow', 'red', 'blue'],
  chances: ['green', 'yellow', 'red'],
} as const;
export type Preset = keyof typeof presets;

export async function kindsFrom(preset: Preset, language: Locale): Promise<CardKind[]> {
  const titles = listOf((await planningIn(language))[`kinds.${preset}`]);
  return titles.map((title, at) => ({ id: newStepId(), title, tone: presets[preset][at] ?? 'yellow' }));
}
