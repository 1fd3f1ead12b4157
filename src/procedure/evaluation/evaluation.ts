import { err, ok, type Result } from '#kernel/result.ts';
import { DAY_MS, plusMs } from '#kernel/time.ts';
import type { ApplicationState } from '../lifecycle/states.ts';

/** What a person is asked about, each on the scale. */
export const RATED = ['content', 'trainer', 'venue', 'organisation'] as const;
export type Rated = (typeof RATED)[number];

/** From very poor to very good. */
export const SCALE = [1, 2, 3, 4, 5] as const;
export type Rating = (typeof SCALE)[number];

export const COMMENT_MAX = 1000;

/** Totals are shown from so many answers on: below, one could guess who said what. */
export const LEAST_ANSWERS = 5;

export type EvaluationRefusal =
  | { readonly code: 'not_open' }
  | { readonly code: 'already_answered' }
  | { readonly code: 'expired'; readonly until: Date };

type Invited = {
  readonly state: ApplicationState;
  /** When the link was sent. */
  readonly sentAt: Date | null;
  readonly answeredAt: Date | null;
};

/**
 * Clause 8: may this person answer now? Once, who attended, for so many days from the message on; at the end of the
 * last day it is too late.
 *
 * @returns until when
 */
export function decideEvaluate(
  a: Invited,
  validDays: number,
  now: Date,
): Result<{ readonly until: Date }, EvaluationRefusal> {
  if (a.answeredAt) return err({ code: 'already_answered' });
  if (a.state !== 'attended' || !a.sentAt) return err({ code: 'not_open' });
  const until = plusMs(a.sentAt, validDays * DAY_MS);
  return now < until ? ok({ until }) : err({ code: 'expired', until });
}
