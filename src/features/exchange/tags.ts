import { DIFFICULTIES, type Difficulty } from '#procedure/placement/items.ts';

/** How points and difficulty travel where a format has tags and no field for them. */
export const tagsOf = (item: { readonly points: number; readonly difficulty: Difficulty }): string[] => [
  `points:${item.points}`,
  `difficulty:${item.difficulty}`,
];

const numberOfTag = (tags: readonly string[], name: string): number | undefined => {
  const found = tags.map((tag) => new RegExp(`^\\s*${name}\\s*:\\s*(\\d{1,3})\\s*$`, 'i').exec(tag)?.[1]).find(Boolean);
  return found === undefined ? undefined : Number(found);
};

export const pointsOfTags = (tags: readonly string[]): number | undefined => numberOfTag(tags, 'points');

export const difficultyOfTags = (tags: readonly string[]): Difficulty | undefined => {
  const number = numberOfTag(tags, 'difficulty');
  return DIFFICULTIES.find((difficulty) => difficulty === number);
};

/**
 * The topic that a category of Moodle names: `$course$/top/Road safety/Signs` is «Road safety / Signs». A doubled
 * stroke is one in a name.
 */
export function topicOfPath(path: string): string {
  const names = path
    .replaceAll('//', '\uFDEF')
    .split('/')
    .map((name) => name.replaceAll('\uFDEF', '/').trim())
    .filter((name) => name !== '');
  const rooted = /^\$\w+\$$/.test(names[0] ?? '') ? names.slice(names[1] === 'top' ? 2 : 1) : names;
  return rooted.join(' / ');
}

/** The category of Moodle that names a topic. */
export const pathOfTopic = (topic: string): string => `$course$/top/${topic.replaceAll('/', '//')}`;
