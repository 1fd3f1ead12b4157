import type { Lang } from '#kernel/lang.ts';
import { translator } from '#platform/i18n/messages.ts';
import { Ltr } from '#ui/Bdi.tsx';
import { Form, SelectField, SubmitButton, TextField } from '#ui/Form.tsx';
import { Table } from '#ui/Table.tsx';
import { Tag } from '#ui/Tag.tsx';
import { MIN_PASSWORD, ROLES, type Role } from '../../staff/index.ts';
import { frameMessages } from '../frame-messages.ts';
import type { RecordTranslate } from '../record-messages.ts';
import { Mistakes, PageHead } from './RecordWords.tsx';

export type StaffAccount = {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly role: Role;
  readonly active: boolean;
};

export type StaffView = {
  readonly accounts: readonly StaffAccount[];
  /** The account of the reader, which the reader cannot close. */
  readonly own: string;
  readonly typed: { readonly username: string; readonly displayName: string; readonly role: string };
  readonly errors: Readonly<Record<string, string>>;
};

type Props = { readonly view: StaffView; readonly csrf: string; readonly lang: Lang; readonly t: RecordTranslate };

export function StaffPage({ view, csrf, lang, t }: Props) {
  const { accounts, own, typed, errors } = view;
  const words = translator(frameMessages, lang);
  return (
    <>
      <PageHead title={t('staff.title')} />
      <Mistakes errors={errors} lang={lang} />
      <Table
        id="staff"
        caption={t('staff.caption')}
        hideCaption
        columns={[
          { label: t('staff.username') },
          { label: t('staff.displayName') },
          { label: t('staff.role') },
          { label: t('state') },
          { label: t('actions') },
        ]}
        rows={accounts.map((account) => [
          <Ltr>{account.username}</Ltr>,
          <bdi>{account.displayName}</bdi>,
          words(`role.${account.role}`),
          <Tag tone={account.active ? 'ok' : 'quiet'}>{t(account.active ? 'staff.active' : 'staff.inactive')}</Tag>,
          account.id === own ? t('staff.self') : <Toggle account={account} csrf={csrf} t={t} />,
        ])}
      />
      <section class="panel" aria-labelledby="new-account">
        <h2 id="new-account" class="h3">
          {t('staff.add')}
        </h2>
        <Form action="/desk/staff" csrf={csrf}>
          <TextField
            name="username"
            label={t('staff.username')}
            hint={t('staff.username.hint')}
            value={typed.username}
            error={errors['username']}
            dir="ltr"
            autocomplete="off"
          />
          <TextField
            name="displayName"
            label={t('staff.displayName')}
            value={typed.displayName}
            error={errors['displayName']}
            autocomplete="off"
          />
          <SelectField
            name="role"
            label={t('staff.role')}
            options={ROLES.map((value) => ({ value, label: words(`role.${value}`) }))}
            value={typed.role}
            error={errors['role']}
            empty={t('choose')}
          />
          <TextField
            name="password"
            type="password"
            label={t('staff.password')}
            hint={t('staff.password.hint', { least: MIN_PASSWORD })}
            error={errors['password']}
            dir="ltr"
            autocomplete="new-password"
          />
          <div>
            <SubmitButton>{t('staff.add.button')}</SubmitButton>
          </div>
        </Form>
      </section>
    </>
  );
}

function Toggle({ account, csrf, t }: { account: StaffAccount; csrf: string; t: RecordTranslate }) {
  const { id, username, active } = account;
  const verb = active ? 'deactivate' : 'activate';
  return (
    <Form action={`/desk/staff/${id}`} csrf={csrf} look="inline">
      <input type="hidden" name="active" value={active ? 'no' : 'yes'} />
      <SubmitButton tone="quiet" label={t(`staff.${verb}.label`, { username })}>
        {t(`staff.${verb}`)}
      </SubmitButton>
    </Form>
  );
}
