import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import type { Lang } from '#kernel/lang.ts';
import { translator } from '#platform/i18n/messages.ts';
import { Form, SubmitButton } from '#ui/Form.tsx';
import type { DeskPageOptions, Web } from '../shell/index.ts';
import { type DeskAction, may, memberOf } from '../staff/index.ts';
import { frameMessages } from './frame-messages.ts';

/** The menu of the desk, each entry with the action that opens it. */
const NAV = [
  { key: 'today', href: '/desk', action: 'see_offerings' },
  { key: 'offerings', href: '/desk/offerings', action: 'see_offerings' },
  { key: 'applications', href: '/desk/applications', action: 'see_applications' },
  { key: 'courses', href: '/desk/courses', action: 'edit_courses' },
  { key: 'exams', href: '/desk/exams', action: 'see_exams' },
  { key: 'bank', href: '/desk/bank', action: 'see_exams' },
  { key: 'proofs', href: '/desk/proofs', action: 'judge_proofs' },
  { key: 'finance', href: '/desk/finance', action: 'see_finance' },
  { key: 'receipts', href: '/desk/receipts', action: 'see_finance' },
  { key: 'ledger', href: '/desk/ledger', action: 'see_finance' },
  { key: 'staff', href: '/desk/staff', action: 'manage_staff' },
] as const satisfies readonly { readonly key: string; readonly href: string; readonly action: DeskAction }[];

/** Entries of the desk's menu. */
type DeskNavKey = (typeof NAV)[number]['key'];

export type DeskFrameOptions = {
  /** The language of the page; asked of `web` unless given. */
  readonly lang?: Lang;
  readonly title: string;
  readonly current: DeskNavKey;
  readonly status?: NonNullable<DeskPageOptions['status']>;
  readonly hasErrors?: boolean;
  readonly scripts?: NonNullable<DeskPageOptions['scripts']>;
};

/** A page of the desk: the menu of what the member's role may do, who is signed in, the way out. */
export function deskFrame(web: Web, c: Context, options: DeskFrameOptions, body: Child): Response | Promise<Response> {
  const { lang = web.lang(c), title, current, status = 200, hasErrors = false, scripts = [] } = options;
  const t = translator(frameMessages, lang);
  const member = memberOf(c);
  const nav = NAV.filter(({ action }) => may(member.role, action)).map(({ key, href }) => ({
    href,
    label: t(`nav.${key}`),
    current: key === current,
  }));
  const signOut = (
    <Form action="/desk/sign-out" csrf={web.csrf(c)} look="inline">
      <SubmitButton tone="quiet">{t('signOut')}</SubmitButton>
    </Form>
  );
  const user = { name: member.displayName, role: t(`role.${member.role}`) };
  return web.deskPage(c, { lang, title, status, hasErrors, scripts, nav, user, signOut }, body);
}
