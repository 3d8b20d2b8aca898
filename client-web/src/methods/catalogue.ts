import { prefixed } from '../i18n/texts';

type Catalogue = Record<string, string>;

/** One catalogue of those of all folders, each under the name of its folder. */
export function catalogueOf(files: Record<string, unknown>): Catalogue {
  const folder = (path: string) => path.split('/').at(-2) ?? '';
  const each = Object.entries(files).map(([path, file]) => prefixed(`library.${folder(path)}`, file as Catalogue));
  return Object.assign({}, ...each) as Catalogue;
}
