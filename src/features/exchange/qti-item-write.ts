import type { Lang } from '#kernel/lang.ts';
import { parseDecimal } from '#procedure/placement/decimal.ts';
import type { Choice, Labelled, LocalText, Picture } from '#procedure/placement/items.ts';
import { escapeMarkup, htmlOfText } from './html.ts';
import { languagesIn } from './languages.ts';
import type { ExchangeItem } from './model.ts';
import { MULTILANG } from './qti-tree.ts';
import { excerptOf, tidy } from './text.ts';

const ITEM = 'http://www.imsglobal.org/xsd/imsqtiasi_v3p0';
const YES: LocalText = { ar: 'صح', en: 'True' };
const NO: LocalText = { ar: 'خطأ', en: 'False' };

type Body = {
  /** What follows the first attributes of the response declaration. */
  readonly declaration: string;
  readonly interaction: string;
  readonly processing: string;
};

/** Texts in the languages of one item, with their pictures. */
type Words = (text: LocalText, tag: 'div' | 'span', picture?: Picture | undefined) => string;

/** One item as XML of QTI 3.0. @param srcOf where a picture lies, from the item */
export function qtiItem(item: ExchangeItem, identifier: string, srcOf: (key: string) => string): string {
  const { content, points } = item;
  const langs = languagesIn(content);
  const words = wordsIn(langs, srcOf);
  const body = bodyOf(item, words);
  const title = escapeMarkup(excerptOf(content.question.ar ?? content.question.en ?? identifier));
  const explanation = content.explanation
    ? `<qti-rubric-block use="scoring" view="author"><qti-content-body>${words(content.explanation, 'div')}</qti-content-body></qti-rubric-block>`
    : '';
  return `<?xml version="1.0" encoding="UTF-8"?>
<qti-assessment-item xmlns="${ITEM}" identifier="${identifier}" title="${title}" adaptive="false" time-dependent="false" xml:lang="${langs[0] ?? 'ar'}">
  <qti-response-declaration identifier="RESPONSE" ${body.declaration}</qti-response-declaration>
  <qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float" normal-maximum="${points}"><qti-default-value><qti-value>0</qti-value></qti-default-value></qti-outcome-declaration>
  <qti-item-body>
    ${words(content.question, 'div', content.picture)}
    ${body.interaction}
    ${explanation}
  </qti-item-body>
  ${body.processing}
</qti-assessment-item>
`;
}

const wordsIn =
  (langs: readonly Lang[], srcOf: (key: string) => string): Words =>
  (text, tag, picture) => {
    const one = (lang: Lang | undefined): string => {
      const html = lang ? htmlOfText(text[lang] ?? '', '<br/>') : '';
      return picture ? `${html} ${imgOf(srcOf(picture.file), lang ? (picture.alt[lang] ?? '') : '')}` : html;
    };
    const mine = langs.filter((lang) => text[lang] || picture?.alt[lang]);
    if (langs.length < 2 || mine.length === 0) return `<${tag}>${one(mine[0])}</${tag}>`;
    return mine.map((lang) => `<${tag} class="${MULTILANG}" xml:lang="${lang}">${one(lang)}</${tag}>`).join('');
  };

/** Line breaks in an attribute become blanks unless they are written as characters. */
const attributeOf = (text: string): string => escapeMarkup(tidy(text)).replaceAll('\n', '&#10;');

const imgOf = (src: string, alt: string): string => `<img src="${attributeOf(src)}" alt="${attributeOf(alt)}"/>`;

function bodyOf({ content, points }: ExchangeItem, words: Words): Body {
  switch (content.type) {
    case 'single_choice':
    case 'multiple_response':
      return choiceBody(content.options, content.type === 'single_choice', points, words);
    case 'true_false': {
      const choices = `${simpleChoice('true', words(YES, 'span'))}${simpleChoice('false', words(NO, 'span'))}`;
      return {
        declaration: `cardinality="single" base-type="identifier">${correctOf([String(content.correct)])}`,
        interaction: interaction('choice', `max-choices="1"`, choices),
        processing: allOrNothing(points),
      };
    }
    case 'short_answer':
      return {
        declaration: `cardinality="single" base-type="string">${correctOf([content.accepted[0]?.text ?? ''])}${mappingOf(
          content.accepted.map(({ text }) => [text, String(points)]),
          0,
          points,
        )}`,
        interaction: ENTRY,
        processing: MAPPED,
      };
    case 'numeric':
      return {
        declaration: `cardinality="single" base-type="float">${correctOf([content.accepted[0]?.value ?? ''])}`,
        interaction: ENTRY,
        processing: numericProcessing(content.accepted, points),
      };
    case 'matching':
      return matchBody(content.pairs, content.distractors, points, words);
    case 'ordering':
      return orderBody(content.steps, points, words);
  }
}

const ENTRY = '<p><qti-text-entry-interaction response-identifier="RESPONSE" expected-length="30"/></p>';
const MAPPED =
  '<qti-response-processing template="https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/map_response.xml"/>';

const interaction = (kind: string, attributes: string, choices: string): string =>
  `<qti-${kind}-interaction response-identifier="RESPONSE" ${attributes}>${choices}</qti-${kind}-interaction>`;

const simpleChoice = (identifier: string, inner: string): string =>
  `<qti-simple-choice identifier="${identifier}">${inner}</qti-simple-choice>`;

const correctOf = (values: readonly string[]): string =>
  `<qti-correct-response>${values.map((value) => `<qti-value>${escapeMarkup(tidy(value))}</qti-value>`).join('')}</qti-correct-response>`;

/** What each answer brings; every other brings `otherwise`. The sum stays between nothing and all points. */
function mappingOf(entries: readonly (readonly [string, string])[], otherwise: number, points: number): string {
  const written = entries.map(
    ([key, value]) => `<qti-map-entry map-key="${attributeOf(key)}" mapped-value="${value}" case-sensitive="false"/>`,
  );
  return `<qti-mapping default-value="${otherwise}" lower-bound="0" upper-bound="${points}">${written.join('')}</qti-mapping>`;
}

const share = (points: number, count: number): string => String(Number((points / Math.max(1, count)).toFixed(6)));

const scoreOf = (points: number): string =>
  `<qti-set-outcome-value identifier="SCORE"><qti-base-value base-type="float">${points}</qti-base-value></qti-set-outcome-value>`;

const whenTrue = (condition: string, points: number): string =>
  `<qti-response-processing><qti-response-condition><qti-response-if>${condition}${scoreOf(points)}</qti-response-if></qti-response-condition></qti-response-processing>`;

const allOrNothing = (points: number): string =>
  whenTrue('<qti-match><qti-variable identifier="RESPONSE"/><qti-correct identifier="RESPONSE"/></qti-match>', points);

function numericProcessing(
  accepted: readonly { readonly value: string; readonly tolerance: string }[],
  points: number,
): string {
  const one = ({ value, tolerance }: { value: string; tolerance: string }): string => {
    const mode =
      parseDecimal(tolerance)?.units === 0n && !tolerance.includes('.')
        ? 'tolerance-mode="exact"'
        : `tolerance-mode="absolute" tolerance="${escapeMarkup(tolerance)} ${escapeMarkup(tolerance)}"`;
    return `<qti-equal ${mode}><qti-variable identifier="RESPONSE"/><qti-base-value base-type="float">${escapeMarkup(value)}</qti-base-value></qti-equal>`;
  };
  return whenTrue(`<qti-or>${accepted.map(one).join('')}</qti-or>`, points);
}

function choiceBody(options: readonly Choice[], single: boolean, points: number, words: Words): Body {
  const named = options.map((option, i) => ({ option, name: `C${i + 1}` }));
  const right = named.filter(({ option }) => option.correct).map(({ name }) => name);
  const worth = share(points, right.length);
  const mapping = mappingOf(
    named.map(({ option, name }) => [name, option.correct ? worth : `-${worth}`]),
    0,
    points,
  );
  return {
    declaration: `cardinality="${single ? 'single' : 'multiple'}" base-type="identifier">${correctOf(right)}${single ? '' : mapping}`,
    interaction: interaction(
      'choice',
      `shuffle="true" max-choices="${single ? 1 : 0}"`,
      named.map(({ option, name }) => simpleChoice(name, words(option.text, 'span', option.picture))).join(''),
    ),
    processing: single ? allOrNothing(points) : MAPPED,
  };
}

/** In the order of the ids, which says nothing of the key. */
const mixed = (labels: readonly Labelled[]): Labelled[] =>
  [...new Map(labels.map((label) => [label.id, label])).values()].sort((a, b) => (a.id < b.id ? -1 : 1));

function matchBody(
  pairs: readonly { readonly left: Labelled; readonly right: Labelled }[],
  distractors: readonly Labelled[],
  points: number,
  words: Words,
): Body {
  const rights = mixed([...pairs.map(({ right }) => right), ...distractors]);
  const nameOf = (right: Labelled): string => `R${rights.findIndex(({ id }) => id === right.id) + 1}`;
  const correct = pairs.map(({ right }, i) => `L${i + 1} ${nameOf(right)}`);
  const set = (labels: readonly Labelled[], prefix: string, max: number): string =>
    `<qti-simple-match-set>${labels
      .map(
        ({ text }, i) =>
          `<qti-simple-associable-choice identifier="${prefix}${i + 1}" match-max="${max}">${words(text, 'span')}</qti-simple-associable-choice>`,
      )
      .join('')}</qti-simple-match-set>`;
  const worth = share(points, pairs.length);
  return {
    declaration: `cardinality="multiple" base-type="directedPair">${correctOf(correct)}${mappingOf(
      correct.map((pair) => [pair, worth]),
      0,
      points,
    )}`,
    interaction: interaction(
      'match',
      `shuffle="true" max-associations="${pairs.length}"`,
      set(
        pairs.map(({ left }) => left),
        'L',
        1,
      ) + set(rights, 'R', 0),
    ),
    processing: MAPPED,
  };
}

function orderBody(steps: readonly Labelled[], points: number, words: Words): Body {
  const shown = mixed(steps);
  const nameOf = (step: Labelled): string => `S${shown.findIndex(({ id }) => id === step.id) + 1}`;
  return {
    declaration: `cardinality="ordered" base-type="identifier">${correctOf(steps.map(nameOf))}`,
    interaction: interaction(
      'order',
      'shuffle="true"',
      shown.map((step) => simpleChoice(nameOf(step), words(step.text, 'span'))).join(''),
    ),
    processing: allOrNothing(points),
  };
}
