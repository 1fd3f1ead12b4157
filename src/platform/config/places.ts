import { isAbsolute } from 'node:path';
import type { ClamdAddress } from '../files/clamd.ts';

const CLAMD_PORT = 3310;

/** `unix:/run/clamav/clamd.ctl` or `tcp://host:3310`; `undefined` for anything else. */
export function clamdAddress(text: string): ClamdAddress | undefined {
  const [, path] = /^unix:(?:\/\/)?(\/.+)$/.exec(text) ?? [];
  if (path !== undefined) return isAbsolute(path) ? { path } : undefined;
  const url = URL.parse(text);
  if (url?.protocol !== 'tcp:' || url.hostname === '' || url.username || /[^/]/.test(url.pathname)) return undefined;
  return { host: url.hostname.replace(/^\[|\]$/g, ''), port: url.port === '' ? CLAMD_PORT : Number(url.port) };
}

export type Bucket = { readonly bucket: string; readonly prefix: string };

/** `s3://bucket` or `s3://bucket/a/prefix`; `undefined` for anything else. */
export function bucketOf(text: string): Bucket | undefined {
  const [, bucket, rest = ''] = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])((?:\/[\w-]+)*)\/?$/.exec(text) ?? [];
  return bucket === undefined ? undefined : { bucket, prefix: rest.slice(1) };
}
