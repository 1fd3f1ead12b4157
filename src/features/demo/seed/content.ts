import type { CourseId, ExamId, VenueId } from '#kernel/ids.ts';
import type { Bilingual } from '#kernel/lang.ts';
import { type App, command, type Work } from '#platform/app.ts';
import { foldArabic } from '#platform/i18n/format.ts';
import { newId } from '#platform/vault/random.ts';
import { insertHolidays, insertVenues, saveCourse } from '../../catalogue/index.ts';
import { addExam, addItems, type ItemValues, publishExam, saveTopics } from '../../exams/index.ts';
import { DEMO_COURSES } from '../content/courses.ts';
import { DEMO_EXAMS } from '../content/exams/index.ts';
import { DEMO_TOPICS, outlineOf } from '../content/exams/topics.ts';
import { DEMO_HOLIDAYS, RAMADAN } from '../content/holidays.ts';
import type { DemoCourse, DemoExam, DemoItem } from '../content/types.ts';
import { DEMO_VENUES } from '../content/venues.ts';
import { must } from './stage.ts';

const RETAKE_WAIT_DAYS = 14;
const OPTION_IDS = ['a', 'b', 'c', 'd'] as const;
/** Accounts of the demo: one wrote the questions, the other has read and approved them. */
const AUTHORS = { author: 'author', reviewer: 'admin' } as const;

/** Venues, exams with their questions, courses, holidays: what the municipality will replace by its own. */
export async function loadContent(app: App): Promise<void> {
  await command(app, { actor: 'staff', actorName: 'demo' }, async (work) => {
    const { tx } = work;
    await insertVenues(tx, DEMO_VENUES.map(venueRow));
    await saveTopics(tx, DEMO_TOPICS.map(topicRow));
    for (const exam of DEMO_EXAMS) await addDemoExam(work, exam);
    for (const course of DEMO_COURSES) await saveCourse(tx, courseRow(course));
    await insertHolidays(tx, [...DEMO_HOLIDAYS.map(holidayRow), ...RAMADAN.map(ramadanRow)]);
  });
}

const venueRow = (v: (typeof DEMO_VENUES)[number]) => ({
  id: v.id as VenueId,
  nameAr: v.name.ar,
  nameEn: v.name.en,
  smsAr: v.sms.ar,
  smsEn: v.sms.en,
  district: v.district,
  directionsAr: v.directions.ar,
  directionsEn: v.directions.en,
  accessible: v.accessible,
});

const examRow = (e: DemoExam) => ({
  id: e.id as ExamId,
  titleAr: e.title.ar,
  titleEn: e.title.en,
  passMarkPercent: e.passMarkPercent,
  minutes: e.minutes,
  validityMonths: e.validityMonths,
  retakeWaitDays: RETAKE_WAIT_DAYS,
});

const topicRow = ({ ar, en }: Bilingual) => ({ name: ar, titleAr: ar, titleEn: en });

/** The items come into the bank as approved, and the exam asks all of them. */
async function addDemoExam({ tx, now }: Work, exam: DemoExam): Promise<void> {
  const id = exam.id as ExamId;
  const items = exam.items.map((item, i) => itemValues(exam, item, i));
  const ids = await addItems(tx, items, { ...AUTHORS, now, state: 'approved' });
  await addExam(tx, { ...examRow(exam), blueprint: [{ kind: 'fixed', items: ids }] });
  must(await publishExam(tx, id, { by: AUTHORS.author, now }), `publishing ${id}`);
}

const itemValues = (exam: DemoExam, item: DemoItem, place: number): ItemValues => ({
  ...outlineOf(exam.id, place),
  content: {
    type: 'single_choice',
    question: item.question,
    options: item.options.map((text, i) => ({ id: OPTION_IDS[i] ?? String(i), text, correct: i === item.correct })),
  },
  points: 1,
});

const courseRow = (c: DemoCourse) => ({
  id: c.id as CourseId,
  titleAr: c.title.ar,
  titleEn: c.title.en,
  smsAr: c.sms.ar,
  smsEn: c.sms.en,
  summaryAr: c.summary.ar,
  summaryEn: c.summary.en,
  outcomesAr: c.outcomes.ar,
  outcomesEn: c.outcomes.en,
  audienceAr: c.audience.ar,
  audienceEn: c.audience.en,
  bringAr: c.bring.ar,
  bringEn: c.bring.en,
  prerequisiteAr: c.prerequisite?.ar ?? null,
  prerequisiteEn: c.prerequisite?.en ?? null,
  topic: c.topic,
  feeFils: c.feeFils,
  hours: c.hours,
  examId: c.examId as ExamId | null,
  minSeats: c.min,
  maxSeats: c.max,
  venueId: c.venueId as VenueId,
  minAge: c.minAge,
  maxAge: c.maxAge,
  status: 'published' as const,
  searchText: foldArabic([c.title.ar, c.title.en, c.summary.ar, c.summary.en, c.id].join(' ')),
});

const holidayRow = (h: (typeof DEMO_HOLIDAYS)[number]) => ({
  id: newId(),
  nameAr: h.name.ar,
  nameEn: h.name.en,
  firstDay: h.firstDay,
  lastDay: h.lastDay,
  type: h.type,
  sourceAr: h.source.ar,
  sourceEn: h.source.en,
});

const ramadanRow = (r: (typeof RAMADAN)[number]) => ({
  id: newId(),
  nameAr: 'رمضان',
  nameEn: 'Ramadan',
  firstDay: r.firstDay,
  lastDay: r.lastDay,
  type: 'ramadan' as const,
  sourceAr: 'تقويم أم القرى',
  sourceEn: 'Umm al-Qura calendar',
});
