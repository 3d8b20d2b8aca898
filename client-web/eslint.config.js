import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

export default ts.config(
  { ignores: ['dist*/', 'src/wire/wire.ts', 'node/', 'node_modules/'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  { files: ['**/*.svelte', '**/*.svelte.ts'], languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } } },
  {
    rules: {
      // TypeScript knows every name there is.
      'no-undef': 'off',
      // A name that begins with _ says that it is not used.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // svelte-check is the judge of the compiler's warnings: this rule does not see all of them.
      'svelte/no-unused-svelte-ignore': 'off',
      // A separator at the edge of a block loses its space without them.
      'svelte/no-useless-mustaches': 'off',
      // State is replaced, not changed in place, where somebody watches it.
      'svelte/prefer-svelte-reactivity': 'off',
    },
  },
);
