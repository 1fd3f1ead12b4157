import type { Lang } from './lang.ts';
import type { Fils } from './money.ts';

/** A counted noun: its form depends on the number before it. All of them are masculine. */
type Noun = {
  readonly one: string;
  readonly two: string;
  /** After 3 to 10. */
  readonly few: string;
  /** After 11 to 99. */
  readonly many: string;
  /** After whole hundreds, thousands and millions. */
  readonly of: string;
};

const DINAR: Noun = { one: 'دينار واحد', two: 'ديناران', few: 'دنانير', many: 'دينارا', of: 'دينار' };
const FILS: Noun = { one: 'فلس واحد', two: 'فلسان', few: 'فلوس', many: 'فلسا', of: 'فلس' };

/** Thousand and million are counted like nouns; straight before another noun their dual and `many` are shortened. */
type Scale = Noun & { readonly twoBefore: string };
const THOUSAND: Scale = { one: 'ألف', two: 'ألفان', twoBefore: 'ألفا', few: 'آلاف', many: 'ألفا', of: 'ألف' };
const MILLION: Scale = {
  one: 'مليون',
  two: 'مليونان',
  twoBefore: 'مليونا',
  few: 'ملايين',
  many: 'مليونا',
  of: 'مليون',
};

const AR_ONES = ['', 'واحد', 'اثنان', 'ثلاثة', 'أربعة', 'خمسة', 'ستة', 'سبعة', 'ثمانية', 'تسعة', 'عشرة'];
const AR_TENS = ['', '', 'عشرون', 'ثلاثون', 'أربعون', 'خمسون', 'ستون', 'سبعون', 'ثمانون', 'تسعون'];
const AR_HUNDREDS = ['', 'مئة', 'مئتان', 'ثلاثمئة', 'أربعمئة', 'خمسمئة', 'ستمئة', 'سبعمئة', 'ثمانمئة', 'تسعمئة'];
const AND = ' و';

/** 3 to 99, of something masculine. */
function arabicSmall(n: number): string {
  if (n <= 10) return AR_ONES[n] ?? '';
  if (n === 11) return 'أحد عشر';
  if (n === 12) return 'اثنا عشر';
  if (n < 20) return `${AR_ONES[n - 10]} عشر`;
  const tens = AR_TENS[Math.floor(n / 10)] ?? '';
  return n % 10 === 0 ? tens : `${AR_ONES[n % 10]}${AND}${tens}`;
}

/** The form of a noun that follows a number ending in `rest` (0, or 3 to 99). */
const formAfter = (noun: Noun, rest: number): string => (rest === 0 ? noun.of : rest <= 10 ? noun.few : noun.many);

/** A number of thousands or millions. @param before whether the thing that is counted follows at once */
function arabicScale(n: number, scale: Scale, before: boolean): string {
  if (n === 1) return scale.one;
  if (n === 2) return before ? scale.twoBefore : scale.two;
  const rest = n % 100;
  // «مئة ألف وألف»: one and two stand in the noun itself.
  if (rest === 1 || rest === 2)
    return `${arabicScale(n - rest, scale, false)}${AND}${arabicScale(rest, scale, before)}`;
  const noun = rest > 10 && before ? scale.of : formAfter(scale, rest);
  return `${arabicBelowThousand(n, true)} ${noun}`;
}

/** 1 to 999. @param before whether a noun follows at once */
function arabicBelowThousand(n: number, before: boolean): string {
  const [hundreds, rest] = [Math.floor(n / 100), n % 100];
  const name = hundreds === 2 && rest === 0 && before ? 'مئتا' : AR_HUNDREDS[hundreds];
  return [name, rest > 0 ? arabicSmall(rest) : ''].filter(Boolean).join(AND);
}

function arabicCount(n: number, noun: Noun): string {
  if (n === 0) return `صفر ${noun.of}`;
  if (n === 1) return noun.one;
  if (n === 2) return noun.two;
  const rest = n % 100;
  if (rest === 1 || rest === 2) return `${arabicCount(n - rest, noun)}${AND}${arabicCount(rest, noun)}`;
  const [millions, thousands, below] = [Math.floor(n / 1e6), Math.floor(n / 1000) % 1000, n % 1000];
  const parts = [
    millions > 0 && arabicScale(millions, MILLION, thousands + below === 0),
    thousands > 0 && arabicScale(thousands, THOUSAND, below === 0),
    below > 0 && arabicBelowThousand(below, true),
  ].filter((part) => part !== false);
  return `${parts.join(AND)} ${formAfter(noun, rest)}`;
}

const EN_SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const EN_TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

function englishBelowHundred(n: number): string {
  if (n < 20) return EN_SMALL[n] ?? '';
  const tens = EN_TENS[Math.floor(n / 10)] ?? '';
  return n % 10 === 0 ? tens : `${tens}-${EN_SMALL[n % 10]}`;
}

function english(n: number): string {
  if (n < 100) return englishBelowHundred(n);
  const [size, name] = n < 1000 ? [100, 'hundred'] : n < 1e6 ? [1000, 'thousand'] : [1e6, 'million'];
  const rest = n % size;
  const head = `${english(Math.floor(n / size))} ${name}`;
  if (rest === 0) return head;
  return rest < 100 ? `${head} and ${englishBelowHundred(rest)}` : `${head} ${english(rest)}`;
}

const LARGEST = 1e9;

/**
 * An amount in words, dinars and fils: «خمسة عشر دينارا وخمسمئة فلس», “fifteen dinars and five hundred fils”.
 *
 * @param amount below a milliard dinars
 * @throws RangeError for more
 */
export function amountInWords(amount: Fils, lang: Lang): string {
  const [dinars, rest] = [Math.floor(amount / 1000), amount % 1000];
  if (dinars >= LARGEST) throw new RangeError(`an amount that is not put into words: ${amount}`);
  const count = lang === 'ar' ? arabicCount : (n: number, noun: Noun) => `${english(n)} ${englishNoun(n, noun)}`;
  const parts = [dinars > 0 || rest === 0 ? count(dinars, DINAR) : '', rest > 0 ? count(rest, FILS) : ''];
  return parts.filter(Boolean).join(lang === 'ar' ? AND : ' and ');
}

const englishNoun = (n: number, noun: Noun): string => (noun === FILS ? 'fils' : n === 1 ? 'dinar' : 'dinars');
