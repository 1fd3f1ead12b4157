/** Up to here a body that is too long is read to its end, so that its sender hears the answer. */
const DISCARD_BYTES = 16 * 1024 * 1024;

export type BodyRead =
  | { readonly kind: 'whole'; readonly bytes: Buffer }
  | { readonly kind: 'too_long' | 'too_slow' | 'broken' };

/**
 * Reads a body, and not for ever: who sends more than is wanted, or too slowly, is not waited for.
 *
 * @param mostBytes a longer body is `too_long`, also when it did not say its length
 * @param timeoutMs from now until its last byte
 */
export async function readBody(request: Request, mostBytes: number, timeoutMs: number): Promise<BodyRead> {
  const reader = request.body?.getReader();
  if (!reader) return { kind: 'whole', bytes: Buffer.alloc(0) };
  const parts: Uint8Array[] = [];
  let length = 0;
  const late = timer(timeoutMs);
  try {
    for (;;) {
      const part = await Promise.race([reader.read(), late.rings]);
      if (part === 'late') return { kind: length > mostBytes ? 'too_long' : 'too_slow' };
      if (part.done) break;
      length += part.value.length;
      if (length <= mostBytes) parts.push(part.value);
      if (length > DISCARD_BYTES) return { kind: 'too_long' };
    }
  } catch {
    return { kind: 'broken' };
  } finally {
    late.stop();
    // What is left is nobody's any more; a sender that hangs up meanwhile is no fault.
    reader.cancel().catch(() => undefined);
  }
  return length > mostBytes ? { kind: 'too_long' } : { kind: 'whole', bytes: Buffer.concat(parts) };
}

function timer(ms: number): { readonly rings: Promise<'late'>; readonly stop: () => void } {
  let stop = (): void => undefined;
  const rings = new Promise<'late'>((resolve) => {
    const handle = setTimeout(() => resolve('late'), ms);
    stop = () => clearTimeout(handle);
  });
  return { rings, stop };
}

/** Bytes that are not UTF-8 give an empty text, which is no message. A byte order mark is passed over. */
export function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return '';
  }
}
