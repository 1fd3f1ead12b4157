import type { ApplicationId } from '#kernel/ids.ts';
import type { Work } from '#platform/app.ts';
import { findOffering } from '../catalogue/index.ts';
import { orderSms, renderSms } from '../messages/index.ts';
import { replaceLink } from './links.ts';
import { findApplication, insertHistory } from './store.ts';

/**
 * Ruling F and «my requests»: a new personal link goes to the mobile on file, and the earlier one stops working.
 * Nothing is told to whoever asked.
 */
export async function linkAgain(work: Work, id: ApplicationId): Promise<void> {
  const application = await findApplication(work.tx, id, work.now);
  if (!application) return;
  const { row } = application;
  const record = await findOffering(work.tx, row.offeringId);
  if (!record) throw new Error('a request belongs to an offering');
  const code = await replaceLink(work, id, 'status');
  const { shortUrl } = work.app.settings;
  const rendered = renderSms('link_again', row.language, {
    course: record.courseSms[row.language],
    url: `${shortUrl.replace(/^https?:\/\//, '')}/c/${code}`,
  });
  const [cause] = await insertHistory(work.tx, [
    {
      at: work.now,
      offeringId: row.offeringId,
      applicationId: id,
      actor: work.actorName ?? work.actor,
      action: 'send_link_again',
      fromState: row.state,
      toState: row.state,
      dateVersion: record.facts.dateVersion,
    },
  ]);
  await orderSms(work, [
    {
      applicationId: id,
      reference: row.reference,
      template: 'link_again',
      clause: null,
      dateVersion: record.facts.dateVersion,
      cause: cause ?? null,
      language: row.language,
      mobile: row.guardian?.mobile ?? row.mobile,
      text: rendered.text,
      parts: rendered.parts,
    },
  ]);
}
