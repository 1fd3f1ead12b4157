import { strToU8, zipSync } from 'fflate';
import { escapeMarkup } from './html.ts';
import { changed } from './languages.ts';
import type { ExchangeItem, Loss, Pictures } from './model.ts';
import { pictureKeys } from './pictures.ts';
import { qtiItem } from './qti-item-write.ts';
import { metadataOf } from './qti-metadata.ts';
import { MANIFEST } from './qti-read.ts';

const PACKAGE = 'http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1';
/** The same for every package, so that the same items make the same bytes; archives know no earlier year. */
const WRITTEN_AT = new Date(1980, 0, 1);

/**
 * Writes a package of QTI 3.0 (1EdTech, «Question and Test Interoperability 3.0») that `readQtiPackage` reads: all
 * seven kinds, pictures as files, points as outcome, topic and difficulty as metadata of the resource. A text in both
 * languages stands twice, each in an element with its `xml:lang` and the class `multilang`.
 */
export function writeQtiPackage(
  items: readonly ExchangeItem[],
  pictures: Pictures,
): { readonly bytes: Uint8Array<ArrayBuffer>; readonly losses: readonly Loss[] } {
  const losses: Loss[] = [];
  const files: Record<string, Uint8Array> = {};
  const resources: string[] = [];
  for (const [i, item] of items.entries()) {
    const keys = pictureKeys(item.content);
    if (keys.some((key) => !pictures.has(key))) {
      losses.push({ number: i + 1, left: 'out', reason: { code: 'picture_missing_here' } });
      continue;
    }
    losses.push(...changed(item.content, i + 1));
    const identifier = `item-${String(i + 1).padStart(4, '0')}`;
    const shown = [...new Set(keys)].map((key) => ({ key, path: `pictures/${fileName(key, pictures.get(key))}` }));
    for (const { key, path } of shown) files[path] = pictures.get(key) ?? new Uint8Array();
    const path = `items/${identifier}.xml`;
    const srcOf = (key: string): string => `../pictures/${fileName(key, pictures.get(key))}`;
    files[path] = strToU8(qtiItem(item, identifier, srcOf));
    resources.push(resourceOf(item, identifier, [path, ...shown.map((picture) => picture.path)]));
  }
  files[MANIFEST] = strToU8(manifestOf(resources));
  return { bytes: zipSync(files, { level: 6, mtime: WRITTEN_AT }), losses };
}

function resourceOf(item: ExchangeItem, identifier: string, paths: readonly string[]): string {
  const files = paths.map((path) => `<file href="${escapeMarkup(path)}"/>`).join('');
  const href = escapeMarkup(paths[0] ?? '');
  return (
    `    <resource identifier="${identifier}" type="imsqti_item_xmlv3p0" href="${href}">` +
    `${metadataOf(item)}${files}</resource>`
  );
}

const manifestOf = (resources: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<manifest xmlns="${PACKAGE}" identifier="items">
  <metadata><schema>QTI Package</schema><schemaversion>3.0.0</schemaversion></metadata>
  <organizations/>
  <resources>
${resources.join('\n')}
  </resources>
</manifest>
`;

/** A name with the ending that tells the kind of picture, by its first bytes. */
function fileName(key: string, bytes: Uint8Array | undefined): string {
  if (/\.\w{2,5}$/.test(key)) return key;
  const kinds: Readonly<Record<number, string>> = { 137: 'png', 255: 'jpg', 71: 'gif', 82: 'webp' };
  return `${key}.${kinds[bytes?.[0] ?? 0] ?? 'png'}`;
}
