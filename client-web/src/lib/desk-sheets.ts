import type { ActivityView } from '../wire/wire';
import { ts } from '../i18n/steering';
import { sectionsOf } from './sheets';

/** No sheet is called so. */
const none = '-';

/** The same step with its sheets as sections: what lies on none, entered for somebody, has a section of its own. */
export function bySheets({ brainwriting, ...step }: ActivityView): ActivityView {
  const { entries = [] } = step;
  const sheets = sectionsOf({ entries, ...(brainwriting ? { brainwriting } : {}) });
  return {
    ...step,
    sections: [...sheets, { id: none, title: ts('sheet.none') }],
    entries: entries.map((each) =>
      each.section === undefined && each.on === undefined ? { ...each, section: none } : each,
    ),
  };
}
