import { loadTypst, type PdfAnswer, type PdfOrder } from './typst.ts';

/** The process that sets documents, one after the other; it lives as long as whoever started it. */
const set = loadTypst(process.argv[2] ?? '');
process.on('message', (order: PdfOrder) => {
  const answer: PdfAnswer = set(order);
  process.send?.({ answer, memory: process.memoryUsage().rss } satisfies PdfReply);
});
process.on('disconnect', () => process.exit(0));

export type PdfReply = {
  readonly answer: PdfAnswer;
  /** Bytes that the process holds now. */
  readonly memory: number;
};
