import { catalogueOf } from './catalogue';

export default catalogueOf(import.meta.glob('./*/figure.en.json', { eager: true, import: 'default' }));
