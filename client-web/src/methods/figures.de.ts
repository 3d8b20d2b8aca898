import { catalogueOf } from './catalogue';

export default catalogueOf(import.meta.glob('./*/figure.de.json', { eager: true, import: 'default' }));
