import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

interface Modules {
  getModuleInfo(id: string): { readonly isEntry: boolean; readonly importers: readonly string[] } | null;
}

/** Where the parts come together: at the first view, in a workshop, and at whatever else follows one. */
const ends = {
  first: (_: string, entry: boolean) => entry,
  room: (id: string) => id.endsWith('/participant/Room.svelte'),
  desk: (id: string) => /\/(desk\/(Session|Lead|After)|present\/Present)\.svelte$/.test(id),
};

function isOf(end: keyof typeof ends, id: string, modules: Modules, asked = new Set<string>()): boolean {
  if (asked.has(id)) return false;
  asked.add(id);
  const module = modules.getModuleInfo(id);
  return (
    !!module && (ends[end](id, module.isEntry) || module.importers.some((each) => isOf(end, each, modules, asked)))
  );
}

/** These come whole, however many later pages share their parts. */
function fileOf(id: string, modules: Modules): string | null {
  if (isOf('first', id, modules)) return 'first';
  if (!isOf('room', id, modules)) return null;
  return isOf('desk', id, modules) ? 'live' : 'room';
}

// No inlined assets and no preload polyfill: the content security policy allows files of this origin only.
export default defineConfig({
  plugins: [svelte()],
  build: {
    target: ['chrome111', 'edge111', 'firefox115', 'safari16.4'],
    outDir: process.env['CLIENT_OUT'] ?? 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: fileOf, debugName: 'files' },
            // All texts that come later need it: it must not bring the methods along.
            { name: 'texts', test: /\/src\/i18n\/texts\.ts$/ },
            // In files of their own, these many small parts would be mostly wrapping: what all pages ask of each method, and
            // what all pages of the desk need.
            { name: 'methods', test: /\/src\/methods\/(index|\w+\/(method|texts))\.ts$/ },
            {
              name: 'desk',
              test: /\/src\/(pages\/desk\/(Desk|Frame|NotLoaded|Ask|Copy)\.svelte|lib\/desk(-later|\.svelte)\.ts|i18n\/desk\.svelte\.ts)$/,
            },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': { target: 'http://127.0.0.1:8080', ws: true }, '/minutes': 'http://127.0.0.1:8080' } },
  // A page's parts are compiled when a test first asks for them: some seconds where the machine is busy.
  test: { environment: 'happy-dom', include: ['test/**/*.test.ts'], testTimeout: 60_000 },
  // Svelte's browser build, also in tests.
  ...(process.env['VITEST'] ? { resolve: { conditions: ['browser'] } } : {}),
});
