import type { ActivityView, EntryView, SectionView } from '../wire/wire';
import { tk } from '../i18n/collecting';

type Plan = Pick<ActivityView, 'sections' | 'brainwriting' | 'entries'>;

/** "Blatt 3"; the texts of collecting are there wherever there are cards. */
export function sheetTitle(sheet: string): string {
  return tk('sheet', { n: sheet });
}

/** Under which headings the cards of an activity stand: as planned, or the sheets on which there is something. */
export function sectionsOf({ sections = [], brainwriting, entries = [] }: Plan): ReadonlyArray<SectionView> {
  if (!brainwriting) return sections;
  const written = new Set(entries.flatMap((each) => each.section ?? []));
  return [...written].sort((one, other) => Number(one) - Number(other)).map((id) => ({ id, title: sheetTitle(id) }));
}

/** What is on a sheet, by the random ids: neither who wrote it nor in which turn shows in its order. */
export function onSheet({ entries = [] }: Pick<ActivityView, 'entries'>, sheet: string): EntryView[] {
  return entries.filter((each) => each.section === sheet).sort((one, other) => (one.id < other.id ? -1 : 1));
}
