import type { Plain } from './flow.ts';
import { plainOfHtml, plainOfMarkdown, plainOfMoodleText } from './html.ts';
import { plainText, readMarked, sharedText, type Written } from './marked.ts';
import { elementOf, elementsOf, textOf, type XmlNode } from './xml.ts';

const REDUCE: Readonly<Record<string, (source: string) => Plain>> = {
  html: plainOfHtml,
  moodle_auto_format: plainOfMoodleText,
  plain_text: plainText,
  markdown: plainOfMarkdown,
};

/**
 * The text of an element of Moodle XML, by its `format`; an unknown format counts as HTML, as in Moodle itself.
 *
 * @param otherwise the format where the element names none
 * @param more HTML that belongs to the end of the text
 */
export function writtenIn(node: XmlNode | undefined, otherwise: string, more = ''): Written {
  if (!node) return sharedText('');
  const reduce = REDUCE[node.attributes['format'] ?? otherwise] ?? plainOfHtml;
  return readMarked(textOf(elementOf(node, 'text')) + more, reduce);
}

/** A text that is plain wherever it stands. */
export const plainIn = (node: XmlNode | undefined): Written =>
  node ? readMarked(textOf(elementOf(node, 'text') ?? undefined), plainText) : sharedText('');

/** Files that a question carries, by path and name, in base64; also the one picture of an old export. */
export function namedFiles(question: XmlNode): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const old = textOf(elementOf(question, 'image')).trim();
  if (old !== '') files.set(old.replace(/[<>"&]/g, ''), textOf(elementOf(question, 'image_base64')));
  const visit = (node: XmlNode): void => {
    for (const child of elementsOf(node)) {
      if (child.name === 'file' && child.attributes['encoding'] === 'base64') {
        const path = (child.attributes['path'] ?? '/').replace(/^\/+/, '');
        files.set(`${path}${child.attributes['name'] ?? ''}`, textOf(child));
      } else visit(child);
    }
  };
  visit(question);
  return files;
}
