export type { ItemOption } from './schema.ts';
export {
  addResult,
  type ExamItemRow,
  type ExamRow,
  findExam,
  itemsOf,
  listExams,
  type Standing,
  saveExam,
  setPassMark,
  standingOf,
} from './store.ts';
