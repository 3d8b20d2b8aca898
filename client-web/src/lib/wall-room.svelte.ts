import { getContext, setContext } from 'svelte';

/** How much of a result the screen in the room can show; without one there is room for everything. */
export class WallRoom {
  /** So many rows, or answers. */
  most = $state(Infinity);
  /** Only what matters most of each. */
  brief = $state(false);

  /** In pixels. */
  height = $state(0);

  /** `more` says that there are more than are shown. */
  constructor(readonly more: (number: number) => string) {}
}

const key = Symbol();
export const giveRoom = (room: WallRoom): WallRoom => setContext(key, room);
export const roomHere = (): WallRoom | undefined => getContext(key);
