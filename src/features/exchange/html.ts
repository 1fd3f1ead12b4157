import { Parser } from 'htmlparser2';
import { createFlow, type Found, type Plain } from './flow.ts';
import { Unreadable } from './model.ts';
import { tidy } from './text.ts';

/** Deeper than any text of a question; a parser that is asked for more only works for nothing. */
const MAX_DEPTH = 100;

/** Plain text of HTML: no element, script or style survives it. @throws Unreadable `too_deep` */
export function plainOfHtml(html: string): Plain {
  const flow = createFlow();
  let depth = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      depth += 1;
      if (depth > MAX_DEPTH) throw new Unreadable('too_deep');
      flow.open(name, (wanted) => attributes[wanted]);
    },
    onclosetag(name) {
      depth -= 1;
      flow.close(name);
    },
    ontext: (text) => flow.text(text),
  });
  parser.write(html);
  parser.end();
  return flow.result();
}

const TAGS =
  'a abbr address area article aside audio b base bdi bdo big blockquote body br button canvas caption center cite code col colgroup dd del details dfn div dl dt em embed fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins kbd label legend li link main map mark math meta nav noscript object ol optgroup option p param picture pre q rp rt ruby s samp script section select small source span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead title tr track tt u ul var video wbr';
const NOT_A_TAG = new RegExp(`<(?!(?:/?(?:${TAGS.replaceAll(' ', '|')})(?:[\\s/][^<]*)?>|!--))`, 'gi');

/**
 * Plain text of what Moodle calls its own format: text in which HTML counts, and so does a line break. A `<` that
 * begins no element of HTML is a sign of its own (`a < b`).
 */
export const plainOfMoodleText = (text: string): Plain => plainOfHtml(brokenLines(text.replace(NOT_A_TAG, '&lt;')));

const brokenLines = (html: string): string =>
  html
    .split('\n')
    .map((line) => line.trim())
    .join('<br>');

/** Plain text of Markdown: marks of emphasis, headings, code and links are taken off; HTML in it counts as HTML. */
export function plainOfMarkdown(markdown: string): Plain {
  const html = markdown
    .replace(NOT_A_TAG, '&lt;')
    .replace(/!\[([^\]\n]*)\]\(([^)\s]*)\)/g, (_, alt: string, src: string) => imgOf({ src, alt }))
    .replace(/\[([^\]\n]+)\]\(([^)\s]*)\)/g, '$1')
    .replace(/^ {0,3}#{1,6}\s+/gm, '')
    .replace(/^ {0,3}[*+-]\s+/gm, '• ')
    .replace(/(\*\*|__)(?=\S)([^\n]*?\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}*_])([*_])(?=\S)([^*_\n]*?\S)\1(?![\p{L}\p{N}*_])/gu, '$2')
    .replace(/`([^`\n]+)`/g, '$1');
  return plainOfHtml(brokenLines(html));
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as content or attribute of XML or HTML. */
export const escapeMarkup = (text: string): string => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);

/** An `img` of HTML. */
export const imgOf = ({ src, alt }: Found): string =>
  `<img src="${escapeMarkup(src)}" alt="${escapeMarkup(alt).replaceAll('{', '&#123;')}">`;

/**
 * A text as HTML that `plainOfHtml` reads back to the same text: blanks that HTML would swallow are no-break spaces,
 * and a `{` is written so that nothing takes it for a mark of language.
 *
 * @param br how a line break is written; XML needs `<br/>`
 */
export function htmlOfText(text: string, br = '<br>'): string {
  return tidy(text)
    .replace(/ (?=[ \n])|(?<=\n) /g, '\u00A0')
    .split('\n')
    .map((line) => escapeMarkup(line).replaceAll('{', '&#123;'))
    .join(br)
    .replaceAll('\u00A0', '&#160;');
}
