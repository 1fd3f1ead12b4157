import { renderSVG } from 'uqr';
import type { Lang } from '#kernel/lang.ts';
import { fils } from '#kernel/money.ts';
import { amountInWords } from '#kernel/money-words.ts';
import { formatDateTime, formatMoney } from '#platform/i18n/format.ts';
import { translator } from '#platform/i18n/messages.ts';
import { printPdf } from '#platform/pdf/pdf.ts';
import { groupsOf } from './pages/PaymentNumber.tsx';
import { payMessages } from './pay-messages.ts';
import type { PayView } from './pay-view.ts';
import { slipMessages } from './slip-messages.ts';

const TEMPLATE = String.raw`
#let cedar = rgb("#0f4c3a")
#let muted = rgb("#5a4f42")
#let code(body, ..more) = box(text(dir: ltr, ..more, body))
#set document(title: data.title, author: data.gam)
#set page(width: 148mm, height: 210mm, margin: (x: 13mm, y: 13mm))
#set text(size: 10.5pt, fill: rgb("#231d16"))
#set par(leading: .85em)
#show heading: set text(fill: cedar, weight: 600)
#text(size: 12pt, weight: 600, fill: cedar, data.gam) \
#text(size: 9pt, fill: muted, data.service)
#line(length: 100%, stroke: 1pt + cedar)
#heading(level: 1, text(size: 17pt, data.title))
#v(2pt)
#block(width: 100%, inset: 11pt, radius: 3pt, fill: rgb("#f5efe4"))[
  #grid(columns: (1fr, auto), align: (start + horizon, end + horizon),
    [#text(fill: muted, data.number.label) \
     #code(data.number.value, size: 22pt, weight: 600) \
     #v(3pt)
     #text(fill: muted, data.amount.label) #h(.4em) #text(size: 14pt, weight: 600, data.amount.value) \
     #text(size: 9pt, data.amount.words)],
    image(bytes(data.qr.svg), format: "svg", width: 31mm, alt: data.qr.alt))
]
#table(columns: (auto, 1fr), inset: (x: 3pt, y: 6pt), align: start, stroke: (_, y) => (bottom: .5pt + rgb("#e2d6c4")),
  ..data.rows.map(r => (text(fill: muted, r.label), if r.ltr { code(r.value) } else { text(weight: 600, r.value) })).flatten())
#v(3pt)
#heading(level: 2, text(size: 12pt, data.how))
#enum(..data.steps)
#v(1fr)
#text(size: 8.5pt, fill: muted, data.note)
`;

/** A sheet to take to a branch or an agent: the number, also as a square code, the amount, the deadline. @throws PdfError */
export function slipPdf(view: PayView, lang: Lang, now: Date): Promise<Uint8Array> {
  const t = translator(payMessages, lang);
  const s = translator(slipMessages, lang);
  const amount = fils(view.amountFils);
  const data = {
    title: s('title'),
    gam: s('gam'),
    service: s('service'),
    number: { label: t('number'), value: groupsOf(view.number).join(' ') },
    amount: { label: t('amount'), value: formatMoney(amount, lang), words: amountInWords(amount, lang) },
    qr: { svg: renderSVG(view.number, { border: 1 }), alt: s('qr') },
    rows: [
      { label: s('course'), value: view.course[lang], ltr: false },
      { label: s('reference'), value: view.reference, ltr: true },
      { label: t('before'), value: formatDateTime(view.payBefore, lang), ltr: false },
    ],
    how: t('how'),
    steps: [t('bank.1'), t('bank.2'), t('bank.3'), t('bank.4')],
    note: s('note', { time: formatDateTime(now, lang) }),
  };
  return printPdf({ template: TEMPLATE, data, lang, at: now });
}
