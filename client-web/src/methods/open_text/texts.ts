import { textsOf } from '../../i18n/texts';
import type de from './texts.de.json';

export const { load, t: tm } = textsOf<typeof de>('open_text', {
  de: () => import('./texts.de.json'),
  en: () => import('./texts.en.json'),
});
