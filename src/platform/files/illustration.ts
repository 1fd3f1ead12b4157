import sharp from 'sharp';
import { err, ok, type Result } from '#kernel/result.ts';
import { atMost } from './at-most.ts';
import type { PictureProblem } from './picture.ts';

/** A drawing keeps its sharp edges as PNG, a photograph is smaller as JPEG. */
export type Illustration = { readonly kind: 'png' | 'jpg'; readonly bytes: Uint8Array<ArrayBuffer> };

export type IllustrationProblem = PictureProblem | 'unknown_type';

/** The longer side of a picture on a page, in pixels; a larger one is made smaller. */
const MAX_SIDE = 1600;
/** What is larger is not decoded. */
const MAX_PIXELS = 50_000_000;
const TIMEOUT_SECONDS = 20;
const QUALITY = 85;
const twoAtATime = atMost(2);

/** Formats made of pixels, by what the file itself says. A drawing made of instructions (SVG) may hold anything. */
const KINDS: Readonly<Record<string, Illustration['kind']>> = { png: 'png', gif: 'png', webp: 'png', jpeg: 'jpg' };

/**
 * Makes a picture for a page anew from its pixels (JPEG, PNG, GIF, WebP): whatever else the file held is gone. Turned
 * upright, at most 1600 pixels long; of an animation the first frame.
 */
export const remakeIllustration = (bytes: Uint8Array): Promise<Result<Illustration, IllustrationProblem>> =>
  twoAtATime(() => remake(bytes));

async function remake(bytes: Uint8Array): Promise<Result<Illustration, IllustrationProblem>> {
  try {
    const options = { limitInputPixels: MAX_PIXELS, failOn: 'error', animated: false } as const;
    const { format, width, height } = await sharp(bytes, options).metadata();
    const kind = KINDS[format];
    if (!kind) return err('unknown_type');
    if (width * height > MAX_PIXELS) return err('too_large');
    const made = sharp(bytes, options)
      .autoOrient()
      .resize({ width: MAX_SIDE, height: MAX_SIDE, fit: 'inside', withoutEnlargement: true })
      .timeout({ seconds: TIMEOUT_SECONDS });
    const encoded = kind === 'png' ? made.png({ compressionLevel: 9 }) : made.jpeg({ quality: QUALITY });
    return ok({ kind, bytes: new Uint8Array(await encoded.toBuffer()) });
  } catch (error) {
    const words = error instanceof Error ? error.message : '';
    if (/exceeds pixel limit|timeout/i.test(words)) return err('too_large');
    return err(/unsupported image format/i.test(words) ? 'unknown_type' : 'unreadable');
  }
}
