import { percentOf } from './scoring.ts';

/** An item of a marked paper; points in hundredths, null = annulled. `max` > 0. */
export type MarkedItem = { readonly topic: string; readonly points: number | null; readonly max: number };

export type Strength = 'strong' | 'fair' | 'weak';

export type TopicShare = {
  readonly topic: string;
  /** Points reached of those reachable, in a hundred, rounded down. */
  readonly percent: number;
  readonly strength: Strength;
};

/** From so many percent of the points of a topic. */
const STRONG = 80;
const FAIR = 50;

/**
 * 6.3.1 and 6.3.2: what a person is told of a marked paper beside its result: how much of each topic was right, in the
 * order in which the topics first come up. It names topics, never an item, so that it gives no key away; a topic of a
 * single item would, and is left out.
 */
export function strengthsOf(items: readonly MarkedItem[]): TopicShare[] {
  const counted = items.flatMap(({ topic, points, max }) => (points === null ? [] : [{ topic, points, max }]));
  return [...new Set(counted.map((item) => item.topic))].flatMap((topic) => {
    const own = counted.filter((item) => item.topic === topic);
    if (own.length < 2) return [];
    const sum = (of: (item: (typeof own)[number]) => number): number => own.reduce((n, item) => n + of(item), 0);
    const percent = percentOf(
      sum((item) => item.points),
      sum((item) => item.max),
    );
    return [{ topic, percent, strength: percent >= STRONG ? 'strong' : percent >= FAIR ? 'fair' : 'weak' }];
  });
}
