import { untrack } from 'svelte';
import type { Connection } from './feed';
import { announcer } from './speech.svelte';

/**
 * Whether the connection is away for so long that it has to be told; a short break is nobody's business. To be called
 * while a component is set up. With words, they are spoken when a break has become long and when it ends.
 */
export function longBreak(connection: () => Connection, words?: () => { away: string; back: string }): () => boolean {
  let long = $state(false);
  const away = $derived(connection() !== 'online');
  $effect(() => {
    if (away) {
      const timer = setTimeout(() => {
        long = true;
        if (words) announcer.say(words().away);
      }, 1500);
      return () => clearTimeout(timer);
    }
    if (untrack(() => long) && words) announcer.say(words().back);
    long = false;
    return undefined;
  });
  return () => long;
}
