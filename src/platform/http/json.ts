import type { Context } from 'hono';
import type { z } from 'zod';
import { err, ok, type Result } from '#kernel/result.ts';

export type BodyProblem =
  | { readonly code: 'unsupported_media_type' | 'malformed_json' }
  | {
      readonly code: 'validation_failed';
      readonly fields: readonly { readonly field: string; readonly code: string }[];
    };

/** Reads a JSON body as text and value. `unsupported_media_type` without a JSON content type, `malformed_json` else. */
export async function readJson(
  c: Context,
): Promise<Result<{ readonly text: string; readonly value: unknown }, BodyProblem>> {
  const type = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (type !== 'application/json' && !type.endsWith('+json')) return err({ code: 'unsupported_media_type' });
  const text = await c.req.text();
  try {
    return ok({ text, value: JSON.parse(text) as unknown });
  } catch {
    return err({ code: 'malformed_json' });
  }
}

/** Reads a JSON body by a schema; each wrong field is named with a code. */
export async function readBody<S extends z.ZodType>(c: Context, schema: S): Promise<Result<z.output<S>, BodyProblem>> {
  const json = await readJson(c);
  if (!json.ok) return json;
  const parsed = schema.safeParse(json.value.value);
  if (parsed.success) return ok(parsed.data);
  const fields = parsed.error.issues.map((i) => ({
    field: i.path.join('.') || 'body',
    code: i.code === 'custom' ? i.message : i.code,
  }));
  return err({ code: 'validation_failed', fields });
}
