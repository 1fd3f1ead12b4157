export { identityOf, recogniseOrAdd } from './store.ts';
