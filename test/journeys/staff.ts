import { describe, expect, it } from 'vitest';
import { SAMPLE_PROOF } from '#features/demo/seed/sample-proof.ts';
import type { Lang } from '#kernel/lang.ts';
import { clauseSms, offeringOf, phoneOf, type Town } from './town.ts';
import type { Visitor } from './visitor.ts';

const PASSWORD = 'dawra-demo-2026';

const signIn = async (town: Town, username: string, lang: Lang): Promise<Visitor> => {
  const visitor = await town.arrive({ lang, device: 'desktop' });
  await visitor.start('/desk');
  await visitor.start('/desk/sign-in');
  await visitor.type({ username, password: PASSWORD });
  await visitor.press('main form button');
  expect(visitor.path).toBe('/desk');
  return visitor;
};

/** The desk: what each office does there. */
export function staff(town: () => Town): void {
  describe('staff at the desk', () => {
    it.each(['ar', 'en'] as const)('see every page of the desk in %s', async (lang) => {
      const stranger = await town().arrive({ lang, device: 'desktop' });
      await stranger.start('/desk/sign-in');
      await stranger.check('desk-sign-in');
      await stranger.type({ username: 'admin', password: 'wrong' });
      await stranger.press('main form button');
      await stranger.check('desk-sign-in-wrong');
      await stranger.leave();

      const visitor = await signIn(town(), 'admin', lang);
      await visitor.check('desk-today');
      const running = await offeringOf(town(), 'C05', 'running');
      const held = await offeringOf(town(), 'C17', 'held');
      for (const [name, path] of [
        ['desk-offerings', '/desk/offerings'],
        ['desk-offering-new', '/desk/offerings/new'],
        ['desk-offering-running', `/desk/offerings/${running}`],
        ['desk-offering-held', `/desk/offerings/${held}`],
        ['desk-courses', '/desk/courses'],
        ['desk-exams', '/desk/exams'],
        ['desk-proofs', '/desk/proofs'],
        ['desk-applications', '/desk/applications'],
        ['desk-applications-none', '/desk/applications?q=nobody'],
        ['desk-finance', '/desk/finance'],
        ['desk-finance-cases', '/desk/finance/cases'],
        ['desk-finance-search', '/desk/finance/search'],
        ['desk-finance-settlement', '/desk/finance/settlement'],
        ['desk-finance-reports', '/desk/finance/reports'],
        ['desk-receipts', '/desk/receipts'],
        ['desk-staff', '/desk/staff'],
      ] as const) {
        expect(await visitor.go(path), path).toBe(200);
        await visitor.check(name);
      }
      await visitor.leave();
    });

    it('N2 set a new date on a postponed course, and everybody is told', async () => {
      const id = await offeringOf(town(), 'C18', 'postponed');
      const visitor = await signIn(town(), 'officer', 'ar');
      await visitor.go(`/desk/offerings/${id}`);
      await visitor.check('desk-offering-postponed');
      await visitor.follow('موعد جديد');
      expect(await visitor.field('day').inputValue()).toMatch(/^\d{4}-\d\d-\d\d$/);
      await visitor.check('desk-new-date');
      await visitor.press('main form button');
      await visitor.check('desk-new-date-preview');
      expect(await clauseSms(town(), 'N2').then((all) => all.filter((m) => /الرقعة|Ruq'ah/.test(m.text)))).toEqual([]);
      await visitor.press('button[name=confirm]');
      await visitor.check('desk-offering-new-date');
      expect((await town().driver.offeringState(id)).startsAt).not.toBeNull();
      const told = (await clauseSms(town(), 'N2')).filter((m) => /الرقعة|Ruq'ah/.test(m.text));
      expect(told).toHaveLength(4);
      const mobile = (told[0]?.to ?? '').replace('+962', '0');
      const bubbles = await phoneOf(town(), mobile, { lang: 'ar', device: 'phone' }, 'phone-n2');
      expect(bubbles.some((text) => text.includes('N2'))).toBe(true);
      await visitor.leave();
    });

    it('I cancel a course date after a look at who gets which message', async () => {
      const id = await offeringOf(town(), 'C02', 'admitting');
      const visitor = await signIn(town(), 'officer', 'en');
      await visitor.go(`/desk/offerings/${id}/cancel`);
      await visitor.press('main form button');
      await visitor.check('desk-cancel-error');
      await visitor.type({ reason: 'Repairs at the library' });
      await visitor.press('main form button');
      await visitor.check('desk-cancel-preview');
      expect((await town().driver.offeringState(id)).state).toBe('admitting');
      await visitor.press('button[name=confirm]');
      await visitor.check('desk-offering-cancelled');
      expect((await town().driver.offeringState(id)).state).toBe('cancelled');
      await visitor.leave();
    });

    it('8 a trainer records who attended, and is kept out of what is not theirs', async () => {
      const id = await offeringOf(town(), 'C05', 'running');
      const visitor = await signIn(town(), 'trainer', 'ar');
      await visitor.check('desk-today-trainer');
      await visitor.go(`/desk/offerings/${id}/attendance`);
      const boxes = visitor.page.locator('input[name=present]');
      expect(await boxes.count()).toBe(16);
      for (const box of (await boxes.all()).slice(0, 12)) await box.check();
      await visitor.check('desk-attendance');
      await visitor.press('main form button');
      await visitor.check('desk-attendance-saved');
      await visitor.go(`/desk/offerings/${id}/attendance`);
      expect(await visitor.page.locator('input[name=present]:checked').count()).toBe(12);
      for (const path of ['/desk/applications', '/desk/finance', '/desk/staff', `/desk/offerings/${id}/cancel`]) {
        expect(await visitor.go(path), path).toBe(403);
      }
      await visitor.check('error-403');
      await visitor.leave();
    });

    it('H3 accept a proof after the exam link went out, and the request moves on', async () => {
      const { driver } = town();
      const applicant = await driver.apply((await driver.offering({ courseCode: 'C19', min: 1, max: 4 })).id);
      expect(await driver.proof(applicant, SAMPLE_PROOF.bytes)).toBe(202);
      const { reference } = applicant;
      const visitor = await signIn(town(), 'officer', 'ar');
      await visitor.go('/desk/proofs');
      await visitor.press(visitor.page.locator('#proofs tbody a', { hasText: reference }));
      await visitor.check('desk-proof');
      await visitor.press('button[value=refuse]');
      await visitor.check('desk-proof-error');
      await visitor.press('button[value=accept]');
      await visitor.check('desk-proof-accepted');
      await visitor.go(`/desk/applications/${reference}`);
      await visitor.check('desk-application');
      expect(await visitor.text()).toContain('مؤكد');
      await visitor.leave();
    });

    it('H finance pays money back once a second person has approved it, and the case is closed', async () => {
      const first = await signIn(town(), 'finance', 'en');
      await first.go('/desk/finance/cases?kind=refund');
      await first.press('#cases tbody a');
      const at = first.path;
      await first.check('desk-finance-case');
      await first.page.locator('#refund-reason').fill('Withdrew');
      await first.press('form[action$="/refund"] button');
      await first.check('desk-finance-refund-preview');
      await first.press('button[name=confirm]');
      await first.leave();
      const second = await signIn(town(), 'admin', 'en');
      await second.go(at);
      await second.choose('verdict', 'approved');
      await second.page.locator('#judge-reason').fill('Seen');
      await second.press('form[action$="/judge"] button');
      await second.press('button[name=confirm]');
      await second.type({ transfer: 'Transfer 4711' });
      await second.press('form[action$="/paid"] button');
      await second.check('desk-finance-paid-preview');
      await second.press('button[name=confirm]');
      await second.check('desk-finance-refunded');
      expect(await second.text()).toContain('Transfer 4711');
      await second.go('/desk/receipts');
      await second.press(second.page.locator('#receipts tbody a').first());
      await second.check('desk-receipt');
      await second.follow('Declare void');
      await second.field('kind').selectOption('refunded');
      await second.type({ reason: 'Paid back' });
      await second.field('confirm').check();
      await second.check('desk-receipt-void');
      await second.press('main form button');
      await second.check('desk-receipt-voided');
      expect(await second.text()).toContain('Paid back');
      await second.leave();
    });

    it('7.4 the operator’s file of a day is held against the payments', async () => {
      const visitor = await signIn(town(), 'finance', 'ar');
      const file = await visitor.page.request.get(`${town().base}/demo/bank/settlement.csv`);
      await visitor.go('/desk/finance/settlement/upload');
      const csv = { name: 'settlement.csv', mimeType: 'text/csv', buffer: await file.body() };
      await visitor.page.locator('[name=file]').setInputFiles(csv);
      await visitor.type({ newOperator: 'eFAWATEERcom' });
      await visitor.press('main form button');
      await visitor.check('desk-settlement-columns');
      await visitor.press('form[action$="/columns"] button');
      await visitor.check('desk-settlement-check');
      await visitor.press('form[action$="/confirm"] button');
      await visitor.check('desk-settlement-day');
      expect(await visitor.page.locator('#differences tbody tr').count()).toBeGreaterThanOrEqual(2);
      await visitor.leave();
    });

    it('edit a course and the pass mark of an exam', async () => {
      const visitor = await signIn(town(), 'admin', 'ar');
      await visitor.go('/desk/courses/C01');
      await visitor.check('desk-course');
      await visitor.type({ fee: 'abc', summaryAr: 'من الصفر إلى الإنترنت' });
      await visitor.press('main form button');
      await visitor.check('desk-course-error');
      await visitor.type({ fee: '0' });
      await visitor.press('main form button');
      await visitor.check('desk-course-saved');
      expect(await visitor.field('summaryAr').inputValue()).toBe('من الصفر إلى الإنترنت');
      await visitor.go('/desk/exams/E8');
      await visitor.check('desk-exam');
      await visitor.type({ passMarkPercent: '65' });
      await visitor.press('main form[action="/desk/exams/E8"] button');
      await visitor.check('desk-exam-saved');
      expect(await visitor.field('passMarkPercent').inputValue()).toBe('65');
      await visitor.leave();
    });
  });
}
