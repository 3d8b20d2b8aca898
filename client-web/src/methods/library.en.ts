import { catalogueOf } from './catalogue';

export default catalogueOf(
  import.meta.glob(['./*/desk.en.json', '../ready/*/desk.en.json'], { eager: true, import: 'default' }),
);
