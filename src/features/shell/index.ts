export { createWeb } from './create-web.tsx';
export type { DeskPageOptions, PageOptions, Web } from './web.ts';
