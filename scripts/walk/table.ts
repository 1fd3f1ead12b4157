/** One line of the walk: a clause of the card, what was done, what was sent, what came of it. */
export type Row = {
  readonly clause: string;
  readonly done: string;
  readonly sms: readonly { readonly language: string; readonly text: string }[];
  readonly state: string;
  readonly problems: readonly string[];
};

/** Prints the walk as blocks of text: Arabic and English stand on lines of their own, so that no terminal mixes them. */
export function printRow(row: Row): void {
  const mark = row.problems.length === 0 ? 'ok' : 'WRONG';
  console.log(`\n[${mark}] ${row.clause.padEnd(7)} ${row.done}  ->  ${row.state}`);
  for (const { language, text } of row.sms) console.log(`        ${language}: ${text}`);
  for (const problem of row.problems) console.log(`        !! ${problem}`);
}

/** The table at the end: every clause with its verdict. */
export function printSummary(rows: readonly Row[]): void {
  console.log('\nclause   ok     what was done -> state');
  for (const r of rows) {
    console.log(
      `${r.clause.padEnd(8)} ${(r.problems.length === 0 ? 'ok' : 'WRONG').padEnd(6)} ${r.done} -> ${r.state}`,
    );
  }
  const wrong = rows.filter((r) => r.problems.length > 0).length;
  console.log(`\n${rows.length} rows, ${rows.length - wrong} ok, ${wrong} wrong`);
}
