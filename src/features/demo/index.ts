export type { DemoBankAccount } from './bank-account.ts';
export { type DemoTools, demoJsonRoutes } from './json-routes.ts';
export { demoPageRoutes } from './page-routes.tsx';
export { seedDemo } from './seed/seed.ts';
export { DEMO_STAFF } from './seed/staff.ts';
export { hasContent, loadOffset } from './store.ts';
export { createTimeMachine } from './time-machine.ts';
