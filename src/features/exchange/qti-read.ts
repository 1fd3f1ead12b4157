import { posix } from 'node:path';
import { type Collector, createCollector } from './collect.ts';
import { pictureOfDataUrl } from './data-url.ts';
import { decodeText } from './decode.ts';
import { type Place, type ReadOptions, type ReadResult, Unreadable } from './model.ts';
import { type ItemFacts, itemRootOf, readQtiItem, titleOf } from './qti-item.ts';
import { factsOfMetadata } from './qti-metadata.ts';
import { excerptOf } from './text.ts';
import { elementOf, elementsOf, readXml, type XmlNode } from './xml.ts';
import type { ZipFiles } from './zip.ts';

export const MANIFEST = 'imsmanifest.xml';

/** Reads one item of QTI that stands alone. A picture must lie in it, as `data:`: there is no package around it. */
export function readQtiXml(source: string, options: ReadOptions): ReadResult {
  const root = itemRootOf(readXml(source));
  const collector = createCollector('qti', options);
  const place: Place = { unit: 'line', number: root.line };
  collector.take(place, titleOf(root), () =>
    readQtiItem(root, place, {}, options, (src) => pictureOf(src, '', new Map())),
  );
  return collector.result();
}

/**
 * Reads a package of QTI 2.0 to 3.0: the items that its manifest names, in that order. Tests, style sheets and the like
 * are passed over: they ask nothing.
 *
 * @throws Unreadable `qti_no_manifest`, `qti_no_items`
 */
export function readQtiPackage(files: ZipFiles, options: ReadOptions): ReadResult {
  const manifest = files.get(MANIFEST);
  if (!manifest) throw new Unreadable('qti_no_manifest');
  const root = readXml(decodeText(manifest));
  const collector = createCollector('qti', options);
  const resources = elementsOf(elementOf(root, 'resources') ?? root, 'resource');
  const items = resources.filter(({ attributes }) => /^imsqti_(item|apipitem|xml)/i.test(attributes['type'] ?? ''));
  if (items.length === 0) throw new Unreadable('qti_no_items');
  const base = elementOf(root, 'resources')?.attributes['xml:base'] ?? '';
  for (const resource of items) takeResource(collector, files, resource, base, options);
  return collector.result();
}

function takeResource(
  collector: Collector,
  files: ZipFiles,
  resource: XmlNode,
  base: string,
  options: ReadOptions,
): void {
  const href = resource.attributes['href'] ?? elementOf(resource, 'file')?.attributes['href'] ?? '';
  let place: Place = { unit: 'line', number: resource.line, file: MANIFEST };
  let root: XmlNode;
  try {
    const path = pathWithin(`${base}${resource.attributes['xml:base'] ?? ''}${href}`, '');
    const content = files.get(path);
    if (!content) throw new Unreadable('qti_file_missing', { name: excerptOf(href, 120) });
    place = { unit: 'line', number: 1, file: path };
    root = itemRootOf(readXml(decodeText(content)));
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    collector.refuse({ ...place, number: error.line ?? place.number }, excerptOf(href, 120), error);
    return;
  }
  const facts: ItemFacts = factsOfMetadata(elementOf(resource, 'metadata'));
  const picture = (src: string): Uint8Array => pictureOf(src, posix.dirname(place.file ?? ''), files);
  const at: Place = { ...place, number: root.line };
  collector.take(at, titleOf(root), () => readQtiItem(root, at, facts, options, picture));
}

/** A path of the package, from a folder in it. @throws Unreadable `zip_path` when it leads out of the package */
function pathWithin(href: string, folder: string): string {
  const plain = decoded(href.split(/[?#]/)[0] ?? '');
  const path = posix.normalize(posix.join(folder, plain));
  if (/^([a-z][a-z\d+.-]*:|\/|\.\.(\/|$))/i.test(plain.startsWith('..') ? path : plain) || path.startsWith('..')) {
    throw new Unreadable('zip_path');
  }
  return path;
}

function pictureOf(src: string, folder: string, files: ZipFiles): Uint8Array {
  const embedded = pictureOfDataUrl(src);
  if (embedded) return embedded;
  if (/^([a-z][a-z\d+.-]*:|\/\/)/i.test(src)) throw new Unreadable('picture_elsewhere', { name: excerptOf(src, 60) });
  const found = files.get(pathWithin(src, folder));
  if (!found) throw new Unreadable('picture_missing', { name: excerptOf(src, 60) });
  return found;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
