import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DAY_MS, plusMs } from '#kernel/time.ts';
import { command } from '#platform/app.ts';
import { systemClock } from '#platform/clock/clock.ts';
import { makeApp, type TestApp } from '#test/support/app.ts';
import { expectOk } from '#test/support/world.ts';
import { addItems } from './bank.ts';
import { keepPicture, picturesIn, readPicture, sweepPictures } from './pictures.ts';

let app: TestApp;
beforeAll(async () => {
  app = await makeApp();
});
afterAll(() => app.close());

const drawn = async (background: string, format: 'png' | 'jpeg' | 'webp' | 'gif') =>
  new Uint8Array(
    await sharp({ create: { width: 2000, height: 100, channels: 3, background } })
      .withExif({ IFD0: { Copyright: 'somebody' } })
      .toFormat(format)
      .toBuffer(),
  );

test.each([
  ['png', 'png'],
  ['gif', 'png'],
  ['webp', 'png'],
  ['jpeg', 'jpg'],
] as const)(
  'H3 a picture that comes as %s is kept as %s, smaller, without what else was in it',
  async (format, kind) => {
    const file = expectOk(await keepPicture(app, await drawn('green', format)));
    expect(file).toMatch(new RegExp(`^[0-9a-f]{64}\\.${kind}$`));
    expect(expectOk(await keepPicture(app, await drawn('green', format)))).toBe(file);
    const picture = await readPicture(app, file);
    const { width, exif } = await sharp(picture?.bytes).metadata();
    expect([width, exif]).toEqual([1600, undefined]);
    expect(picture?.contentType).toBe(kind === 'png' ? 'image/png' : 'image/jpeg');
  },
);

test('H3 pictures that no item names are removed after a week, those of any wording stay', async () => {
  const kept = async (colour: string) => expectOk(await keepPicture(app, await drawn(colour, 'png')));
  const [used, inOption, unused, fresh] = [
    await kept('red'),
    await kept('blue'),
    await kept('black'),
    await kept('white'),
  ];
  const picture = (file: string) => ({ file, alt: { ar: 'لون', en: 'colour' } });
  const content = {
    type: 'single_choice',
    question: { ar: 'أي لون؟' },
    picture: picture(used),
    options: [{ id: 'a', text: {}, picture: picture(inOption), correct: true }],
  } as const;
  expect(picturesIn(content)).toEqual([used, inOption]);
  await command(app, { actor: 'staff' }, ({ tx, now }) =>
    addItems(tx, [{ content, topic: 't', difficulty: 1, points: 1 }], { author: 'huda', now, state: 'draft' }),
  );
  const now = systemClock.now();
  const age = (file: string) => {
    const then = plusMs(now, -8 * DAY_MS);
    return utimes(join(app.filesDir, `picture-${file.replace('.', '-')}`), then, then);
  };
  await Promise.all([used, inOption, unused].map(age));
  expect(await sweepPictures(app, now)).toBe(1);
  const there: string[] = [];
  for await (const { name } of app.files.list()) there.push(name);
  for (const file of [used, inOption, fresh]) expect(there).toContain(`picture-${file.replace('.', '-')}`);
  expect(there).not.toContain(`picture-${unused.replace('.', '-')}`);
});
