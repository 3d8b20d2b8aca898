import type { ActivityView, SectionView } from '../wire/wire';

export type Layout = NonNullable<ActivityView['layout']>;

/** One sheet with its fields, "Persona 2". */
export interface Canvas {
  readonly title: string;
  readonly fields: ReadonlyArray<SectionView>;
}

interface Plan {
  readonly sections?: ReadonlyArray<SectionView>;
  readonly layout?: Layout;
}

/** How many fields each layout has places for, in the order of reading; columns take any number. */
const places: Record<Layout, number> = {
  columns: 0,
  persona: 6,
  empathy_map: 6,
  value_proposition: 6,
  swot: 4,
  chances_hurdles_risks: 3,
  stakeholder_map: 4,
  keep_stop_try: 3,
  assumption_board: 4,
  pre_mortem: 4,
};

/** In the order of the sections; none where sections are just themes. */
export function canvasesOf({ sections = [], layout = 'columns' }: Plan): Canvas[] {
  if (layout === 'columns' && !sections.some((each) => each.canvas)) return [];
  const found = new Map<string, SectionView[]>();
  for (const each of sections) {
    const title = each.canvas ?? '';
    found.set(title, [...(found.get(title) ?? []), each]);
  }
  return [...found].map(([title, fields]) => ({ title, fields }));
}

/** Where there are not as many fields as the layout has places for, they stand in columns. */
export function layoutOf(layout: Layout | undefined, fields: number): Layout {
  return layout !== undefined && places[layout] === fields ? layout : 'columns';
}
