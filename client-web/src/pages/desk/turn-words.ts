import type { ActivityView } from '../../wire/wire';
import { ts } from '../../i18n/steering';

/** "Durchgang 2 von 6". */
export function turnOf({ turn = 1, brainwriting }: ActivityView): string {
  const turns = brainwriting?.turns;
  if (turns === undefined) return ts('turn', { n: turn });
  return ts(turn > turns ? 'turn.extra' : 'turn.of', { n: turn, of: turns });
}
