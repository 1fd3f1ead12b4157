export { identityOf, lockPerson, type Recognised, recogniseOrAdd, recogniseOrAddAll } from './store.ts';
