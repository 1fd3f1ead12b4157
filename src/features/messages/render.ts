import type { Lang } from '#kernel/lang.ts';
import { TEMPLATES, type TemplateKey } from '#procedure/messages/templates.ts';
import { PLACEHOLDERS } from './placeholder-table.ts';
import { type PlaceholderName, type PlaceholderValues, renderPlaceholder } from './placeholders.ts';
import { type PartSizes, partsOf, STANDARD_PART_SIZES } from './sms-length.ts';
import { TEXTS } from './texts.ts';

/** The values that the SMS `K` needs. */
export type SmsValues<K extends TemplateKey> = {
  readonly [P in (typeof PLACEHOLDERS)[K][number]]: PlaceholderValues[P];
};

export type RenderOptions = {
  /** How the gateway counts; the standard sizes if not given. */
  readonly sizes?: PartSizes;
  /** Most parts of the Arabic text, if the office has set another limit than the template's. */
  readonly limitParts?: number;
};

export type RenderedSms = {
  readonly text: string;
  /** SMS that the text takes as it is sent. */
  readonly parts: number;
  /** Optional parts left out, in the order in which they went. */
  readonly droppedParts: number[];
  /** Whether the text is over its limit although nothing more can be left out: it is sent whole all the same. */
  readonly overLimit: boolean;
};

/** The host of the short links in production. Lengths are judged by it, also where a trial sends longer links. */
export const PRODUCTION_SHORT_HOST = 'amman.jo';

const LINK_CODE_LENGTH = 10;
const ENGLISH_LIMIT_PARTS = 2;

/** A link of the length that links on this host have. */
export const linkOfLengthOn = (host: string): string => `${host}/c/${'2'.repeat(LINK_CODE_LENGTH)}`;

/**
 * An SMS as it goes out. Over its limit it loses its optional parts, 1 before 2, until it fits; what is not optional
 * is never left out or cut. The decision counts the link as long as on the production host.
 *
 * @throws Error when a value is missing, naming the template and the placeholder
 */
export function renderSms<K extends TemplateKey>(
  key: K,
  lang: Lang,
  values: SmsValues<K>,
  { sizes = STANDARD_PART_SIZES, limitParts = TEMPLATES[key].limitParts }: RenderOptions = {},
): RenderedSms {
  const rendered = renderValues(key, lang, values);
  const judged = 'url' in rendered ? { ...rendered, url: linkOfLengthOn(PRODUCTION_SHORT_HOST) } : rendered;
  const { droppedParts, overLimit } = fitToLimit(TEXTS[key][lang], judged, limitOf(lang, limitParts), sizes);
  const text = fill(TEXTS[key][lang], rendered, droppedParts);
  return { text, parts: partsOf(text, sizes), droppedParts, overLimit };
}

/** Most parts of a text: 2 in English, in Arabic as the template or the office says. */
export function limitOf(lang: Lang, arabicLimitParts: number): number {
  return lang === 'en' ? ENGLISH_LIMIT_PARTS : arabicLimitParts;
}

/** Placeholders as they stand in the text. */
export type RenderedValues = Partial<Record<PlaceholderName, string>>;

/** Which optional parts a text has to lose, and whether it is over its limit even without them. */
export function fitToLimit(
  template: string,
  rendered: RenderedValues,
  limitParts: number,
  sizes: PartSizes,
): { droppedParts: number[]; overLimit: boolean } {
  const optional = [...template.matchAll(/\[(\d):/g)].map((match) => Number(match[1])).sort((a, b) => a - b);
  const droppedParts: number[] = [];
  const isOver = () => partsOf(fill(template, rendered, droppedParts), sizes) > limitParts;
  for (const part of optional) {
    if (!isOver()) break;
    droppedParts.push(part);
  }
  return { droppedParts, overLimit: isOver() };
}

function renderValues<K extends TemplateKey>(key: K, lang: Lang, values: SmsValues<K>): RenderedValues {
  const given: Partial<PlaceholderValues> = values;
  const render = <P extends PlaceholderName>(name: P): [P, string] => {
    const value = given[name];
    if (value === undefined || value === null) throw new Error(`SMS ${key}: no value for {${name}}`);
    return [name, renderPlaceholder(name, value, lang)];
  };
  return Object.fromEntries(PLACEHOLDERS[key].map((name) => render(name)));
}

/** Takes the optional parts in or out, then puts the values in once: a value is never read as a template. */
function fill(template: string, rendered: RenderedValues, droppedParts: readonly number[]): string {
  return template
    .replace(/\[(\d):([^\]]*)\]/g, (_, part, text) => (droppedParts.includes(Number(part)) ? '' : text))
    .replace(/\{(\w+)\}/g, (_, name: PlaceholderName) => rendered[name] ?? '');
}
