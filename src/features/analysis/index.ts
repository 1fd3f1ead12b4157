export { analysisTexts } from './messages.ts';
export { AnalysisPage, type Chosen } from './pages/AnalysisPage.tsx';
export { itemNumbers } from './queries.ts';
export { analysisOf } from './view.ts';
export { analysisWorkbook } from './workbook.ts';
