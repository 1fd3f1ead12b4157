/** The clauses and notes of the published card that a message can carry; `5+N2` postpones and gives the new date at once. */
export const CLAUSES = [
  '5',
  '6.1',
  '6.2',
  '6.3',
  '6.3.1',
  '6.3.2',
  '7.1',
  '7.2',
  '7.3',
  '7.3.1',
  '7.3.2',
  '7.4',
  '8',
  'N1',
  'N2',
  '5+N2',
] as const;
export type Clause = (typeof CLAUSES)[number];
