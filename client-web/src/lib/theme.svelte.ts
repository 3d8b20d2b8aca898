import { Store } from './storage';

export type Theme = 'auto' | 'light' | 'dark';

const store = Store.browser('klartext:');

function kept(): Theme {
  const theme = store.read<Theme>('theme');
  return theme === 'light' || theme === 'dark' ? theme : 'auto';
}

let theme = $state<Theme>(kept());

export function currentTheme(): Theme {
  return theme;
}

/** Light, dark, or as the device wishes. */
export function chooseTheme(wanted: Theme): void {
  theme = wanted;
  if (wanted === 'auto') store.remove('theme');
  else store.write('theme', wanted);
  applyTheme();
}

export function applyTheme(): void {
  if (theme === 'auto') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}
