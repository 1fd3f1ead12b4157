import { createServer, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';

export type FakeS3 = {
  readonly endpoint: string;
  /** `bucket/key` to content. */
  readonly objects: Map<string, Buffer>;
  /** What was asked, as `METHOD bucket/key`. */
  readonly asked: string[];
  /** Answers everything with 503 while it is true. */
  down: boolean;
  close(): Promise<void>;
};

export const S3_ACCOUNT = { accessKey: 'dawra-key', secretKey: 'dawra-secret', region: 'me-south-1' } as const;
const PER_PAGE = 2;
const WRITTEN = new Date('2027-01-01T00:00:00Z');

/** As much of Amazon's S3 protocol as keeps files: objects by path, and lists of two to a page so that pages are turned. */
export async function fakeS3(): Promise<FakeS3> {
  const server = createServer(async (request, response) => {
    const send = (status: number, body: string | Buffer = '', headers: Record<string, string> = {}): void => {
      response.writeHead(status, { 'Content-Length': String(body.length), ...headers });
      response.end(request.method === 'HEAD' ? undefined : body);
    };
    const url = new URL(request.url ?? '', 'http://s3');
    const path = decodeURIComponent(url.pathname.slice(1));
    const body = await buffer(request);
    fake.asked.push(`${request.method} ${path}`);
    if (fake.down) return send(503, errorXml('SlowDown'));
    if (!isSigned(request)) return send(403, errorXml('AccessDenied'));
    const found = fake.objects.get(path);
    switch (request.method) {
      case 'PUT':
        fake.objects.set(path, body);
        return send(200, '', { ETag: '"1"' });
      case 'DELETE':
        fake.objects.delete(path);
        return send(204);
      case 'HEAD':
      case 'GET': {
        if (url.searchParams.get('list-type') === '2') return send(200, list(fake.objects, path, url.searchParams));
        if (!found) return send(404, errorXml('NoSuchKey'));
        return send(200, found, { ETag: '"1"', 'Last-Modified': WRITTEN.toUTCString() });
      }
      default:
        return send(405, errorXml('MethodNotAllowed'));
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const bound = server.address();
  if (typeof bound !== 'object' || !bound) throw new Error('no port');
  const fake: FakeS3 = {
    endpoint: `http://127.0.0.1:${bound.port}`,
    objects: new Map(),
    asked: [],
    down: false,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
  return fake;
}

const isSigned = ({ headers }: IncomingMessage): boolean =>
  new RegExp(`^AWS4-HMAC-SHA256 Credential=${S3_ACCOUNT.accessKey}/\\d{8}/${S3_ACCOUNT.region}/s3/aws4_request,`).test(
    headers.authorization ?? '',
  );

const errorXml = (code: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`;

function list(objects: FakeS3['objects'], path: string, query: URLSearchParams): string {
  const bucket = path.replace(/\/$/, '');
  const prefix = query.get('prefix') ?? '';
  const keys = [...objects.keys()]
    .filter((name) => name.startsWith(`${bucket}/`))
    .map((name) => name.slice(bucket.length + 1))
    .filter((key) => key.startsWith(prefix) && !key.slice(prefix.length).includes('/'))
    .sort();
  const from = Number(query.get('continuation-token') ?? 0);
  const more = from + PER_PAGE < keys.length;
  const contents = keys
    .slice(from, from + PER_PAGE)
    .map(
      (key) =>
        `<Contents><Key>${key}</Key><LastModified>${WRITTEN.toISOString()}</LastModified><Size>1</Size></Contents>`,
    )
    .join('');
  const next = more ? `<NextContinuationToken>${from + PER_PAGE}</NextContinuationToken>` : '';
  return `<?xml version="1.0" encoding="UTF-8"?><ListBucketResult><Name>${bucket}</Name><Prefix>${prefix}</Prefix><IsTruncated>${more}</IsTruncated>${contents}${next}</ListBucketResult>`;
}
