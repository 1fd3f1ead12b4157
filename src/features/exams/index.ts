export type { ItemOption } from './schema.ts';
export {
  addResult,
  type ExamItemRow,
  type ExamRow,
  findExam,
  itemsOf,
  listExams,
  saveExam,
  setPassMark,
  type Standing,
  standingOf,
} from './store.ts';
