/**
 * Parts of the page that come after the first view. They are fetched soon after it, so that a step that opens in a
 * tunnel finds them.
 */
export const later = {
  collect: () => import('../pages/participant/Collect.svelte'),
  vote: () => import('../pages/participant/Vote.svelte'),
  results: () => import('../ui/Results.svelte'),
  stillWall: () => import('../ui/StillWall.svelte'),
  closed: () => import('../pages/participant/Closed.svelte'),
  settings: () => import('../ui/SettingsDialog.svelte'),
};

export function fetchAhead(): void {
  for (const part of Object.values(later)) part().catch(() => undefined);
}
