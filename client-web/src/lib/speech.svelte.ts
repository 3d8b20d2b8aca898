import { Announcer } from './announcer';

/** Two regions take turns, so that the same sentence is spoken twice. */
export const spoken = $state({ one: '', other: '' });
let turn = false;

export const announcer = new Announcer((text) => {
  turn = !turn;
  spoken.one = turn ? text : '';
  spoken.other = turn ? '' : text;
});
