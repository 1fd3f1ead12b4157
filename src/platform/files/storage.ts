import { chmod, mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { arrayBuffer } from 'node:stream/consumers';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';

/** Where files lie: a folder of this machine, or a bucket of a service that speaks S3. */
export type FilesPlace =
  | { readonly kind: 'folder'; readonly folder: string }
  | {
      readonly kind: 's3';
      readonly bucket: string;
      /** Put before every name, without slashes at its ends; empty = the files lie at the top of the bucket. */
      readonly prefix: string;
      /** Address of a service other than Amazon's own. */
      readonly endpoint: string | undefined;
      readonly region: string;
      readonly accessKey: string;
      readonly secretKey: string;
    };

export type StoredName = {
  readonly name: string;
  /** When the file was written, by the clock of whoever keeps it. */
  readonly writtenAt: () => Promise<Date>;
};

/**
 * Files by name, outside the public tree: nothing is served from here except by a route of ours. Names are ids without
 * any meaning. To be used outside transactions only: it may be a service far away.
 */
export type FileStorage = {
  /** Writes a file; when this returns, the file outlives a power cut. */
  put(name: string, bytes: Uint8Array): Promise<void>;
  /** The content; `undefined` when there is no such file. */
  get(name: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** Removes a file; one that does not exist is fine. */
  remove(name: string): Promise<void>;
  /** Every file, in no order. */
  list(): AsyncIterable<StoredName>;
};

const NAME = /^[\w-]{1,100}$/;
const CONNECT_MS = 5_000;
const REQUEST_MS = 30_000;

/** Opens the place where files lie. Nothing is read or written before the first use. */
export function openFiles(place: FilesPlace): FileStorage {
  return place.kind === 'folder' ? inFolder(place.folder) : inBucket(place);
}

/** Readable for the program's own user only, and written through to the disk. */
function inFolder(folder: string): FileStorage {
  const disk = new Disk(new FSDriver({ location: folder, visibility: 'private' }));
  const files = onDisk(() => Promise.resolve(disk), '');
  return {
    ...files,
    async put(name, bytes) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await files.put(name, bytes);
      await chmod(join(folder, name), 0o600);
      await writeThrough(join(folder, name), 'r+');
      await writeThrough(folder, 'r');
    },
  };
}

async function writeThrough(path: string, flags: 'r' | 'r+'): Promise<void> {
  const handle = await open(path, flags);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The S3 client is large: it is loaded when the first file is, and only where files lie in a bucket. */
function inBucket(place: Extract<FilesPlace, { kind: 's3' }>): FileStorage {
  let opened: Promise<Disk> | undefined;
  const open = async (): Promise<Disk> => {
    const { S3Driver } = await import('flydrive/drivers/s3');
    const { bucket, region, endpoint, accessKey, secretKey } = place;
    const driver = new S3Driver({
      bucket,
      region,
      // Buckets are private by their own policy, and many services know no lists of rights.
      visibility: 'private',
      supportsACL: false,
      credentials: { accessKeyId: accessKey, secretAccessKey: secretKey },
      requestHandler: { connectionTimeout: CONNECT_MS, requestTimeout: REQUEST_MS },
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      ...(endpoint !== undefined && { endpoint, forcePathStyle: true }),
    });
    return new Disk(driver);
  };
  return onDisk(() => {
    opened ??= open();
    return opened;
  }, place.prefix);
}

function onDisk(disk: () => Promise<Disk>, prefix: string): FileStorage {
  const keyOf = (name: string): string => {
    if (!NAME.test(name)) throw new RangeError('the name of a file holds letters, digits and - only');
    return prefix === '' ? name : `${prefix}/${name}`;
  };
  return {
    async put(name, bytes) {
      await (await disk()).put(keyOf(name), bytes);
    },
    async get(name) {
      const key = keyOf(name);
      const opened = await disk();
      if (!(await opened.exists(key))) return undefined;
      return new Uint8Array(await arrayBuffer(await opened.getStream(key)));
    },
    async remove(name) {
      await (await disk()).delete(keyOf(name));
    },
    async *list() {
      const opened = await disk();
      let next: string | undefined;
      do {
        const page = await opened.listAll(
          prefix === '' ? '/' : prefix,
          next === undefined ? {} : { paginationToken: next },
        );
        for (const object of page.objects) {
          if (!object.isFile) continue;
          yield { name: object.name, writtenAt: async () => (await object.getMetaData()).lastModified };
        }
        next = page.paginationToken;
      } while (next !== undefined);
    },
  };
}
