import type { Child } from 'hono/jsx';
import { Ltr } from '#ui/Bdi.tsx';
import { Table } from '#ui/Table.tsx';
import type { Preview } from '../preview.ts';
import type { T } from './OfferingWords.tsx';

type SmsTableProps = {
  readonly sms: Preview['sms'];
  /** Only if the minimum is missed. */
  readonly later?: boolean;
  readonly t: T;
};

/** The messages of an act that is looked at before it is done, each with who would get it. */
export function SmsTable({ sms, later = false, t }: SmsTableProps) {
  return (
    <Table
      id="messages"
      caption={t(later ? 'preview.messages.later' : 'preview.messages')}
      empty={t('preview.messages.none')}
      columns={[
        { label: t('preview.text') },
        { label: t('col.clause') },
        { label: t('preview.language') },
        { label: t('preview.people'), number: true },
        { label: t('preview.parts'), number: true },
      ]}
      rows={sms.map((m): Child[] => [
        <>
          <span lang={m.language} dir={m.language === 'ar' ? 'rtl' : 'ltr'}>
            {m.text}
          </span>
          <details class="details">
            <summary>{t('preview.who', { count: m.names.length })}</summary>
            <ul>
              {m.names.map((name) => (
                <li>
                  <bdi>{name}</bdi>
                </li>
              ))}
            </ul>
          </details>
        </>,
        <Ltr>{m.clause ?? '–'}</Ltr>,
        t(`language.${m.language}`),
        m.names.length,
        m.parts,
      ])}
    />
  );
}
