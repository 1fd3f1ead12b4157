import { assertNever } from '#kernel/result.ts';
import { writeGift } from './gift-write.ts';
import type { ExchangeItem, Pictures, WriteFormat, WrittenFile } from './model.ts';
import { writeMoodleXml } from './moodle-write.ts';
import { writeQtiPackage } from './qti-write.ts';

/**
 * Writes items as one file. What the format cannot hold is left out, or changed, and told; nothing is dropped silently.
 *
 * @param name of the file, without its ending
 */
export function writeItems(
  format: WriteFormat,
  items: readonly ExchangeItem[],
  pictures: Pictures,
  name: string,
): WrittenFile {
  switch (format) {
    case 'gift': {
      const { text, losses } = writeGift(items);
      return { name: `${name}.gift.txt`, contentType: 'text/plain; charset=utf-8', bytes: encode(text), losses };
    }
    case 'moodle_xml': {
      const { text, losses } = writeMoodleXml(items, pictures);
      return { name: `${name}.moodle.xml`, contentType: 'application/xml', bytes: encode(text), losses };
    }
    case 'qti':
      return { name: `${name}.qti.zip`, contentType: 'application/zip', ...writeQtiPackage(items, pictures) };
    default:
      return assertNever(format);
  }
}

const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
