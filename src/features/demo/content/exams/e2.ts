import type { DemoExam } from '../types.ts';

export const E2: DemoExam = {
  id: 'E2',
  title: { ar: 'اللغة الإنجليزية – مستوى أساسي', en: 'English, elementary (A1→A2)' },
  minutes: 30,
  passMarkPercent: 60,
  validityMonths: 24,
  items: [
    {
      question: {
        ar: 'اختر الكلمة أو العبارة التي تكمل الجملة: «My sister ___ in a hospital in Amman»',
        en: 'Choose the word or phrase that completes the sentence: "My sister ___ in a hospital in Amman"',
      },
      options: [
        { ar: 'work', en: 'work' },
        { ar: 'working', en: 'working' },
        { ar: 'works', en: 'works' },
        { ar: 'are work', en: 'are work' },
      ],
      correct: 2,
    },
    {
      question: {
        ar: 'اختر الكلمة أو العبارة التي تكمل الجملة: «We ___ from Jordan»',
        en: 'Choose the word or phrase that completes the sentence: "We ___ from Jordan"',
      },
      options: [
        { ar: 'is', en: 'is' },
        { ar: 'am', en: 'am' },
        { ar: 'be', en: 'be' },
        { ar: 'are', en: 'are' },
      ],
      correct: 3,
    },
    {
      question: {
        ar: 'اختر الكلمة أو العبارة التي تكمل الجملة: «I ___ to the library yesterday»',
        en: 'Choose the word or phrase that completes the sentence: "I ___ to the library yesterday"',
      },
      options: [
        { ar: 'go', en: 'go' },
        { ar: 'goes', en: 'goes' },
        { ar: 'going', en: 'going' },
        { ar: 'went', en: 'went' },
      ],
      correct: 3,
    },
    {
      question: {
        ar: 'اختر الكلمة أو العبارة التي تكمل الجملة: «She ___ not like coffee»',
        en: 'Choose the word or phrase that completes the sentence: "She ___ not like coffee"',
      },
      options: [
        { ar: 'does', en: 'does' },
        { ar: 'do', en: 'do' },
        { ar: 'is', en: 'is' },
        { ar: 'are', en: 'are' },
      ],
      correct: 0,
    },
    {
      question: {
        ar: 'اختر الكلمة أو العبارة التي تكمل الجملة: «They ___ at home last night»',
        en: 'Choose the word or phrase that completes the sentence: "They ___ at home last night"',
      },
      options: [
        { ar: 'was', en: 'was' },
        { ar: 'are', en: 'are' },
        { ar: 'were', en: 'were' },
        { ar: 'is', en: 'is' },
      ],
      correct: 2,
    },
    {
      question: {
        ar: 'اختر الكلمة أو العبارة التي تكمل الجملة: «I did not ___ the film on Friday evening»',
        en: 'Choose the word or phrase that completes the sentence: "I did not ___ the film on Friday evening"',
      },
      options: [
        { ar: 'see', en: 'see' },
        { ar: 'saw', en: 'saw' },
        { ar: 'seen', en: 'seen' },
        { ar: 'seeing', en: 'seeing' },
      ],
      correct: 0,
    },
    {
      question: {
        ar: 'اختر الكلمة أو العبارة التي تكمل الجملة: «Be quiet, please. The baby ___ now»',
        en: 'Choose the word or phrase that completes the sentence: "Be quiet, please. The baby ___ now"',
      },
      options: [
        { ar: 'sleep', en: 'sleep' },
        { ar: 'is sleeping', en: 'is sleeping' },
        { ar: 'slept', en: 'slept' },
        { ar: 'sleeping', en: 'sleeping' },
      ],
      correct: 1,
    },
    {
      question: {
        ar: 'اختر الكلمة أو العبارة التي تكمل الجملة: «There ___ two chairs in the room»',
        en: 'Choose the word or phrase that completes the sentence: "There ___ two chairs in the room"',
      },
      options: [
        { ar: 'are', en: 'are' },
        { ar: 'is', en: 'is' },
        { ar: 'has', en: 'has' },
        { ar: 'be', en: 'be' },
      ],
      correct: 0,
    },
    {
      question: {
        ar: 'اختر الكلمة أو العبارة التي تكمل الجملة: «This bag is ___ than that bag»',
        en: 'Choose the word or phrase that completes the sentence: "This bag is ___ than that bag"',
      },
      options: [
        { ar: 'big', en: 'big' },
        { ar: 'biggest', en: 'biggest' },
        { ar: 'bigger', en: 'bigger' },
        { ar: 'more big', en: 'more big' },
      ],
      correct: 2,
    },
    {
      question: {
        ar: 'اختر الكلمة أو العبارة التي تكمل الجملة: «My birthday is ___ April»',
        en: 'Choose the word or phrase that completes the sentence: "My birthday is ___ April"',
      },
      options: [
        { ar: 'at', en: 'at' },
        { ar: 'on', en: 'on' },
        { ar: 'to', en: 'to' },
        { ar: 'in', en: 'in' },
      ],
      correct: 3,
    },
    {
      question: {
        ar: 'أي كلمة إنجليزية تدل على الغرفة التي نطبخ فيها الطعام؟',
        en: 'Which English word names the room where we cook food?',
      },
      options: [
        { ar: 'chicken', en: 'chicken' },
        { ar: 'kitchen', en: 'kitchen' },
        { ar: 'garden', en: 'garden' },
        { ar: 'bedroom', en: 'bedroom' },
      ],
      correct: 1,
    },
    {
      question: { ar: 'ما عكس كلمة expensive؟', en: 'What is the opposite of the word expensive?' },
      options: [
        { ar: 'heavy', en: 'heavy' },
        { ar: 'cheap', en: 'cheap' },
        { ar: 'early', en: 'early' },
        { ar: 'clean', en: 'clean' },
      ],
      correct: 1,
    },
    {
      question: { ar: 'أي يوم يأتي مباشرة بعد Tuesday؟', en: 'Which day comes right after Tuesday?' },
      options: [
        { ar: 'Thursday', en: 'Thursday' },
        { ar: 'Monday', en: 'Monday' },
        { ar: 'Wednesday', en: 'Wednesday' },
        { ar: 'Sunday', en: 'Sunday' },
      ],
      correct: 2,
    },
    {
      question: { ar: 'ما معنى كلمة uncle؟', en: 'What does the word uncle mean?' },
      options: [
        { ar: 'ابن الأخ', en: 'The son of a brother' },
        { ar: 'أخو الأب أو الأم', en: 'The brother of a father or mother' },
        { ar: 'والد الأب', en: 'The father of a father' },
        { ar: 'ابن الخالة', en: 'The son of an aunt' },
      ],
      correct: 1,
    },
    {
      question: {
        ar: 'سألك شخص أين تسكن. ما الجواب المناسب بالإنجليزية؟',
        en: 'Someone asks you where you live. Which answer in English fits?',
      },
      options: [
        { ar: 'In Marka', en: 'In Marka' },
        { ar: 'At seven', en: 'At seven' },
        { ar: 'Two brothers', en: 'Two brothers' },
        { ar: 'By bus', en: 'By bus' },
      ],
      correct: 0,
    },
    {
      question: {
        ar: 'سألت البائع عن ثمن قميص. ما الجواب المناسب بالإنجليزية؟',
        en: 'You ask a shop assistant the price of a shirt. Which answer in English fits?',
      },
      options: [
        { ar: 'Blue and white', en: 'Blue and white' },
        { ar: 'Very well', en: 'Very well' },
        { ar: 'Ten dinars', en: 'Ten dinars' },
        { ar: 'On Monday', en: 'On Monday' },
      ],
      correct: 2,
    },
    {
      question: {
        ar: 'اقرأ: «Sami is a bus driver. He starts work at six in the morning and finishes at two». متى ينتهي عمل سامي؟',
        en: 'Read: "Sami is a bus driver. He starts work at six in the morning and finishes at two". When does Sami finish work?',
      },
      options: [
        { ar: 'الساعة السادسة', en: "At six o'clock" },
        { ar: 'الساعة الثامنة', en: "At eight o'clock" },
        { ar: 'الساعة العاشرة', en: "At ten o'clock" },
        { ar: 'الساعة الثانية', en: "At two o'clock" },
      ],
      correct: 3,
    },
    {
      question: {
        ar: 'اقرأ: «Huda has two brothers and one sister. Her sister is a teacher and her brothers are students». ما عمل أخت هدى؟',
        en: 'Read: "Huda has two brothers and one sister. Her sister is a teacher and her brothers are students". What does the sister of Huda do?',
      },
      options: [
        { ar: 'معلمة', en: 'She is a teacher' },
        { ar: 'طالبة', en: 'She is a student' },
        { ar: 'ممرضة', en: 'She is a nurse' },
        { ar: 'سائقة', en: 'She is a driver' },
      ],
      correct: 0,
    },
    {
      question: {
        ar: 'اقرأ: «The museum is open every day except Friday. Tickets are three dinars, but children do not pay». من يدخل المتحف مجانا؟',
        en: 'Read: "The museum is open every day except Friday. Tickets are three dinars, but children do not pay". Who enters the museum free of charge?',
      },
      options: [
        { ar: 'الطلبة الجامعيون', en: 'University students' },
        { ar: 'جميع الزوار', en: 'All visitors' },
        { ar: 'الزوار يوم الجمعة', en: 'Visitors on Friday' },
        { ar: 'الأطفال', en: 'Children' },
      ],
      correct: 3,
    },
    {
      question: {
        ar: 'اقرأ: «It rained all day, so we stayed at home and played chess». لماذا بقوا في البيت؟',
        en: 'Read: "It rained all day, so we stayed at home and played chess". Why did they stay at home?',
      },
      options: [
        { ar: 'بسبب المرض', en: 'Because of an illness' },
        { ar: 'بسبب المطر', en: 'Because of the rain' },
        { ar: 'بسبب العمل', en: 'Because of work' },
        { ar: 'بسبب الامتحان', en: 'Because of an exam' },
      ],
      correct: 1,
    },
  ],
};
