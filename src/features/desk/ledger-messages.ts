import type { Lang } from '#kernel/lang.ts';
import { type Messages, type Translate, translator } from '#platform/i18n/messages.ts';
import type { Account } from '#procedure/payments/ledger.ts';
import type { BookRuleName } from '../ledger/index.ts';

const accounts = {
  'account.received': { ar: 'المقبوض', en: 'Received' },
  'account.waived': { ar: 'المعفى منه', en: 'Waived' },
  'account.applied': { ar: 'المحتسب رسوما', en: 'Applied' },
  'account.suspense': { ar: 'الأمانات المعلقة', en: 'Suspense' },
  'account.refund_due': { ar: 'المستحق رده', en: 'Refund due' },
  'account.refunded': { ar: 'المردود', en: 'Refunded' },
  'account.transferred': { ar: 'المنقول بين الطلبات', en: 'Transferred' },
  'account.received.means': {
    ar: 'كل ما دفعه الناس منذ البداية.',
    en: 'All that payers have ever sent.',
  },
  'account.waived.means': {
    ar: 'ما تحملته الأمانة من الرسوم بالإعفاء أو التخفيض.',
    en: 'What the municipality has forgone of fees.',
  },
  'account.applied.means': {
    ar: 'يقابل رسوم طلبات بعينها.',
    en: 'Stands for the fees of requests.',
  },
  'account.suspense.means': {
    ar: 'مبلغ مخالف أو رقم غير معروف، تبحث المالية عن صاحبه.',
    en: 'A wrong amount or an unknown number: finance finds out whose it is.',
  },
  'account.refund_due.means': {
    ar: 'دين علينا لشخص معروف: دفع متأخر أو مكرر، أو طلب انتهى.',
    en: 'Owed to a known person: paid too late or twice, or the request has ended.',
  },
  'account.refunded.means': { ar: 'عاد إلى من دفعه.', en: 'Went back to its payer.' },
  'account.transferred.means': {
    ar: 'انتقل من طلب إلى طلب، ومجموعه صفر.',
    en: 'Went from one request to another; nothing in all.',
  },
} as const satisfies Messages & Record<`account.${Account}`, unknown> & Record<`account.${Account}.means`, unknown>;

const rules = {
  'rule.movement_balances': { ar: 'كل حركة متوازنة', en: 'Every movement balances' },
  'rule.payment_is_received_once': {
    ar: 'كل دفعة قيدت مرة واحدة بمبلغها',
    en: 'Every payment is received once, in full',
  },
  'rule.received_came_from_a_payment': {
    ar: 'كل مبلغ مقبوض له إشعار دفع',
    en: 'Everything received came with a payment notice',
  },
  'rule.bill_is_explained': {
    ar: 'حالة كل رقم دفع تفسرها قيوده',
    en: 'The state of every bill is explained by its entries',
  },
  'rule.request_has_its_money': {
    ar: 'ما يقابل كل طلب هو ما دفع عنه',
    en: 'What stands for a request is what was paid for it',
  },
  'rule.seat_is_paid': { ar: 'كل مقعد مؤكد دفعت رسومه كاملة', en: 'Every confirmed seat is paid in full' },
  'rule.case_holds_its_money': {
    ar: 'كل حالة مالية مفتوحة فيها مبلغها، والمغلقة فارغة',
    en: 'An open finance case holds its money, a closed one holds none',
  },
  'rule.refund_went_back': { ar: 'كل رد مسجل خرج مبلغه', en: 'Every recorded refund went back' },
  'rule.ended_request_is_owed': {
    ar: 'مال كل طلب انتهى في حالة رد مفتوحة',
    en: 'The money of a request that ended is an open refund case',
  },
  'rule.transfers_arrive': { ar: 'كل نقل وصل', en: 'Every transfer arrived' },
  'rule.sources_and_places': {
    ar: 'لا حساب بعكس اتجاهه',
    en: 'No account stands on the wrong side',
  },
} as const satisfies Messages & Record<`rule.${BookRuleName}`, unknown>;

export const ledgerMessages = {
  ...accounts,
  ...rules,
  title: { ar: 'الدفاتر', en: 'Books' },
  lead: {
    ar: 'قيد مزدوج لكل فلس: كل حركة تخرج من حساب وتدخل في آخر، ولا يعدل قيد ولا يحذف. تفحص الدفاتر كل ليلة.',
    en: 'Double entry for every fils: each movement leaves one account and enters another, and no entry is ever changed. The books are looked through every night.',
  },
  green: { ar: 'الدفاتر سليمة', en: 'The books are right' },
  'green.text': {
    ar: 'كل فلس وصل موجود في مكان واحد فقط. آخر فحص: {at}، {who}.',
    en: 'Every fils that came stands in exactly one place. Last look: {at}, {who}.',
  },
  red: { ar: 'في الدفاتر خلل', en: 'The books are wrong' },
  'red.text': {
    ar: '{count, plural, zero {لا أسطر مخالفة} one {سطر واحد مخالف} two {سطران مخالفان} few {# أسطر مخالفة} many {# سطرا مخالفا} other {# سطر مخالف}}. آخر فحص: {at}، {who}. أبلغوا مدير النظام، ولا تسووا الحالات المذكورة قبل معرفة السبب.',
    en: '{count, plural, one {# row breaks a rule} other {# rows break a rule}}. Last look: {at}, {who}. Tell the administrator, and settle none of the cases named below before the cause is known.',
  },
  never: { ar: 'لم تفحص الدفاتر بعد', en: 'The books have not been looked through yet' },
  'never.text': {
    ar: 'يجري الفحص الأول الليلة، أو الآن بالزر أدناه.',
    en: 'The first look is taken tonight, or now with the button below.',
  },
  stale: { ar: 'آخر فحص قديم', en: 'The last look is old' },
  'stale.text': {
    ar: 'مضى أكثر من يوم على آخر فحص ليلي. تأكدوا من أن برنامج العمل الخلفي يعمل.',
    en: 'More than a day has passed since the last look. See that the worker is running.',
  },
  'by.clock': { ar: 'الفحص الليلي', en: 'the nightly look' },
  'by.person': { ar: 'بطلب من {name}', en: 'asked for by {name}' },
  check: { ar: 'افحص الآن', en: 'Check now' },
  'accounts.title': { ar: 'الحسابات', en: 'Accounts' },
  'accounts.name': { ar: 'الحساب', en: 'Account' },
  'accounts.balance': { ar: 'الرصيد', en: 'Balance' },
  'accounts.means': { ar: 'ما فيه', en: 'What it holds' },
  'accounts.held': {
    ar: 'يجب أن يكون في البنك: {amount}',
    en: 'What must lie in the bank: {amount}',
  },
  'findings.title': { ar: 'الأسطر المخالفة', en: 'Rows that break a rule' },
  'findings.rule': { ar: 'القاعدة', en: 'Rule' },
  'findings.row': { ar: 'السطر', en: 'Row' },
  'findings.more': {
    ar: 'وغيرها {count}. تظهر بعد إصلاح ما سبق.',
    en: 'And {count} more. They appear when those above are put right.',
  },
  'looks.title': { ar: 'آخر الفحوص', en: 'Last looks' },
  'looks.at': { ar: 'الوقت', en: 'Time' },
  'looks.who': { ar: 'من', en: 'By' },
  'looks.found': { ar: 'النتيجة', en: 'Found' },
  'looks.took': { ar: 'المدة (جزء من ألف من الثانية)', en: 'Took (ms)' },
  'looks.none': { ar: 'لا فحوص بعد.', en: 'No looks yet.' },
  'looks.green': { ar: 'سليمة', en: 'Right' },
  'looks.red': {
    ar: '{count, plural, zero {لا أسطر مخالفة} one {سطر مخالف} two {سطران مخالفان} few {# أسطر مخالفة} many {# سطرا مخالفا} other {# سطر مخالف}}',
    en: '{count, plural, one {# row} other {# rows}}',
  },
} as const satisfies Messages;

export type LedgerTranslate = Translate<typeof ledgerMessages>;
export const ledgerTexts = (lang: Lang): LedgerTranslate => translator(ledgerMessages, lang);
