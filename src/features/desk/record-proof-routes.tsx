import { type Context, Hono } from 'hono';
import type { Lang } from '#kernel/lang.ts';
import type { Work } from '#platform/app.ts';
import { proofMatters } from '#procedure/placement/proof.ts';
import {
  type ApplicationRecord,
  findByReference,
  type HistoryRow,
  historyOfApplication,
} from '../applications/index.ts';
import { findExam } from '../exams/index.ts';
import { dropAttempt } from '../placement/index.ts';
import {
  acceptProof,
  isShownInline,
  type JudgeRefusal,
  proofLine,
  proofQueue,
  proofsOf,
  QUEUE_PAGE,
  readProof,
  refuseProof,
  retentionOf,
} from '../proofs/index.ts';
import type { Web } from '../shell/index.ts';
import { type EarlierVerdict, ProofPage } from './pages/ProofPage.tsx';
import { ProofsPage } from './pages/ProofsPage.tsx';
import {
  ACCEPTANCE_FIELDS,
  type ProofTyped,
  REFUSAL_FIELDS,
  readVerdict,
  usualValidity,
  type Verdict,
} from './proof-form.ts';
import { verdictWords } from './proof-words.ts';
import { type RecordTranslate, refusedText } from './record-messages.ts';
import { act, type FieldErrors, recordPage, sentFields, settingOf } from './record-page.tsx';
import { sendDocument } from './send-document.ts';

type Form = { readonly typed: ProofTyped; readonly errors: FieldErrors };

/** Proofs of knowledge (H3): the queue, the documents, and the verdict on them. */
export const proofDeskRoutes = (web: Web) => {
  const { app } = web;
  const { db } = app.database;
  const find = (c: Context): Promise<ApplicationRecord | undefined> =>
    findByReference(db, c.req.param('reference') ?? '', app.clock.now());

  const showOne = async (c: Context, { row }: ApplicationRecord, form?: Form): Promise<Response> => {
    const { lang, t, csrf } = settingOf(web, c);
    const now = app.clock.now();
    const line = await proofLine(db, row.id, now);
    if (!line) throw new Error('a request that was found has its line');
    const exam = row.examId ? await findExam(db, row.examId) : undefined;
    const view = {
      line,
      latinName: row.latinName,
      birthDate: row.birthDate,
      needs: line.needs[lang],
      exam: exam ? (lang === 'ar' ? exam.titleAr : exam.titleEn) : null,
      proof: row.proof,
      waits: row.proof === 'pending' && proofMatters(row.state),
      files: (await proofsOf(db, row.id)).map((file) => ({ ...file, inline: isShownInline(file.contentType) })),
      verdicts: verdictsIn(await historyOfApplication(db, row.id), lang, t),
      typed: { ...usualValidity(exam?.validityMonths ?? null, now), ...form?.typed },
      errors: form?.errors ?? {},
      now,
    };
    const title = t('proof.title', { reference: row.reference });
    const body = <ProofPage view={view} csrf={csrf} lang={lang} t={t} />;
    return recordPage(web, c, { title, current: 'proofs', status: form ? 422 : 200 }, body);
  };

  return new Hono()
    .get('/desk/proofs', async (c) => {
      const { lang, t } = settingOf(web, c);
      const now = app.clock.now();
      const page = Math.max(1, Number.parseInt(c.req.query('page') ?? '', 10) || 1);
      const { lines, total } = await proofQueue(db, page, now);
      const pages = Math.max(1, Math.ceil(total / QUEUE_PAGE));
      const view = { lines, page, pages, retention: await retentionOf(app, now), now };
      const body = <ProofsPage view={view} lang={lang} t={t} />;
      return recordPage(web, c, { title: t('proofs.title'), current: 'proofs' }, body);
    })
    .get('/desk/proofs/:reference', async (c) => {
      const found = await find(c);
      return found ? showOne(c, found) : web.errorPage(c, 404);
    })
    .post('/desk/proofs/:reference', async (c) => {
      const found = await find(c);
      if (!found) return web.errorPage(c, 404);
      const { t } = settingOf(web, c);
      const sent = await sentFields(c);
      const typed = typedIn(sent);
      const read = readVerdict(sent, t, app.clock.now());
      if (!read.ok) return showOne(c, found, { typed, errors: read.error });
      const judged = await act(web, c, (work) => carryOutVerdict(work, found, read.value));
      if (judged.ok) return c.redirect(`/desk/proofs?done=${judged.done}`, 303);
      const fresh = (await find(c)) ?? found;
      return showOne(c, fresh, { typed, errors: { form: refusedText(judged.code, t) } });
    })
    .get('/desk/proofs/:reference/:fileId', async (c) => {
      const found = await find(c);
      const proof = found && (await readProof(app, c.req.param('fileId')));
      if (!found || !proof?.bytes || proof.row.applicationId !== found.row.id) return web.errorPage(c, 404);
      return proof.row.purpose === 'proof' ? sendDocument(c, proof.row, proof.bytes) : web.errorPage(c, 404);
    });
};

/** What was typed into the form that was sent; the other form keeps what it offers. */
function typedIn(sent: (name: string) => string): ProofTyped {
  const names = sent('verdict') === 'refuse' ? REFUSAL_FIELDS : ACCEPTANCE_FIELDS;
  return Object.fromEntries(names.map((name) => [name, sent(name)]));
}

type Judged =
  | { readonly ok: true; readonly done: 'proof_accepted' | 'proof_accepted_others' | 'proof_refused' }
  | { readonly ok: false; readonly code: JudgeRefusal['code'] };

async function carryOutVerdict(work: Work, { row }: ApplicationRecord, verdict: Verdict): Promise<Judged> {
  if (verdict.verdict === 'refuse') {
    const refused = await refuseProof(work, row.id, verdict.reason, verdict.note);
    return refused.ok ? { ok: true, done: 'proof_refused' } : { ok: false, code: refused.error.code };
  }
  const accepted = await acceptProof(work, row.id, verdict.validity, verdict.note);
  if (!accepted.ok) return { ok: false, code: accepted.error.code };
  const { others } = accepted.value;
  for (const id of [row.id, ...others]) await dropAttempt(work, id);
  return { ok: true, done: others.length > 0 ? 'proof_accepted_others' : 'proof_accepted' };
}

/** The verdicts of a request so far, in words, the latest first. */
function verdictsIn(history: readonly HistoryRow[], lang: Lang, t: RecordTranslate): EarlierVerdict[] {
  return history
    .flatMap(({ at, action, actor, details }) =>
      action === 'accept_proof' || action === 'refuse_proof'
        ? [{ at, action, actor, words: [...verdictWords(details, lang, t), ...noteIn(details)] } as const]
        : [],
    )
    .reverse();
}

const noteIn = (details: HistoryRow['details']): string[] => {
  const note = details?.['note'];
  return typeof note === 'string' && note !== '' ? [note] : [];
};
