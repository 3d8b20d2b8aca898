import { catalogueOf } from './catalogue';

export default catalogueOf(
  import.meta.glob(['./*/desk.de.json', '../ready/*/desk.de.json'], { eager: true, import: 'default' }),
);
