import { type Context, Hono } from 'hono';
import type { Web } from '../shell/index.ts';
import { createStaff, listStaff, memberOf, ROLES, type StaffRefusal, setStaffActive } from '../staff/index.ts';
import { StaffPage } from './pages/StaffPage.tsx';
import { refusedText } from './record-messages.ts';
import { act, type FieldErrors, isUuid, recordPage, sentFields, settingOf } from './record-page.tsx';

const EMPTY = { username: '', displayName: '', role: '' };

const FIELD_OF: Readonly<Record<StaffRefusal['code'], string>> = {
  bad_username: 'username',
  username_taken: 'username',
  bad_display_name: 'displayName',
  bad_role: 'role',
  short_password: 'password',
};

/** Accounts of the desk. */
export const staffDeskRoutes = (web: Web) => {
  const { db } = web.app.database;

  const show = async (c: Context, typed = EMPTY, errors: FieldErrors = {}): Promise<Response> => {
    const { lang, t, csrf } = settingOf(web, c);
    const view = { accounts: await listStaff(db), own: memberOf(c).id, typed, errors };
    const status = Object.keys(errors).length > 0 ? 422 : 200;
    const body = <StaffPage view={view} csrf={csrf} lang={lang} t={t} />;
    return recordPage(web, c, { title: t('staff.title'), current: 'staff', status }, body);
  };

  return new Hono()
    .get('/desk/staff', (c) => show(c))
    .post('/desk/staff', async (c) => {
      const { t } = settingOf(web, c);
      const body = await c.req.parseBody();
      const sent = await sentFields(c);
      const typed = { username: sent('username'), displayName: sent('displayName'), role: sent('role') };
      const role = ROLES.find((one) => one === typed.role);
      if (!role) return show(c, typed, { role: refusedText('bad_role', t) });
      const password = typeof body['password'] === 'string' ? body['password'] : '';
      const made = await act(web, c, (work) => createStaff(work, { ...typed, role, password }));
      if (!made.ok) return show(c, typed, { [FIELD_OF[made.error.code]]: refusedText(made.error.code, t) });
      return c.redirect('/desk/staff?done=staff_added', 303);
    })
    .post('/desk/staff/:id', async (c) => {
      const { t } = settingOf(web, c);
      const id = c.req.param('id');
      const active = (await sentFields(c))('active') === 'yes';
      if (id === memberOf(c).id) return show(c, EMPTY, { form: refusedText('own_account', t) });
      const known = isUuid(id) && (await act(web, c, (work) => setStaffActive(work, id, active)));
      if (!known) return web.errorPage(c, 404);
      return c.redirect(`/desk/staff?done=${active ? 'staff_opened' : 'staff_closed'}`, 303);
    });
};
