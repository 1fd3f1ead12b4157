import { LANGS, type Lang } from '#kernel/lang.ts';
import { TEMPLATE_KEYS, TEMPLATES, type TemplateKey } from '#procedure/messages/templates.ts';
import { PLACEHOLDERS } from './placeholder-table.ts';
import { PLACEHOLDER_CAPS } from './placeholders.ts';
import { fitToLimit, limitOf, linkOfLengthOn, PRODUCTION_SHORT_HOST, type RenderedValues } from './render.ts';
import { type PartSizes, STANDARD_PART_SIZES } from './sms-length.ts';
import { TEXTS } from './texts.ts';

/**
 * The texts that a short host longer than the production one would push over their limit, with every value at its
 * cap. Asked at the start of the service: a host for production must give an empty list.
 *
 * @param host without scheme or path, a port included: `amman.jo`, `localhost:3000`
 */
export function checkShortHost(
  host: string,
  sizes: PartSizes = STANDARD_PART_SIZES,
): { readonly key: TemplateKey; readonly lang: Lang }[] {
  return TEMPLATE_KEYS.flatMap((key) => LANGS.map((lang) => ({ key, lang }))).filter(
    ({ key, lang }) => isOverLimit(key, lang, host, sizes) && !isOverLimit(key, lang, PRODUCTION_SHORT_HOST, sizes),
  );
}

function isOverLimit(key: TemplateKey, lang: Lang, host: string, sizes: PartSizes): boolean {
  const longest: RenderedValues = {
    ...Object.fromEntries(PLACEHOLDERS[key].map((name) => [name, 'x'.repeat(PLACEHOLDER_CAPS[name][lang])])),
    url: linkOfLengthOn(host),
  };
  return fitToLimit(TEXTS[key][lang], longest, limitOf(lang, TEMPLATES[key].limitParts), sizes).overLimit;
}
