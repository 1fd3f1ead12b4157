export { knownQuestions } from './known.ts';
export { reasonMessages } from './messages.ts';
export {
  type ExchangeItem,
  type ImportedItem,
  type Loss,
  type Place,
  READ_LIMITS,
  type ReadFormat,
  type ReadOptions,
  type Reason,
  type RefusedItem,
  WRITE_FORMATS,
  type WriteFormat,
} from './model.ts';
export { pictureKeys } from './pictures.ts';
export { readItems } from './read.ts';
export { exampleCsv, exampleXlsx } from './sheet-example.ts';
export { type BankWording, wordingsFor } from './store.ts';
export { readTable } from './table.ts';
export { type DryRun, dropUpload, dryRun, importItems, keepUpload, prepareImport } from './uploads.ts';
export { writeItems } from './write.ts';
