export { identityOf, lockPerson, recogniseOrAdd } from './store.ts';
