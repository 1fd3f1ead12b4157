import type { Translate } from '#platform/i18n/messages.ts';
import { Ltr } from '#ui/Bdi.tsx';
import { Facts } from '#ui/Facts.tsx';
import { Table } from '#ui/Table.tsx';
import type { messages } from '../messages.ts';

type T = Translate<typeof messages>;
export type DemoAccount = {
  readonly username: string;
  readonly role: 'administrator' | 'training_officer' | 'exam_author' | 'trainer' | 'finance' | 'auditor';
  readonly password: string;
};

const TOOLS = [
  ['demo.phone', '/demo/phone'],
  ['demo.bank', '/demo/bank'],
  ['demo.clock', '/demo/clock'],
  ['demo.desk', '/desk'],
] as const;
const STEPS = ['demo.step1', 'demo.step2', 'demo.step3', 'demo.step4', 'demo.step5'] as const;

/** What the demo is, a tour, its tools and its accounts. */
export function DemoPage({ accounts, t }: { readonly accounts: readonly DemoAccount[]; readonly t: T }) {
  return (
    <div class="stack">
      <h1 class="h1">{t('demo.title')}</h1>
      <p class="measure">{t('demo.lead')}</p>
      <section class="stack">
        <h2 class="h2">{t('demo.tools')}</h2>
        <ul class="tiles tiles-share">
          {TOOLS.map(([key, href]) => (
            <li class="card tile">
              <h3 class="h3">
                <a href={href}>{t(key)}</a>
              </h3>
              <p>{t(`${key}.text`)}</p>
            </li>
          ))}
        </ul>
      </section>
      <section class="prose">
        <h2 class="h2">{t('demo.steps')}</h2>
        <ol>
          {STEPS.map((key) => (
            <li>{t(key)}</li>
          ))}
        </ol>
      </section>
      <section class="stack">
        <Table
          id="accounts"
          caption={t('demo.accounts')}
          columns={[{ label: t('demo.account') }, { label: t('demo.role') }]}
          rows={accounts.map((a) => [<Ltr>{a.username}</Ltr>, t(`role.${a.role}`)])}
        />
        <Facts items={[{ term: t('demo.password'), value: <Ltr>{accounts[0]?.password ?? ''}</Ltr> }]} />
      </section>
    </div>
  );
}
