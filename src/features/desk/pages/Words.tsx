import type { Lang } from '#kernel/lang.ts';
import { formatDateTime } from '#platform/i18n/format.ts';
import { translator } from '#platform/i18n/messages.ts';
import type { ProofState } from '#procedure/lifecycle/decision.ts';
import type { ApplicationState, OfferingState, Reason } from '#procedure/lifecycle/states.ts';
import { Ltr } from '#ui/Bdi.tsx';
import { Tag, type TagTone } from '#ui/Tag.tsx';
import {
  actionMessages,
  applicationStateMessages,
  isAction,
  offeringStateMessages,
  proofStateMessages,
  reasonMessages,
} from '../state-messages.ts';

const OFFERING_TONES: Readonly<Record<OfferingState, TagTone>> = {
  draft: 'quiet',
  gathering: 'info',
  admitting: 'ok',
  confirmed: 'ok',
  running: 'ok',
  held: 'quiet',
  postponed: 'urgent',
  cancelled: 'danger',
};

const APPLICATION_TONES: Readonly<Record<ApplicationState, TagTone>> = {
  waiting_minimum: 'info',
  waitlisted: 'quiet',
  awaiting_exam: 'warn',
  awaiting_payment: 'warn',
  confirmed: 'ok',
  rejected: 'danger',
  cancelled: 'danger',
  withdrawn: 'quiet',
  attended: 'ok',
  absent: 'quiet',
};

const PROOF_TONES: Readonly<Record<ProofState, TagTone>> = {
  none: 'quiet',
  pending: 'warn',
  accepted: 'ok',
  refused: 'danger',
};

export const OfferingTag = ({ state, lang }: { state: OfferingState; lang: Lang }) => (
  <Tag tone={OFFERING_TONES[state]}>{translator(offeringStateMessages, lang)(state)}</Tag>
);

/** The state of a request, and why it ended. */
export function RequestTag({ state, reason, lang }: { state: ApplicationState; reason?: Reason | null; lang: Lang }) {
  return (
    <>
      <Tag tone={APPLICATION_TONES[state]}>{translator(applicationStateMessages, lang)(state)}</Tag>
      {reason && <span class="small muted"> {translator(reasonMessages, lang)(reason)}</span>}
    </>
  );
}

/** Nothing where no proof was handed in. */
export function ProofTag({ proof, lang }: { proof: ProofState; lang: Lang }) {
  if (proof === 'none') return <>–</>;
  return <Tag tone={PROOF_TONES[proof]}>{translator(proofStateMessages, lang)(proof)}</Tag>;
}

/** A link to a request by its reference; plain text for those who may not open it. */
export function RequestLink({ reference, open }: { reference: string; open: boolean }) {
  if (!open) return <Ltr>{reference}</Ltr>;
  return (
    <a href={`/desk/applications/${reference}`}>
      <Ltr>{reference}</Ltr>
    </a>
  );
}

/** An instant in words, or a dash. */
export function When({ at, lang }: { at: Date | null; lang: Lang }) {
  return at ? <time datetime={at.toISOString()}>{formatDateTime(at, lang)}</time> : <>–</>;
}

export const Clause = ({ clause }: { clause: string | null }) => (clause ? <Ltr>{clause}</Ltr> : <>–</>);

/** The words for an action of the history; one that has none keeps its name. */
export const actionWords = (action: string, lang: Lang): string =>
  isAction(action) ? translator(actionMessages, lang)(action) : action;
