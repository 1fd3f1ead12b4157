export type { NavKey, PageOptions, ScriptName, Web } from './web.ts';
