import type { Lang } from '#kernel/lang.ts';
import { translator } from '#platform/i18n/messages.ts';
import { Crumbs } from '#ui/Crumbs.tsx';
import { ButtonLink } from '#ui/Form.tsx';
import { Notice } from '#ui/Notice.tsx';
import { ReceiptSheet, type ReceiptView, receiptMessages } from '../../receipts/index.ts';
import { messages } from '../messages.ts';
import { requestMessages } from '../request-messages.ts';

type Props = {
  readonly view: ReceiptView;
  readonly reference: string;
  /** The document was asked for and could not be made. */
  readonly isUnmade: boolean;
  readonly lang: Lang;
};

/** A receipt for the person who paid. */
export function ReceiptPage({ view, reference, isUnmade, lang }: Props) {
  const t = translator(receiptMessages, lang);
  const title = t('title.number', { number: view.number });
  return (
    <div class="measure stack">
      <Crumbs
        lang={lang}
        items={[
          { href: '/my', label: translator(messages, lang)('my.title') },
          { href: `/my/${reference}`, label: translator(requestMessages, lang)('title', { reference }) },
        ]}
        current={title}
      />
      <h1 class="h1">{title}</h1>
      {isUnmade && (
        <Notice tone="warn" role="alert">
          <p>{t('busy')}</p>
        </Notice>
      )}
      <ReceiptSheet view={view} lang={lang} />
      <p class="no-print">
        <ButtonLink href={`/my/${reference}/receipts/${view.number}/receipt.pdf`}>{t('pdf')}</ButtonLink>
      </p>
      <p class="muted no-print">{t('print')}</p>
    </div>
  );
}
