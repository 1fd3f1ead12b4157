import sharp from 'sharp';
import type { TestApp } from '#test/support/app.ts';
import { addOffering, aRequest, COURSE, expectOk, submit } from '#test/support/world.ts';
import { type CheckedFile, checkProofFiles } from './check.ts';
import { handInProofs } from './keep.ts';

export const text = (content: string): Uint8Array => new TextEncoder().encode(content);
export const PDF = text('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n');

/** A photo that says where it was taken. */
export const photo = (): Promise<Buffer> =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: '#c00' } })
    .withExif({ IFD0: { Make: 'Telephone' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 57/1 0/1' } })
    .jpeg()
    .toBuffer();

export async function checked(
  ...files: { readonly name: string; readonly bytes: Uint8Array }[]
): Promise<readonly CheckedFile[]> {
  return expectOk(await checkProofFiles(files));
}

/** A request for a course with an exam. */
export const requestWithExam = async (
  app: TestApp,
  over: Parameters<typeof aRequest>[1] = {},
  course = COURSE.freeExam,
) => submit(app, aRequest(await addOffering(app, course), over));

/** A request with one document that awaits its verdict. */
export async function withDocument(app: TestApp, over: Parameters<typeof aRequest>[1] = {}, course = COURSE.freeExam) {
  const request = await requestWithExam(app, over, course);
  expectOk(await handInProofs(app, request.id, await checked({ name: 'a.pdf', bytes: PDF })));
  return request;
}
