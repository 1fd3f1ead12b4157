import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { decodeHeic } from './heic.ts';
import { pngOfOneColour } from './picture.fixture.ts';
import { PICTURE_LIMITS, type PictureType, remakePicture } from './picture.ts';

const HEIC = readFileSync(new URL('./samples/photo-with-place.heic', import.meta.url));
const LARGE_HEIC = readFileSync(new URL('./samples/large-and-white.heic', import.meta.url));
const GPS = { GPSLatitudeRef: 'N', GPSLatitude: '31/1 57/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '35/1 56/1 0/1' };

/** A picture whose left half is red and whose right half is white. */
const drawn = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: 'white' } }).composite([
    { input: { create: { width: width / 2, height, channels: 3, background: '#c00' } }, left: 0, top: 0 },
  ]);

const photo = (orientation = 1): Promise<Buffer> =>
  drawn(96, 64)
    .withMetadata({ orientation, exif: { IFD0: { Make: 'Telephone of Salma' }, IFD3: GPS } })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">somewhere in Amman</x:xmpmeta>')
    .jpeg()
    .toBuffer();

async function made(bytes: Uint8Array, type: PictureType): Promise<Buffer> {
  const result = await remakePicture(bytes, type);
  if (!result.ok) throw new Error(`refused: ${result.error}`);
  return Buffer.from(result.value);
}

async function problem(bytes: Uint8Array, type: PictureType, limits = PICTURE_LIMITS): Promise<string> {
  const result = await remakePicture(bytes, type, limits);
  return result.ok ? 'ok' : result.error;
}

/** The colour at a point, as `red` or `white`. */
async function colourAt(picture: Buffer, left: number, top: number): Promise<string> {
  const { data } = await sharp(picture)
    .extract({ left, top, width: 1, height: 1 })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return (data[1] ?? 0) > 200 ? 'white' : 'red';
}

async function expectNothingHidden(picture: Buffer): Promise<void> {
  const { format, exif, xmp, iptc, icc } = await sharp(picture).metadata();
  expect({ format, exif, xmp, iptc, icc }).toEqual({ format: 'jpeg' });
  for (const trace of ['Exif', 'Telephone', 'Amman', 'GPS', 'xmpmeta', 'ICC_PROFILE'])
    expect(picture.includes(trace)).toBe(false);
}

describe('H3 a picture is made anew', () => {
  test('the place, the telephone and everything else that was hidden in a JPEG are gone', async () => {
    const sent = await photo();
    expect([sent.includes('Telephone'), (await sharp(sent).metadata()).exif !== undefined]).toEqual([true, true]);
    await expectNothingHidden(await made(sent, 'image/jpeg'));
  });

  test('the same of a HEIC, which becomes a JPEG of the same size', async () => {
    expect(HEIC.includes('Telephone')).toBe(true);
    const picture = await made(HEIC, 'image/heic');
    await expectNothingHidden(picture);
    expect(await sharp(picture).metadata()).toMatchObject({ width: 96, height: 64 });
    expect([await colourAt(picture, 10, 30), await colourAt(picture, 85, 30)]).toEqual(['red', 'white']);
  });

  test('a photo taken sideways stands upright although the note that said so is gone', async () => {
    const picture = await made(await photo(6), 'image/jpeg');
    expect(await sharp(picture).metadata()).toMatchObject({ width: 64, height: 96 });
    expect([await colourAt(picture, 30, 10), await colourAt(picture, 30, 85)]).toEqual(['red', 'white']);
  });

  test('a program or page appended to a picture is gone with it', async () => {
    const tail = Buffer.from('PK\u0003\u0004<html><script>alert(1)</script>MZ');
    for (const [bytes, type] of [
      [Buffer.concat([await photo(), tail]), 'image/jpeg'],
      [Buffer.concat([await drawn(96, 64).png().toBuffer(), tail]), 'image/png'],
    ] as const) {
      expect((await made(bytes, type)).includes('<script>')).toBe(false);
    }
  });

  test('a transparent PNG stands on white, and a moving one shows its first picture', async () => {
    const clear = await sharp({ create: { width: 20, height: 20, channels: 4, background: '#0000' } })
      .png()
      .toBuffer();
    expect(await colourAt(await made(clear, 'image/png'), 5, 5)).toBe('white');
  });

  test('a large picture is made smaller, a small one is not made larger', async () => {
    const limits = { ...PICTURE_LIMITS, maxSide: 48 };
    const result = await remakePicture(await photo(), 'image/jpeg', limits);
    expect(result.ok && (await sharp(result.value).metadata())).toMatchObject({ width: 48, height: 32 });
    expect(await sharp(await made(await photo(), 'image/jpeg')).metadata()).toMatchObject({ width: 96 });
  });
});

describe('H3 a picture that cannot be read', () => {
  test('is named as such when it is cut off or broken', async () => {
    const jpeg = await drawn(900, 600).jpeg().toBuffer();
    const png = await drawn(900, 600).png().toBuffer();
    expect(await problem(jpeg.subarray(0, jpeg.length / 2), 'image/jpeg')).toBe('unreadable');
    expect(await problem(png.subarray(0, png.length / 2), 'image/png')).toBe('unreadable');
    expect(await problem(jpeg.subarray(0, 20), 'image/jpeg')).toBe('unreadable');
    expect(await problem(HEIC.subarray(0, HEIC.length - 100), 'image/heic')).toBe('unreadable');
    expect(await problem(HEIC.subarray(0, 40), 'image/heic')).toBe('unreadable');
    expect(await problem(jpeg, 'image/heic')).toBe('unreadable');
  });

  test('a few kilobytes that would fill gigabytes are not unpacked', async () => {
    const bomb = pngOfOneColour(50_000, 50_000);
    expect(bomb.length).toBeLessThan(1_000_000);
    const before = process.memoryUsage().rss;
    expect(await problem(bomb, 'image/png')).toBe('too_large');
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
  });

  test('the limit holds to the pixel, and for HEIC before a pixel is decoded', async () => {
    const limits = { ...PICTURE_LIMITS, maxPixels: 96 * 64 };
    const tighter = { ...limits, maxPixels: 96 * 64 - 1 };
    expect([await problem(await photo(), 'image/jpeg', limits), await problem(HEIC, 'image/heic', limits)]).toEqual([
      'ok',
      'ok',
    ]);
    expect(await problem(await photo(), 'image/jpeg', tighter)).toBe('too_large');
    expect(await problem(HEIC, 'image/heic', tighter)).toBe('too_large');
  });

  test('a HEIC that needs more memory than it may have, or too much time, ends alone', async () => {
    const small = { ...PICTURE_LIMITS, maxMemoryBytes: 40 * 1024 * 1024 };
    expect((await decodeHeic(LARGE_HEIC, small)).kind).toBe('unreadable');
    expect((await decodeHeic(LARGE_HEIC, { ...PICTURE_LIMITS, timeoutMs: 1 })).kind).toBe('too_large');
    expect((await decodeHeic(LARGE_HEIC, PICTURE_LIMITS)).kind).toBe('pixels');
  });

  test('noise of every length is survived', async () => {
    let seed = 7;
    const next = (): number => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed & 255;
    };
    const noise = (length: number) => Uint8Array.from({ length }, next);
    for (const length of [1, 30, 500, 4000]) {
      const inside = Buffer.concat([HEIC.subarray(0, 60), deflateSync(noise(length)), noise(length)]);
      expect(await problem(inside, 'image/heic')).toBe('unreadable');
      expect(await problem(noise(length), 'image/jpeg')).toBe('unreadable');
    }
  });
});
