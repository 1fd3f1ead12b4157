export {
  addResult,
  type ExamItemRow,
  type ExamRow,
  findExam,
  itemsOf,
  listExams,
  saveExam,
  setPassMark,
  standingOf,
} from './store.ts';
