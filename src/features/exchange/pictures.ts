import { remakeIllustration } from '#platform/files/illustration.ts';
import type { ItemContent } from '#procedure/placement/items.ts';
import { type ImportedItem, READ_LIMITS, type ReadResult, type Reason, type RefusedItem, Unreadable } from './model.ts';
import { excerptOf } from './text.ts';

/** Keys of the pictures that an item names. */
export function pictureKeys(content: ItemContent): string[] {
  const options = 'options' in content ? content.options.map((option) => option.picture?.file) : [];
  return [content.picture?.file, ...options].filter((key) => key !== undefined);
}

/** Names other files in the place of those that an item names. */
export function withPictureFiles(content: ItemContent, fileOf: (key: string) => string): ItemContent {
  const renamed = content.picture
    ? { ...content, picture: { ...content.picture, file: fileOf(content.picture.file) } }
    : content;
  if (!('options' in renamed)) return renamed;
  return {
    ...renamed,
    options: renamed.options.map((option) =>
      option.picture ? { ...option, picture: { ...option.picture, file: fileOf(option.picture.file) } } : option,
    ),
  };
}

/**
 * Refuses the items whose pictures are none: another kind of file, one that does not decode, or too large.
 * @throws Unreadable `too_many_pictures`
 */
export async function refuseBadPictures(result: ReadResult): Promise<ReadResult> {
  const bad = new Map<string, Reason>();
  if (result.pictures.size > READ_LIMITS.pictures) {
    throw new Unreadable('too_many_pictures', { most: READ_LIMITS.pictures });
  }
  for (const [key, bytes] of result.pictures) {
    const reason = await problemOf(bytes);
    if (reason) bad.set(key, reason);
  }
  if (bad.size === 0) return result;
  const reasonOf = ({ content }: ImportedItem): Reason | undefined =>
    pictureKeys(content)
      .map((key) => bad.get(key))
      .find((reason) => reason !== undefined);
  const refused = result.items.flatMap((item): RefusedItem[] => {
    const reason = reasonOf(item);
    if (!reason) return [];
    return [
      { place: item.place, reason, excerpt: excerptOf(item.content.question.ar ?? item.content.question.en ?? '') },
    ];
  });
  return {
    ...result,
    items: result.items.filter((item) => !reasonOf(item)),
    refusals: [...result.refusals, ...refused].sort((a, b) => a.place.number - b.place.number),
  };
}

const PROBLEMS = {
  unknown_type: 'picture_kind',
  too_large: 'picture_too_large',
  unreadable: 'picture_broken',
} as const;

async function problemOf(bytes: Uint8Array): Promise<Reason | undefined> {
  const most = READ_LIMITS.picture / 1024 / 1024;
  if (bytes.length > READ_LIMITS.picture) return { code: 'picture_too_large', params: { most } };
  const made = await remakeIllustration(bytes);
  return made.ok ? undefined : { code: PROBLEMS[made.error], params: { most } };
}
