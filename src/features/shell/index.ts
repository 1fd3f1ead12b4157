export { createWeb } from './create-web.tsx';
export type { DeskPageOptions, NavKey, PageOptions, ScriptName, Web } from './web.ts';
