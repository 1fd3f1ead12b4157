export { identityOf, lockPerson, type Recognised, type Recognition, recogniseAll, recogniseOrAdd } from './store.ts';
