import { createOffering, type NewOffering, type NewRequest, submitRequest } from '#features/applications/index.ts';
import { insertVenues, saveCourse } from '#features/catalogue/index.ts';
import { addExam, addItems, type ItemValues, publishExam } from '#features/exams/index.ts';
import { listSms } from '#features/messages/index.ts';
import type { ApplicationId, CourseId, ExamId, OfferingId, VenueId } from '#kernel/ids.ts';
import type { Result } from '#kernel/result.ts';
import { DAY_MS, plusMs } from '#kernel/time.ts';
import { type App, command, type Work } from '#platform/app.ts';
import type { Mobile } from '#procedure/people/mobile.ts';

export const VENUE = 'V01' as VenueId;
export const EXAM = 'E1' as ExamId;
/** The four kinds of course of clauses 6 and 7. */
export const COURSE = {
  free: 'FREE' as CourseId,
  freeExam: 'FREE-EXAM' as CourseId,
  paid: 'PAID' as CourseId,
  paidExam: 'PAID-EXAM' as CourseId,
} as const;
/** Fee of the paid courses, with fils on purpose. */
export const FEE = 15_500;

/** The value of a result that must be there. */
export function expectOk<T>(result: Result<T, { readonly code: string }>): T {
  if (!result.ok) throw new Error(`refused: ${result.error.code}`);
  return result.value;
}

/** A venue, an exam of two questions (option `a` is right) and a course of each kind. */
export async function addCatalogue(app: App): Promise<void> {
  await command(app, { actor: 'staff' }, async (work) => {
    const { tx } = work;
    await insertVenues(tx, [
      {
        id: VENUE,
        nameAr: 'مركز التدريب',
        nameEn: 'Training Centre',
        smsAr: 'مركز التدريب',
        smsEn: 'Training Centre',
        district: 1,
        directionsAr: 'قرب الحديقة',
        directionsEn: 'By the park',
        accessible: true,
      },
    ]);
    await addTwoQuestions(work);
    for (const [id, feeFils, examId] of [
      [COURSE.free, 0, null],
      [COURSE.freeExam, 0, EXAM],
      [COURSE.paid, FEE, null],
      [COURSE.paidExam, FEE, EXAM],
    ] as const) {
      await saveCourse(tx, { ...courseRow(id), feeFils, examId });
    }
  });
}

async function addTwoQuestions({ tx, now }: Work): Promise<void> {
  const items = [1, 2].map(
    (n): ItemValues => ({
      content: {
        type: 'single_choice',
        question: { ar: `سؤال ${n}`, en: `Question ${n}` },
        options: ['a', 'b'].map((id) => ({
          id,
          text: { ar: `خيار ${id}`, en: `Option ${id}` },
          correct: id === 'a',
        })),
      },
      topic: 'basics',
      difficulty: 1,
      points: 1,
    }),
  );
  const ids = await addItems(tx, items, { author: 'author', reviewer: 'admin', now, state: 'approved' });
  await addExam(tx, {
    id: EXAM,
    titleAr: 'الحاسوب',
    titleEn: 'Computer',
    passMarkPercent: 60,
    minutes: 30,
    validityMonths: null,
    retakeWaitDays: 14,
    blueprint: [{ kind: 'fixed', items: ids }],
  });
  expectOk(await publishExam(tx, EXAM, { by: 'author', now }));
}

const courseRow = (id: CourseId) => ({
  id,
  titleAr: `دورة ${id}`,
  titleEn: `Course ${id}`,
  smsAr: 'دورة تجريبية',
  smsEn: 'Test Course',
  summaryAr: 'ملخص',
  summaryEn: 'Summary',
  outcomesAr: 'مخرجات',
  outcomesEn: 'Outcomes',
  audienceAr: 'الجميع',
  audienceEn: 'Everybody',
  bringAr: 'قلم',
  bringEn: 'A pen',
  topic: 'digital' as const,
  hours: 24,
  minSeats: 2,
  maxSeats: 3,
  venueId: VENUE,
  minAge: 16,
  maxAge: null,
  status: 'published' as const,
  searchText: id.toLowerCase(),
});

/** An offering open for requests, ten days ahead unless told. */
export async function addOffering(app: App, courseId: CourseId, over: Partial<NewOffering> = {}): Promise<OfferingId> {
  const startsAt = over.startsAt ?? plusMs(app.clock.now(), 10 * DAY_MS);
  const made = await command(app, { actor: 'staff' }, (work) =>
    createOffering(work, { courseId, publish: true, ...over, startsAt }),
  );
  return expectOk(made).id;
}

let serial = 0;

/** A valid request of a new person; a test overrides only what it is about. */
export function aRequest(offeringId: OfferingId, over: Partial<NewRequest> = {}): NewRequest {
  serial += 1;
  const six = String(serial).padStart(6, '0');
  return {
    offeringId,
    identity: { kind: 'citizen', nationalNumber: `9900${six}` },
    name: { first: 'سلمى', father: 'أحمد', grandfather: 'محمود', family: 'الخطيب' },
    birthDate: '1990-05-04',
    mobile: `+96279${String(serial).padStart(7, '0')}` as Mobile,
    district: 1,
    language: 'ar',
    consentVersion: 'test',
    ...over,
  };
}

/** Takes a request in; refuses to go on when it is refused. */
export async function submit(
  app: App,
  request: NewRequest,
): Promise<{ id: ApplicationId; reference: string; state: string }> {
  return expectOk(await command(app, { actor: 'applicant' }, (work) => submitRequest(work, request)));
}

/** What a mobile was sent: `[template, clause]` of each message, in order. */
export async function sentTo(app: App, mobile: string): Promise<[string, string | null][]> {
  return (await listSms(app.database.db, app.vault, { mobile })).map((m) => [m.template, m.clause]);
}
