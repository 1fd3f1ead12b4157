export { type BooksCheck, checkBooks, checkBooksNightly, recentChecks } from './check.ts';
export { postFromCase, postMovement } from './post.ts';
export { entriesOfApplication, entriesOfBill, entriesOfCase, totalBalance } from './queries.ts';
export { BOOK_RULES, type BookRuleName } from './rules.ts';
export { findStanding } from './store.ts';
