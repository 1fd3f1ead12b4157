import sharp, { type Sharp } from 'sharp';
import { err, ok, type Result } from '#kernel/result.ts';
import { atMost } from './at-most.ts';
import { decodeHeic } from './heic.ts';

/** Kinds of pictures that can be made anew. */
export type PictureType = 'image/jpeg' | 'image/png' | 'image/heic' | 'image/heif';

export type PictureProblem = 'unreadable' | 'too_large';

/** What a picture becomes: a JPEG of ours. */
export const PICTURE_TYPE = 'image/jpeg';

export type PictureLimits = {
  /** Width times height; what is larger is not decoded. */
  readonly maxPixels: number;
  /** The longer side of what is kept; a larger picture is made smaller. */
  readonly maxSide: number;
  readonly timeoutMs: number;
  /** Of the HEIC decoder. */
  readonly maxMemoryBytes: number;
};

/** Enough for every phone of today (48 megapixels), and for small print on a page that is kept. */
export const PICTURE_LIMITS: PictureLimits = {
  maxPixels: 50_000_000,
  maxSide: 3000,
  timeoutMs: 20_000,
  maxMemoryBytes: 512 * 1024 * 1024,
};

const QUALITY = 82;
/** Each picture holds its pixels in memory. */
const twoAtATime = atMost(2);

/**
 * Makes a picture anew from its pixels: what else the file held is gone (place and time of the shot, name of the phone,
 * colour profiles, previews, anything hidden behind or between). Turned upright, on white, at most `maxSide` long.
 *
 * A picture that is cut off or broken is `unreadable`; one of too many pixels, or that takes too long, is `too_large`.
 */
export const remakePicture = (
  bytes: Uint8Array,
  type: PictureType,
  limits: PictureLimits = PICTURE_LIMITS,
): Promise<Result<Uint8Array<ArrayBuffer>, PictureProblem>> => twoAtATime(() => remake(bytes, type, limits));

async function remake(
  bytes: Uint8Array,
  type: PictureType,
  limits: PictureLimits,
): Promise<Result<Uint8Array<ArrayBuffer>, PictureProblem>> {
  if (type === 'image/heic' || type === 'image/heif') {
    const decoded = await decodeHeic(bytes, limits);
    if (decoded.kind !== 'pixels') return err(decoded.kind);
    const { rgba, width, height } = decoded;
    return encode(sharp(rgba, { raw: { width, height, channels: 4 }, limitInputPixels: limits.maxPixels }), limits);
  }
  const options = {
    limitInputPixels: limits.maxPixels,
    failOn: 'error',
    animated: false,
    sequentialRead: true,
  } as const;
  return encode(sharp(bytes, options).autoOrient(), limits);
}

async function encode(
  picture: Sharp,
  { maxSide, timeoutMs }: PictureLimits,
): Promise<Result<Uint8Array<ArrayBuffer>, PictureProblem>> {
  try {
    const made = await picture
      .resize({ width: maxSide, height: maxSide, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: 'white' })
      .timeout({ seconds: Math.ceil(timeoutMs / 1000) })
      .jpeg({ quality: QUALITY, chromaSubsampling: '4:4:4' })
      .toBuffer();
    return ok(new Uint8Array(made));
  } catch (error) {
    return err(isTooLarge(error) ? 'too_large' : 'unreadable');
  }
}

/** The library has no codes for its errors: these are its words for “more pixels than allowed” and “takes too long”. */
const isTooLarge = (error: unknown): boolean =>
  error instanceof Error && /exceeds pixel limit|timeout/i.test(error.message);
