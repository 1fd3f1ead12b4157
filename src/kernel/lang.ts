/** The two languages of the service. Arabic is the default everywhere. */
export const LANGS = ['ar', 'en'] as const;
export type Lang = (typeof LANGS)[number];

/** A text in both languages, side by side. */
export type Bilingual = { readonly ar: string; readonly en: string };
