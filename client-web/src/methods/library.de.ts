import { catalogueOf } from './catalogue';

export default catalogueOf(import.meta.glob('./*/desk.de.json', { eager: true, import: 'default' }));
