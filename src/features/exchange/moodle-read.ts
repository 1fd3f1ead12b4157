import { createCollector } from './collect.ts';
import { pictureOfDataUrl } from './data-url.ts';
import type { Draft } from './draft.ts';
import { plainOfHtml } from './html.ts';
import { type Place, type ReadOptions, type ReadResult, Unreadable } from './model.ts';
import { readMoodleBody } from './moodle-body.ts';
import { namedFiles, writtenIn } from './moodle-text.ts';
import { difficultyOfTags, topicOfPath } from './tags.ts';
import { excerptOf } from './text.ts';
import { elementOf, elementsOf, readXml, textOf, type XmlNode } from './xml.ts';

/**
 * Reads Moodle XML (docs.moodle.org, «Moodle XML format»): multiple choice with one or several right answers, true or
 * false, short answer, numerical, matching, and ordering (part of Moodle since 4.4). Every other type is refused by its
 * name. Categories become topics, feedback the explanation for authors.
 *
 * @throws Unreadable when it is no quiz
 */
export function readMoodleXml(source: string, options: ReadOptions): ReadResult {
  const quiz = readXml(source);
  if (quiz.name !== 'quiz') throw new Unreadable('xml_other', { root: quiz.name.slice(0, 40) });
  const collector = createCollector('moodle_xml', options);
  let topic: string | undefined;
  for (const question of elementsOf(quiz, 'question')) {
    const type = question.attributes['type'] ?? '';
    if (type === 'category') {
      topic = topicOfPath(textOf(elementOf(question, 'category')).trim());
      continue;
    }
    const place: Place = { unit: 'line', number: question.line };
    collector.take(place, excerptOfQuestion(question), () => draftOf(question, type, place, topic));
  }
  return collector.result();
}

function excerptOfQuestion(question: XmlNode): string {
  const text = textOf(elementOf(elementOf(question, 'questiontext'), 'text')) || textOf(elementOf(question, 'name'));
  try {
    return plainOfHtml(text.slice(0, 2_000)).text;
  } catch {
    return excerptOf(text);
  }
}

function draftOf(question: XmlNode, type: string, place: Place, topic: string | undefined): Draft {
  const text = elementOf(question, 'questiontext');
  const format = text?.attributes['format'] ?? 'html';
  const general = writtenIn(elementOf(question, 'generalfeedback'), format);
  const body = readMoodleBody(question, type, format);
  const tags = elementsOf(elementOf(question, 'tags') ?? question, 'tag').map((tag) => textOf(tag).trim());
  const files = namedFiles(question);
  const grade = textOf(elementOf(question, 'defaultgrade')).trim();
  return {
    place,
    question: writtenIn(text, 'html', oldPictureOf(question)),
    explanation: [general],
    topic,
    difficulty: difficultyOfTags(tags),
    points: grade === '' ? undefined : Number(grade),
    ...body,
    notes: elementsOf(question, 'hint').length > 0 ? [...body.notes, { code: 'hints_left_out' }] : body.notes,
    picture: (src) => pictureNamed(src, files),
  };
}

/** Exports of old Moodle carry one picture beside the text. */
function oldPictureOf(question: XmlNode): string {
  const name = textOf(elementOf(question, 'image')).trim();
  const content = textOf(elementOf(question, 'image_base64')).trim();
  return name === '' || content === '' ? '' : ` <img src="@@PLUGINFILE@@/${name.replace(/[<>"&]/g, '')}" alt="">`;
}

function pictureNamed(src: string, files: ReadonlyMap<string, string>): Uint8Array {
  const embedded = pictureOfDataUrl(src);
  if (embedded) return embedded;
  const prefix = '@@PLUGINFILE@@/';
  if (/^(https?:)?\/\//i.test(src)) throw new Unreadable('picture_elsewhere', { name: excerptOf(src, 60) });
  const name = src.startsWith(prefix) ? src.slice(prefix.length).replace(/\?.*$/, '') : src;
  const content = files.get(decoded(name)) ?? files.get(name);
  if (content === undefined) throw new Unreadable('picture_missing', { name: excerptOf(name, 60) });
  return new Uint8Array(Buffer.from(content, 'base64'));
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
