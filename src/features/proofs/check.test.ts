import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { expectOk } from '#test/support/world.ts';
import { checkProofFiles, MAX_PROOF_BYTES, uploadedFiles } from './check.ts';
import { PDF, photo, text } from './proofs.fixture.ts';

const HEIC = readFileSync(new URL('../../platform/files/samples/photo-with-place.heic', import.meta.url));
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

async function problem(...files: { name: string; bytes: Uint8Array }[]): Promise<string> {
  const result = await checkProofFiles(files);
  return result.ok ? 'ok' : result.error.code;
}

describe('H3 which documents are taken', () => {
  test('the content decides, not the name', async () => {
    const files = [
      { name: 'a.exe', bytes: PDF },
      { name: 'b', bytes: PNG },
      { name: 'c.pdf', bytes: await photo() },
    ];
    expect(expectOk(await checkProofFiles(files)).map((file) => file.contentType)).toEqual([
      'application/pdf',
      'image/png',
      'image/jpeg',
    ]);
    expect(expectOk(await checkProofFiles([{ name: 'IMG_1.HEIC', bytes: HEIC }]))[0]?.contentType).toBe('image/heic');
  });

  test.each([
    ['a program', Buffer.concat([Buffer.from('MZ\u0090\0\u0003', 'latin1'), Buffer.alloc(200)])],
    ['a program of Linux', Buffer.concat([Buffer.from('\u007fELF\u0002\u0001\u0001', 'latin1'), Buffer.alloc(64)])],
    ['a page', text('<!doctype html><html><script>alert(1)</script>')],
    ['a drawing with script', text('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    ['a script', text('#!/bin/sh\nrm -rf /\n')],
    [
      'an archive',
      Buffer.concat([
        Buffer.from('PK\u0003\u0004\u0014\0\0\0\u0008\0', 'latin1'),
        deflateRawSync('x'),
        Buffer.alloc(40),
      ]),
    ],
    ['a moving picture', Buffer.concat([Buffer.from('GIF89a'), Buffer.alloc(40)])],
    ['a WebP picture', Buffer.concat([Buffer.from('RIFF\u0024\0\0\0WEBPVP8 ', 'latin1'), Buffer.alloc(40)])],
    [
      'a film in the same box as HEIC',
      Buffer.concat([Buffer.from('\0\0\0\u0018ftypisom\0\0\u0002\0', 'latin1'), Buffer.alloc(40)]),
    ],
    ['a PDF with a page before it', Buffer.concat([Buffer.from('<html></html>'), PDF])],
    ['text', text('I can do it, believe me')],
    ['a single byte', text('%')],
  ])('%s is none, whatever it is called', async (_, bytes) => {
    for (const name of ['certificate.pdf', 'photo.jpg', 'photo.heic']) {
      expect(await problem({ name, bytes })).toBe('file_type');
    }
  });

  test('at most three files, none empty, each up to 5 MB to the byte', async () => {
    const file = { name: 'a.pdf', bytes: PDF };
    const large = new Uint8Array(MAX_PROOF_BYTES + 1);
    large.set(PDF);
    expect(await problem()).toBe('proof_missing');
    expect(await problem(file, file, file)).toBe('ok');
    expect(await problem(file, file, file, file)).toBe('too_many_files');
    expect(await problem({ name: 'a.pdf', bytes: new Uint8Array() })).toBe('file_empty');
    expect(await problem({ name: 'a.pdf', bytes: large })).toBe('file_too_large');
    expect(await problem({ name: 'a.pdf', bytes: large.subarray(0, MAX_PROOF_BYTES) })).toBe('ok');
  });

  test('the file that is wrong is named, also when others are right', async () => {
    const result = await checkProofFiles([
      { name: 'right.pdf', bytes: PDF },
      { name: 'الشهادة.docx', bytes: text('no') },
    ]);
    expect(result).toEqual({ ok: false, error: { code: 'file_type', fileName: 'الشهادة.docx' } });
  });

  test('a name is made fit to be shown', async () => {
    const files = expectOk(
      await checkProofFiles([
        { name: '../../etc/pass"wd\u202e.pdf', bytes: PDF },
        { name: '', bytes: PDF },
        { name: `${'a'.repeat(300)}.pdf`, bytes: PDF },
      ]),
    );
    expect(files.map((f) => f.name)).toEqual(['passwd.pdf', 'document', `${'a'.repeat(96)}.pdf`]);
  });

  test('an unused file field of a form is no document', async () => {
    const used = new File([new Uint8Array(PDF)], 'a.pdf');
    expect(await uploadedFiles(new File([], ''))).toEqual([]);
    expect(await uploadedFiles(undefined)).toEqual([]);
    expect(await uploadedFiles('text')).toEqual([]);
    expect((await uploadedFiles([used, used])).map((f) => f.bytes.length)).toEqual([PDF.length, PDF.length]);
  });
});
