import { type Context, Hono } from 'hono';
import { findByReference, judgeProof } from '../applications/index.ts';
import { proofsOf, readProof } from '../proofs/index.ts';
import type { Web } from '../shell/index.ts';
import { ProofsPage, type ProofsView } from './pages/ProofsPage.tsx';
import { fullName } from './pages/RecordWords.tsx';
import { refusedText } from './record-messages.ts';
import { act, recordPage, sentFields, settingOf } from './record-page.tsx';
import { waitingProofs } from './store.ts';

const REASON_MOST = 500;

/** The name of a file in a header, in any script (RFC 8187). */
const headerName = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);

/** Proofs of knowledge: the documents, and the verdict on them (H3). */
export const proofDeskRoutes = (web: Web) => {
  const { app } = web;
  const { db } = app.database;

  const show = async (c: Context, back?: ProofsView['back']): Promise<Response> => {
    const { lang, t, csrf } = settingOf(web, c);
    const rows = await waitingProofs(db);
    const waiting = await Promise.all(
      rows.map(async (row) => {
        const files = await proofsOf(db, row.id);
        return {
          reference: row.reference,
          name: fullName(row),
          course: lang === 'ar' ? row.courseAr : row.courseEn,
          needs: lang === 'ar' ? row.prerequisiteAr : row.prerequisiteEn,
          since: files[0]?.uploadedAt ?? row.submittedAt,
          files,
        };
      }),
    );
    const body = <ProofsPage view={{ waiting, back }} csrf={csrf} lang={lang} t={t} />;
    return recordPage(web, c, { title: t('proofs.title'), current: 'proofs', status: back ? 422 : 200 }, body);
  };

  return new Hono()
    .get('/desk/proofs', (c) => show(c))
    .post('/desk/proofs/:reference', async (c) => {
      const { t } = settingOf(web, c);
      const found = await findByReference(db, c.req.param('reference'), app.clock.now());
      if (!found) return web.errorPage(c, 404);
      const { id, reference } = found.row;
      const sent = await sentFields(c);
      const reason = sent('reason');
      const back = (error: string) => show(c, { reference, reason, error });
      const verdict = sent('verdict');
      if (verdict !== 'accept' && verdict !== 'refuse') return back(t('refused.other'));
      if (verdict === 'refuse' && reason === '') return back(t('error.reason'));
      if (reason.length > REASON_MOST) return back(t('error.tooLong'));
      if (found.row.proof !== 'pending') return back(t('refused.not_allowed_in_state'));
      const judged = await act(web, c, (work) => judgeProof(work, id, verdict, reason || null));
      if (!judged.ok) return back(refusedText(judged.error.code, t));
      return c.redirect(`/desk/proofs?done=${verdict === 'accept' ? 'proof_accepted' : 'proof_refused'}`, 303);
    })
    .get('/desk/proofs/:reference/:fileId', async (c) => {
      const found = await findByReference(db, c.req.param('reference'), app.clock.now());
      const proof = found && (await readProof(app, c.req.param('fileId')));
      if (!found || proof?.row.applicationId !== found.row.id) return web.errorPage(c, 404);
      return c.body(proof.bytes, 200, {
        'Content-Type': proof.row.contentType,
        'Content-Disposition': `inline; filename*=UTF-8''${headerName(proof.row.fileName)}`,
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': 'private, no-store',
      });
    });
};
