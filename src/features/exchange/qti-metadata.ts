import type { Difficulty } from '#procedure/placement/items.ts';
import { escapeMarkup } from './html.ts';
import type { ItemFacts } from './qti-item.ts';
import { allOf } from './qti-tree.ts';
import { textOf, type XmlNode } from './xml.ts';

/** Learning Object Metadata (IEEE 1484.12.1), 5.8 Difficulty; five steps there, three here. */
const DIFFICULTY: Readonly<Record<string, Difficulty>> = {
  'very easy': 1,
  easy: 1,
  medium: 2,
  difficult: 3,
  hard: 3,
  'very difficult': 3,
};
const WORDS: Readonly<Record<Difficulty, string>> = { 1: 'easy', 2: 'medium', 3: 'difficult' };

/** Topic and difficulty in the metadata of a resource: the first keyword, and the difficulty of LOM. */
export function factsOfMetadata(metadata: XmlNode | undefined): ItemFacts {
  if (!metadata) return {};
  const [keyword] = allOf(metadata, (name) => name === 'keyword');
  const [level] = allOf(metadata, (name) => name === 'difficulty');
  const [value] = level ? allOf(level, (name) => name === 'value') : [];
  return {
    topic: keyword ? textOf(keyword).trim() : undefined,
    difficulty:
      DIFFICULTY[
        textOf(value ?? level)
          .trim()
          .toLowerCase()
      ],
  };
}

/** The metadata of an item, as `factsOfMetadata` reads it. */
export const metadataOf = (item: { readonly topic: string; readonly difficulty: Difficulty }): string =>
  `<metadata><lom xmlns="http://ltsc.ieee.org/xsd/LOM">` +
  `<general><keyword><string>${escapeMarkup(item.topic)}</string></keyword></general>` +
  `<educational><difficulty><source>LOMv1.0</source><value>${WORDS[item.difficulty]}</value></difficulty></educational>` +
  `</lom></metadata>`;
