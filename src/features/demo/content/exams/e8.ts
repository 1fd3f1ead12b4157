import type { DemoExam } from '../types.ts';

export const E8: DemoExam = {
  id: 'E8',
  title: { ar: 'مبادئ النظريات الموسيقية', en: 'Basic music theory' },
  minutes: 30,
  passMarkPercent: 60,
  validityMonths: null,
  items: [
    {
      question: { ar: 'كم سطرا في المدرج الموسيقي؟', en: 'How many lines does the musical staff have?' },
      options: [
        { ar: 'أربعة', en: 'Four' },
        { ar: 'خمسة', en: 'Five' },
        { ar: 'ستة', en: 'Six' },
        { ar: 'سبعة', en: 'Seven' },
      ],
      correct: 1,
    },
    {
      question: {
        ar: 'ما النغمة التي تلي «مي» صعودا في سلم دو الكبير؟',
        en: 'Which note follows Mi (E) going up the scale of C major?',
      },
      options: [
        { ar: 'ري', en: 'Re (D)' },
        { ar: 'صول', en: 'Sol (G)' },
        { ar: 'فا', en: 'Fa (F)' },
        { ar: 'لا', en: 'La (A)' },
      ],
      correct: 2,
    },
    {
      question: {
        ar: 'أي نغمة يحددها مفتاح صول على السطر الثاني من أسفل المدرج؟',
        en: 'Which note does the treble clef fix on the second line from the bottom of the staff?',
      },
      options: [
        { ar: 'صول', en: 'Sol (G)' },
        { ar: 'دو', en: 'Do (C)' },
        { ar: 'فا', en: 'Fa (F)' },
        { ar: 'لا', en: 'La (A)' },
      ],
      correct: 0,
    },
    {
      question: {
        ar: 'في مفتاح صول، ما النغمة المكتوبة على السطر الأول من أسفل؟',
        en: 'In the treble clef, which note is written on the bottom line?',
      },
      options: [
        { ar: 'مي', en: 'Mi (E)' },
        { ar: 'دو', en: 'Do (C)' },
        { ar: 'فا', en: 'Fa (F)' },
        { ar: 'صول', en: 'Sol (G)' },
      ],
      correct: 0,
    },
    {
      question: {
        ar: 'في مفتاح صول، ما النغمات المكتوبة في المسافات الأربع من الأسفل إلى الأعلى؟',
        en: 'In the treble clef, which notes are written in the four spaces from bottom to top?',
      },
      options: [
        { ar: 'مي ثم صول ثم سي ثم ري', en: 'Mi, Sol, Si, Re (E, G, B, D)' },
        { ar: 'فا ثم لا ثم دو ثم مي', en: 'Fa, La, Do, Mi (F, A, C, E)' },
        { ar: 'دو ثم ري ثم مي ثم فا', en: 'Do, Re, Mi, Fa (C, D, E, F)' },
        { ar: 'صول ثم سي ثم ري ثم فا', en: 'Sol, Si, Re, Fa (G, B, D, F)' },
      ],
      correct: 1,
    },
    {
      question: {
        ar: 'كم زمنا (نوار) تساوي العلامة المستديرة (روند)؟',
        en: 'How many quarter-note beats does a whole note last?',
      },
      options: [
        { ar: 'أربعة', en: 'Four' },
        { ar: 'واحد', en: 'One' },
        { ar: 'اثنان', en: 'Two' },
        { ar: 'ثمانية', en: 'Eight' },
      ],
      correct: 0,
    },
    {
      question: {
        ar: 'كم علامة من ذات السن (كروش) تساوي علامة سوداء واحدة (نوار)؟',
        en: 'How many eighth notes equal one quarter note?',
      },
      options: [
        { ar: 'اثنان', en: 'Two' },
        { ar: 'ثلاثة', en: 'Three' },
        { ar: 'أربعة', en: 'Four' },
        { ar: 'ثمانية', en: 'Eight' },
      ],
      correct: 0,
    },
    {
      question: {
        ar: 'علامة بيضاء (بلانش) منقوطة: كم زمنا (نوار) تساوي؟',
        en: 'A dotted half note lasts how many quarter-note beats?',
      },
      options: [
        { ar: 'اثنان', en: 'Two' },
        { ar: 'أربعة', en: 'Four' },
        { ar: 'ثلاثة', en: 'Three' },
        { ar: 'خمسة', en: 'Five' },
      ],
      correct: 2,
    },
    {
      question: {
        ar: 'كم زمنا (نوار) في المازورة الواحدة في الميزان 3/4؟',
        en: 'How many quarter-note beats are there in one bar of 3/4 time?',
      },
      options: [
        { ar: 'اثنان', en: 'Two' },
        { ar: 'أربعة', en: 'Four' },
        { ar: 'ستة', en: 'Six' },
        { ar: 'ثلاثة', en: 'Three' },
      ],
      correct: 3,
    },
    {
      question: { ar: 'ماذا تفعل علامة الدييز بالنغمة؟', en: 'What does a sharp sign do to a note?' },
      options: [
        { ar: 'تخفضها نصف بعد', en: 'Lowers it by a semitone' },
        { ar: 'تضاعف مدتها', en: 'Doubles its length' },
        { ar: 'ترفعها نصف بعد', en: 'Raises it by a semitone' },
        { ar: 'تلغي أي تحويل سابق', en: 'Cancels an earlier accidental' },
      ],
      correct: 2,
    },
    {
      question: {
        ar: 'ما العلامة التي تلغي أثر الدييز أو البيمول؟',
        en: 'Which sign cancels the effect of a sharp or a flat?',
      },
      options: [
        { ar: 'علامة الرباط', en: 'The tie' },
        { ar: 'علامة السكتة', en: 'The rest' },
        { ar: 'علامة الطبيعي (بيكار)', en: 'The natural sign' },
        { ar: 'علامة الإعادة', en: 'The repeat sign' },
      ],
      correct: 2,
    },
    {
      question: { ar: 'ماذا تعني السكتة في التدوين الموسيقي؟', en: 'What does a rest mean in musical notation?' },
      options: [
        { ar: 'عزفا أقوى', en: 'Playing louder' },
        { ar: 'تكرار المقطع', en: 'Repeating the passage' },
        { ar: 'الانتقال إلى مقام آخر', en: 'Moving to another maqam' },
        { ar: 'صمتا لمدة محددة', en: 'Silence for a set length' },
      ],
      correct: 3,
    },
    {
      question: {
        ar: 'بين أي نغمتين نصف بعد في سلم دو الكبير؟',
        en: 'Between which two notes is there a semitone in the scale of C major?',
      },
      options: [
        { ar: 'دو وري', en: 'Do and Re (C and D)' },
        { ar: 'فا وصول', en: 'Fa and Sol (F and G)' },
        { ar: 'صول ولا', en: 'Sol and La (G and A)' },
        { ar: 'مي وفا', en: 'Mi and Fa (E and F)' },
      ],
      correct: 3,
    },
    {
      question: {
        ar: 'أي مقام مما يأتي يحتوي في جنسه الأول على ثلاثة أرباع البعد؟',
        en: 'Which of the following maqams has three-quarter-tone steps in its first jins?',
      },
      options: [
        { ar: 'نهاوند', en: 'Nahawand' },
        { ar: 'راست', en: 'Rast' },
        { ar: 'عجم', en: 'Ajam' },
        { ar: 'كرد', en: 'Kurd' },
      ],
      correct: 1,
    },
    {
      question: { ar: 'أي مقام هو الأقرب إلى السلم الكبير (ماجور)؟', en: 'Which maqam is closest to the major scale?' },
      options: [
        { ar: 'صبا', en: 'Saba' },
        { ar: 'حجاز', en: 'Hijaz' },
        { ar: 'كرد', en: 'Kurd' },
        { ar: 'عجم', en: 'Ajam' },
      ],
      correct: 3,
    },
    {
      question: { ar: 'أي مقام هو الأقرب إلى السلم الصغير (مينور)؟', en: 'Which maqam is closest to the minor scale?' },
      options: [
        { ar: 'راست', en: 'Rast' },
        { ar: 'نهاوند', en: 'Nahawand' },
        { ar: 'عجم', en: 'Ajam' },
        { ar: 'سيكاه', en: 'Sikah' },
      ],
      correct: 1,
    },
    {
      question: {
        ar: 'أي مقام يتميز في جنسه الأول ببعد زائد (بعد ونصف تقريبا) بين درجتيه الثانية والثالثة؟',
        en: 'Which maqam has in its first jins an augmented second (about a tone and a half) between its second and third degrees?',
      },
      options: [
        { ar: 'بياتي', en: 'Bayati' },
        { ar: 'عجم', en: 'Ajam' },
        { ar: 'راست', en: 'Rast' },
        { ar: 'حجاز', en: 'Hijaz' },
      ],
      correct: 3,
    },
    {
      question: {
        ar: 'ما الدرجة التي يستقر عليها عادة مقام البياتي الأساسي؟',
        en: 'On which note does the basic maqam Bayati usually rest?',
      },
      options: [
        { ar: 'ري', en: 'Re (D)' },
        { ar: 'دو', en: 'Do (C)' },
        { ar: 'فا', en: 'Fa (F)' },
        { ar: 'صول', en: 'Sol (G)' },
      ],
      correct: 0,
    },
    {
      question: {
        ar: 'سطر قصير في الميزان 4/4: دو سوداء، ري سوداء، مي بيضاء. هل تكتمل المازورة؟',
        en: 'A short line in 4/4 time: Do quarter, Re quarter, Mi half. Is the bar complete?',
      },
      options: [
        { ar: 'لا، ينقصها زمن', en: 'No, one beat is missing' },
        { ar: 'نعم، فيها أربعة أزمنة', en: 'Yes, it has four beats' },
        { ar: 'لا، ينقصها زمنان', en: 'No, two beats are missing' },
        { ar: 'لا، فيها زمن زائد', en: 'No, it has one beat too many' },
      ],
      correct: 1,
    },
    {
      question: {
        ar: 'اقرأ السطر الآتي: دو، ري، مي، ري، دو. كيف تتحرك النغمات؟',
        en: 'Read this line: Do, Re, Mi, Re, Do. How do the notes move?',
      },
      options: [
        { ar: 'تهبط ثم تصعد', en: 'Down and then up' },
        { ar: 'تصعد دائما', en: 'Always up' },
        { ar: 'تصعد ثم تهبط', en: 'Up and then down' },
        { ar: 'تبقى على نغمة واحدة', en: 'They stay on one note' },
      ],
      correct: 2,
    },
  ],
};
