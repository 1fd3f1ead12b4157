import type { Context } from 'hono';
import type { Lang } from '#kernel/lang.ts';
import { type ApplicationRecord, findByReference } from '../applications/index.ts';
import { personalAccess } from '../intake/index.ts';
import type { Web } from '../shell/index.ts';

/** Somebody on a page of a request that this browser has opened. */
export type Visit = {
  readonly web: Web;
  readonly c: Context;
  readonly lang: Lang;
  readonly record: ApplicationRecord;
};

/** Who has not opened the request, and who asks for one that does not exist, get the same answer. */
export async function visit(
  web: Web,
  c: Context,
  show: (visit: Visit) => Response | Promise<Response>,
): Promise<Response> {
  const reference = (c.req.param('reference') ?? '').toUpperCase();
  const unlocked = personalAccess(web, c);
  const record =
    unlocked.length > 0 ? await findByReference(web.app.database.db, reference, web.app.clock.now()) : undefined;
  if (!record || !unlocked.includes(record.row.id)) return web.errorPage(c, 401);
  return show({ web, c, lang: web.lang(c, record.row.language), record });
}
