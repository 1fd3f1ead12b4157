import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Lang } from '#kernel/lang.ts';
import type { Town } from './town.ts';
import type { Visitor, VisitorOptions } from './visitor.ts';

const PASSWORD = 'dawra-demo-2026';
const DONE = { ar: 'مسودات', en: 'drafts' } as const;

/** Two questions that are taken, one of them with a note, and one that is refused. */
const questions = (lang: Lang): string =>
  [
    `Which colour means stop (${lang})?{=Red#Right. ~%50%Orange ~Green}`,
    'Put it into words. {}',
    `How many wheels (${lang})? {#3..4}`,
  ].join('\n\n');

async function author(town: Town, options: VisitorOptions): Promise<Visitor> {
  const visitor = await town.arrive(options);
  await visitor.start('/desk/sign-in');
  await visitor.type({ username: 'author', password: PASSWORD });
  await visitor.press('main form button');
  return visitor;
}

const attach = (visitor: Visitor, name: string, text: string): Promise<void> =>
  visitor.page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });

/** Authors of exams: questions come in as a file, and go out as one. */
export function authors(town: () => Town): void {
  describe('authors of exams', () => {
    it.each([
      { lang: 'ar', device: 'phone' },
      { lang: 'en', device: 'desktop' },
    ] as const)(
      'H3 bring questions in, look at them first, and take them out, in $lang on a $device',
      async (options) => {
        const { lang } = options;
        const visitor = await author(town(), options);
        await visitor.go('/desk/bank/import');
        await visitor.check('bank-import');
        await attach(visitor, 'quiz.xml', '<!DOCTYPE quiz [<!ENTITY a "b">]><quiz/>');
        await visitor.type({ newTopic: `Signs ${lang}` });
        await visitor.press('form[enctype] button');
        expect(await visitor.text('.error-summary')).toContain('DOCTYPE');
        await visitor.check('bank-import-refused');

        await attach(visitor, 'signs.txt', questions(lang));
        await visitor.field('lang').selectOption('en');
        await visitor.press('form[enctype] button');
        expect(visitor.path).toMatch(/^\/desk\/bank\/import\/[0-9a-f-]{36}$/);
        expect(await visitor.page.locator('article').count()).toBe(2);
        expect(await visitor.page.locator('#refused-list tbody tr').count()).toBe(1);
        await visitor.check('bank-dry-run');
        await visitor.press('form[action$=confirm] button');
        expect(await visitor.text()).toContain(DONE[lang]);
        await visitor.check('bank-imported');

        await visitor.go(`/desk/bank/export?topic=Signs%20${lang}`);
        expect(await visitor.page.locator('input[name=item]:checked').count()).toBe(2);
        await visitor.check('bank-export');
        await visitor.choose('format', 'gift');
        const file = await visitor.download(visitor.page.locator('form[method=post] button').last());
        expect(readFileSync(await file.path(), 'utf8')).toContain('Which colour means stop');
        await visitor.go('/desk/bank/export?exam=E6');
        await visitor.check('bank-export-exam');
        await visitor.leave();
      },
    );
  });
}
