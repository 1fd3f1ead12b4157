import type { Lang } from '#kernel/lang.ts';
import { fils } from '#kernel/money.ts';
import { formatCivilDate, formatDateTime, formatFee, formatMoney } from '#platform/i18n/format.ts';
import { translator } from '#platform/i18n/messages.ts';
import { Ltr } from '#ui/Bdi.tsx';
import { type Fact, Facts } from '#ui/Facts.tsx';
import { ButtonLink, CheckField, Form, RadioGroup, SubmitButton, TextArea } from '#ui/Form.tsx';
import { Table } from '#ui/Table.tsx';
import { Timeline } from '#ui/Timeline.tsx';
import type { ApplicationRow, BillRow, HistoryRow } from '../../applications/index.ts';
import type { SmsView } from '../../messages/index.ts';
import type { NoticeView } from '../../payments/index.ts';
import { verdictWords } from '../proof-words.ts';
import type { RecordTranslate } from '../record-messages.ts';
import {
  actionMessages,
  billStateMessages,
  caseKindMessages,
  isAction,
  proofStateMessages,
  smsStateMessages,
} from '../state-messages.ts';
import { ProofLink } from './ProofDocuments.tsx';
import { At, fullName, Mistakes, PageHead, Part, StateTag } from './RecordWords.tsx';

export const ENDINGS = ['withdraw', 'cancel', 'ineligible'] as const;

export type ApplicationView = {
  readonly row: ApplicationRow;
  readonly identity: string;
  readonly mobile: string;
  readonly email: string | null;
  readonly guardian: string | null;
  readonly district: string;
  readonly course: string;
  readonly venue: string;
  readonly startsAt: Date | null;
  readonly bill: BillRow | null;
  readonly notices: readonly NoticeView[];
  readonly history: readonly HistoryRow[];
  readonly messages: readonly SmsView[];
  readonly files: readonly { readonly fileName: string }[];
  /** The reader may open the documents of proof. */
  readonly mayOpenFiles: boolean;
  /** The reader may end the request, and it can still be ended. */
  readonly mayEnd: boolean;
  readonly form: { readonly how: string; readonly reason: string; readonly confirmed: boolean };
  readonly errors: Readonly<Record<string, string>>;
};

type Props = {
  readonly view: ApplicationView;
  readonly csrf: string;
  readonly lang: Lang;
  readonly t: RecordTranslate;
};

/** All that is known of one request, and what staff can do with it. */
export function ApplicationPage({ view, csrf, lang, t }: Props) {
  const { row, errors } = view;
  return (
    <>
      <PageHead title={t('application.title', { reference: row.reference })}>
        {row.examId && (
          <ButtonLink href={`/desk/applications/${row.reference}/exam`} tone="quiet">
            {t('application.exam')}
          </ButtonLink>
        )}
        <StateTag state={row.state} reason={row.reason} lang={lang} />
      </PageHead>
      <Mistakes errors={errors} lang={lang} />
      <div class="desk-cols">
        <section class="panel" aria-labelledby="person">
          <h2 id="person" class="h3">
            {t('application.person')}
          </h2>
          <Facts rows items={personFacts(view, lang, t)} />
        </section>
        <section class="panel" aria-labelledby="request">
          <h2 id="request" class="h3">
            {t('application.request')}
          </h2>
          <Facts rows items={requestFacts(view, lang, t)} />
        </section>
      </div>
      <Money view={view} lang={lang} t={t} />
      {(row.proof !== 'none' || view.files.length > 0) && (
        <Part title={t('application.proofs')}>
          {view.mayOpenFiles ? (
            <ProofLink reference={row.reference} files={view.files} t={t} />
          ) : (
            <p>{view.files.map((file) => file.fileName).join(' · ') || t('proofs.noFiles')}</p>
          )}
        </Part>
      )}
      <Part title={t('application.history')}>
        <Timeline items={view.history.map((entry) => historyItem(entry, lang, t))} />
      </Part>
      <Messages messages={view.messages} lang={lang} t={t} />
      {view.mayEnd && <EndPanel view={view} csrf={csrf} lang={lang} t={t} />}
    </>
  );
}

function personFacts(
  { row, identity, mobile, email, guardian, district }: ApplicationView,
  lang: Lang,
  t: RecordTranslate,
) {
  const facts: (Fact | null)[] = [
    { term: t('application.name'), value: <bdi>{fullName(row)}</bdi> },
    row.latinName ? { term: t('application.latin'), value: <Ltr>{row.latinName}</Ltr> } : null,
    { term: t('application.identity'), value: <Ltr>{identity}</Ltr> },
    { term: t('application.born'), value: formatCivilDate(row.birthDate, lang) },
    { term: t('applications.mobile'), value: <Ltr>{mobile}</Ltr> },
    email ? { term: t('application.email'), value: <Ltr>{email}</Ltr> } : null,
    { term: t('application.district'), value: district },
    { term: t('application.language'), value: t(`language.${row.language}`) },
    guardian ? { term: t('application.guardian'), value: <bdi>{guardian}</bdi> } : null,
  ];
  return facts.filter((fact) => fact !== null);
}

function requestFacts({ row, course, venue, startsAt }: ApplicationView, lang: Lang, t: RecordTranslate) {
  const facts: (Fact | null)[] = [
    { term: t('course'), value: <a href={`/desk/offerings/${row.offeringId}`}>{course}</a> },
    {
      term: t('application.starts'),
      value: startsAt ? <At at={startsAt} lang={lang} /> : t('application.noDate'),
    },
    { term: t('application.venue'), value: venue },
    { term: t('submitted'), value: <At at={row.submittedAt} lang={lang} /> },
    { term: t('application.fee'), value: formatFee(fils(row.feeFils), lang) },
    row.waivedFils > 0 ? { term: t('application.waived'), value: formatMoney(fils(row.waivedFils), lang) } : null,
    row.feeFils > 0 ? { term: t('application.paid'), value: formatMoney(fils(row.paidFils), lang) } : null,
    row.proof === 'none'
      ? null
      : { term: t('application.proof'), value: translator(proofStateMessages, lang)(row.proof) },
    row.enteredBy ? { term: t('application.enteredBy'), value: <Ltr>{row.enteredBy}</Ltr> } : null,
  ];
  return facts.filter((fact) => fact !== null);
}

function Money({ view, lang, t }: Omit<Props, 'csrf'>) {
  const { row, bill, notices } = view;
  if (row.feeFils === 0 && !bill) return null;
  return (
    <Part title={t('application.money')}>
      {bill ? (
        <div class="card">
          <Facts
            items={[
              { term: t('application.bill'), value: <Ltr>{bill.number}</Ltr> },
              { term: t('finance.amount'), value: formatMoney(fils(bill.amountFils), lang) },
              { term: t('application.billState'), value: translator(billStateMessages, lang)(bill.state) },
              { term: t('application.payBefore'), value: <At at={bill.payBefore} lang={lang} /> },
              { term: t('application.paidAt'), value: <At at={bill.paidAt} lang={lang} /> },
            ]}
          />
        </div>
      ) : (
        <p>{t('application.noBill')}</p>
      )}
      {notices.length > 0 && (
        <Table
          id="notices"
          caption={t('application.notices')}
          columns={[
            { label: t('application.trx') },
            { label: t('finance.amount') },
            { label: t('application.processed') },
            { label: t('application.received') },
            { label: t('application.outcome') },
          ]}
          rows={notices.map((notice) => [
            <Ltr>{notice.trx}</Ltr>,
            formatMoney(notice.paid, lang),
            <At at={notice.processedAt} lang={lang} />,
            <At at={notice.receivedAt} lang={lang} />,
            outcomeText(notice.outcome, lang, t),
          ])}
        />
      )}
    </Part>
  );
}

/** What became of a payment notice: applied, or which case of finance. */
function outcomeText(outcome: string, lang: Lang, t: RecordTranslate): string {
  if (outcome === 'settled' || outcome === 'reinstated' || outcome === 'received') return t(`outcome.${outcome}`);
  return isCaseKind(outcome) ? translator(caseKindMessages, lang)(outcome) : outcome;
}

const isCaseKind = (text: string): text is keyof typeof caseKindMessages => Object.hasOwn(caseKindMessages, text);

const ACTORS = ['applicant', 'staff', 'bank', 'clock', 'procedure'] as const;

function historyItem(entry: HistoryRow, lang: Lang, t: RecordTranslate) {
  const known = ACTORS.find((actor) => actor === entry.actor);
  const actor = known ? t(`actor.${known}`) : entry.actor;
  const note = entry.details?.['note'];
  return {
    at: entry.at.toISOString(),
    when: formatDateTime(entry.at, lang),
    title: isAction(entry.action) ? translator(actionMessages, lang)(entry.action) : entry.action,
    text: (
      <>
        {entry.clause && <p>{t('application.history.clause', { clause: entry.clause })}</p>}
        <p>
          <bdi>{t('application.history.by', { actor })}</bdi>
        </p>
        {verdictWords(entry.details, lang, t).map((text) => (
          <p>{text}</p>
        ))}
        {note && <p>{t('application.history.note', { note })}</p>}
      </>
    ),
    state: 'done' as const,
  };
}

function Messages({ messages, lang, t }: { messages: readonly SmsView[]; lang: Lang; t: RecordTranslate }) {
  return (
    <Part title={t('application.messages')}>
      <Table
        id="messages"
        caption={t('application.messages')}
        hideCaption
        columns={[
          { label: t('application.message.queued') },
          { label: t('application.message.text') },
          { label: t('state') },
          { label: t('application.message.sent') },
          { label: t('application.message.parts'), number: true },
        ]}
        rows={messages.map((sms) => [
          <At at={sms.queuedAt} lang={lang} />,
          <span lang={sms.language} dir={sms.language === 'ar' ? 'rtl' : 'ltr'}>
            {sms.text}
          </span>,
          translator(smsStateMessages, lang)(sms.state),
          <At at={sms.sentAt} lang={lang} />,
          <Ltr>{sms.parts}</Ltr>,
        ])}
        empty={t('application.messages.empty')}
      />
    </Part>
  );
}

function EndPanel({ view, csrf, t }: Props) {
  const { row, form, errors } = view;
  return (
    <section class="panel panel-confirm desk-section" aria-labelledby="end">
      <h2 id="end" class="h3">
        {t('application.end')}
      </h2>
      <p>{t('application.end.text')}</p>
      <Form action={`/desk/applications/${row.reference}/end`} csrf={csrf}>
        <RadioGroup
          name="how"
          label={t('application.end.how')}
          options={ENDINGS.map((value) => ({ value, label: t(`end.${value}`) }))}
          value={form.how}
          error={errors['how']}
        />
        <TextArea
          name="reason"
          label={t('application.end.reason')}
          hint={t('application.end.reason.hint')}
          value={form.reason}
          error={errors['reason']}
          rows={2}
          maxLength={500}
        />
        <CheckField
          name="confirm"
          label={t('application.end.confirm')}
          checked={form.confirmed}
          error={errors['confirm']}
        />
        <div>
          <SubmitButton tone="danger">{t('application.end.button')}</SubmitButton>
        </div>
      </Form>
    </section>
  );
}
