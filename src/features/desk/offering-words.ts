import type { Lang } from '#kernel/lang.ts';
import { formatDateTime } from '#platform/i18n/format.ts';
import { translator } from '#platform/i18n/messages.ts';
import { offeringTargetOf } from '#procedure/lifecycle/transitions.ts';
import type { ActRefusal } from '../applications/index.ts';
import type { OfferingRecord } from '../catalogue/index.ts';
import { type DeskAction, may, type Role } from '../staff/index.ts';
import { offeringMessages } from './offering-messages.ts';
import type { DeskAct } from './pages/OfferingPage.tsx';

/** Why an act was refused, in words. */
export function refusalText(refusal: ActRefusal, record: OfferingRecord, lang: Lang): string {
  const t = translator(offeringMessages, lang);
  switch (refusal.code) {
    case 'intake_would_be_closed':
      return t('refused.intake_would_be_closed', { time: formatDateTime(refusal.intakeClosesAt, lang) });
    case 'date_not_later':
      return t('refused.date_not_later');
    case 'not_allowed_in_state':
      return t('refused.not_allowed_in_state', { state: t(`state.${record.facts.state}`) });
    default:
      return t('refused.other');
  }
}

/** The action of the table of roles that each act needs. */
export const ACT_ACTIONS = {
  publish: 'edit_offerings',
  newDate: 'decide_offerings',
  hold: 'decide_offerings',
  venue: 'edit_offerings',
  attendance: 'record_attendance',
  cancel: 'decide_offerings',
} as const satisfies Record<DeskAct, DeskAction>;

const ACTS = Object.keys(ACT_ACTIONS) as DeskAct[];

/** The acts that make sense now and that the role may do, in the order of their buttons. */
export const actsNow = ({ facts }: OfferingRecord, role: Role): DeskAct[] =>
  ACTS.filter((act) => may(role, ACT_ACTIONS[act]) && possible(act, facts));

function possible(act: DeskAct, { state, heldAnyway }: OfferingRecord['facts']): boolean {
  const undecided = state === 'gathering' || state === 'admitting';
  switch (act) {
    case 'publish':
      return state === 'draft';
    case 'newDate':
      return undecided || state === 'postponed';
    case 'hold':
      return undecided && !heldAnyway;
    case 'venue':
      return state !== 'held' && state !== 'cancelled';
    case 'attendance':
      return state === 'running' || state === 'held';
    case 'cancel':
      return offeringTargetOf(state, 'cancel') !== undefined;
  }
}
