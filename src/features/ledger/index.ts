export { type Because, type CaseEvent, postFromCase, postMovement } from './post.ts';
export { type EntryView, entriesOfApplication, entriesOfBill, entriesOfCase, totalBalance } from './queries.ts';
export { findStanding } from './store.ts';
