import type { DemoExam } from '../types.ts';

export const E5: DemoExam = {
  id: 'E5',
  title: { ar: 'أساسيات التصميم الجرافيكي', en: 'Graphic design basics' },
  minutes: 30,
  passMarkPercent: 60,
  validityMonths: null,
  items: [
    {
      question: { ar: 'ما الألوان الأساسية في نظام RGB؟', en: 'What are the primary colours of the RGB system?' },
      options: [
        { ar: 'الأحمر والأصفر والأزرق', en: 'Red, yellow and blue' },
        { ar: 'السماوي والأرجواني والأصفر', en: 'Cyan, magenta and yellow' },
        { ar: 'الأحمر والأخضر والأزرق', en: 'Red, green and blue' },
        { ar: 'الأبيض والأسود والرمادي', en: 'White, black and grey' },
      ],
      correct: 2,
    },
    {
      question: {
        ar: 'أي نظام ألوان يُستعمل عادة لإعداد التصاميم للطباعة التجارية؟',
        en: 'Which colour system is normally used to prepare designs for commercial printing?',
      },
      options: [
        { ar: 'RGB', en: 'RGB' },
        { ar: 'HDMI', en: 'HDMI' },
        { ar: 'HTML', en: 'HTML' },
        { ar: 'CMYK', en: 'CMYK' },
      ],
      correct: 3,
    },
    {
      question: {
        ar: 'ما الحبر الذي يرمز إليه الحرف K في CMYK؟',
        en: 'Which ink does the letter K in CMYK stand for?',
      },
      options: [
        { ar: 'الأسود', en: 'Black' },
        { ar: 'الأزرق', en: 'Blue' },
        { ar: 'البني', en: 'Brown' },
        { ar: 'الأحمر', en: 'Red' },
      ],
      correct: 0,
    },
    {
      question: {
        ar: 'ما اللون المكمل للأحمر في عجلة الألوان التقليدية للرسامين؟',
        en: "Which colour is the complement of red on the traditional painters' colour wheel?",
      },
      options: [
        { ar: 'البرتقالي', en: 'Orange' },
        { ar: 'الأصفر', en: 'Yellow' },
        { ar: 'البنفسجي', en: 'Purple' },
        { ar: 'الأخضر', en: 'Green' },
      ],
      correct: 3,
    },
    {
      question: { ar: 'أي الألوان الآتية يُعد لونا دافئا؟', en: 'Which of the following is considered a warm colour?' },
      options: [
        { ar: 'الأزرق', en: 'Blue' },
        { ar: 'الأخضر المزرق', en: 'Bluish green' },
        { ar: 'السماوي', en: 'Cyan' },
        { ar: 'البرتقالي', en: 'Orange' },
      ],
      correct: 3,
    },
    {
      question: { ar: 'ما لون الرمز FFFFFF في تصميم الويب؟', en: 'Which colour is the code FFFFFF in web design?' },
      options: [
        { ar: 'الأبيض', en: 'White' },
        { ar: 'الأسود', en: 'Black' },
        { ar: 'الأحمر', en: 'Red' },
        { ar: 'الرمادي', en: 'Grey' },
      ],
      correct: 0,
    },
    {
      question: {
        ar: 'أي تركيب هو الأسهل قراءة من حيث التباين؟',
        en: 'Which combination is the easiest to read in terms of contrast?',
      },
      options: [
        { ar: 'نص أسود على خلفية بيضاء', en: 'Black text on a white background' },
        { ar: 'نص أصفر على خلفية بيضاء', en: 'Yellow text on a white background' },
        { ar: 'نص رمادي فاتح على خلفية بيضاء', en: 'Light grey text on a white background' },
        { ar: 'نص أزرق داكن على خلفية سوداء', en: 'Dark blue text on a black background' },
      ],
      correct: 0,
    },
    {
      question: { ar: 'ما الذي يميز خطوط Serif اللاتينية؟', en: 'What distinguishes Latin serif typefaces?' },
      options: [
        { ar: 'أنها مائلة دائما', en: 'They are always slanted' },
        { ar: 'زوائد صغيرة عند أطراف الحروف', en: 'Small strokes at the ends of the letters' },
        { ar: 'أنها ملونة', en: 'They are coloured' },
        { ar: 'أنها بلا حروف كبيرة', en: 'They have no capital letters' },
      ],
      correct: 1,
    },
    {
      question: {
        ar: 'ماذا تسمى المسافة الرأسية بين أسطر النص؟',
        en: 'What is the vertical distance between lines of text called?',
      },
      options: [
        { ar: 'تباعد الحروف (Kerning)', en: 'Kerning' },
        { ar: 'تباعد الأسطر (Leading)', en: 'Leading' },
        { ar: 'الهامش (Margin)', en: 'Margin' },
        { ar: 'الشفافية (Opacity)', en: 'Opacity' },
      ],
      correct: 1,
    },
    {
      question: { ar: 'ما الذي يضبطه تباعد الحروف (Kerning)؟', en: 'What does kerning adjust?' },
      options: [
        { ar: 'المسافة بين حرفين متجاورين', en: 'The space between two neighbouring letters' },
        { ar: 'سماكة الحرف', en: 'The thickness of a letter' },
        { ar: 'لون الخلفية', en: 'The colour of the background' },
        { ar: 'عدد الأعمدة', en: 'The number of columns' },
      ],
      correct: 0,
    },
    {
      question: {
        ar: 'ما فائدة الطبقات (Layers) في برامج التصميم؟',
        en: 'What are layers good for in design software?',
      },
      options: [
        { ar: 'زيادة دقة الشاشة', en: 'Raising the resolution of the screen' },
        { ar: 'تعديل عنصر دون التأثير في غيره', en: 'Editing one element without affecting the others' },
        { ar: 'طباعة التصميم أسرع', en: 'Printing the design faster' },
        { ar: 'تحويل النص إلى صوت', en: 'Turning text into speech' },
      ],
      correct: 1,
    },
    {
      question: {
        ar: 'أين يظهر عنصر معتم في الطبقة العليا بالنسبة إلى ما تحته؟',
        en: 'How does an opaque element on the top layer appear in relation to what lies below it?',
      },
      options: [
        { ar: 'يختفي خلف ما تحته', en: 'It disappears behind what is below' },
        { ar: 'يغطي ما تحته', en: 'It covers what is below' },
        { ar: 'يصبح شفافا تلقائيا', en: 'It becomes transparent by itself' },
        { ar: 'يُحذف عند الحفظ', en: 'It is deleted on saving' },
      ],
      correct: 1,
    },
    {
      question: {
        ar: 'ماذا يحدث لطبقة عند ضبط نسبة عتامتها (Opacity) على صفر؟',
        en: 'What happens to a layer when its opacity is set to zero?',
      },
      options: [
        { ar: 'تصبح سوداء', en: 'It becomes black' },
        { ar: 'تُحذف من الملف', en: 'It is deleted from the file' },
        { ar: 'لا تظهر', en: 'It cannot be seen' },
        { ar: 'تتضاعف مساحتها', en: 'It doubles in size' },
      ],
      correct: 2,
    },
    {
      question: {
        ar: 'أي صيغة مما يأتي تدعم الخلفية الشفافة؟',
        en: 'Which of the following formats supports a transparent background?',
      },
      options: [
        { ar: 'JPEG', en: 'JPEG' },
        { ar: 'MP3', en: 'MP3' },
        { ar: 'TXT', en: 'TXT' },
        { ar: 'PNG', en: 'PNG' },
      ],
      correct: 3,
    },
    {
      question: {
        ar: 'أي صيغة هي الأنسب لشعار يُكبر دون فقدان الجودة؟',
        en: 'Which format is best for a logo that is enlarged without losing quality?',
      },
      options: [
        { ar: 'SVG', en: 'SVG' },
        { ar: 'JPEG', en: 'JPEG' },
        { ar: 'GIF', en: 'GIF' },
        { ar: 'BMP', en: 'BMP' },
      ],
      correct: 0,
    },
    {
      question: { ar: 'ما الذي تتكون منه الصورة النقطية (Raster)؟', en: 'What is a raster image made of?' },
      options: [
        { ar: 'معادلات رياضية لمنحنيات', en: 'Mathematical formulas of curves' },
        { ar: 'حروف نصية', en: 'Text characters' },
        { ar: 'مقاطع صوتية', en: 'Sound clips' },
        { ar: 'بكسلات', en: 'Pixels' },
      ],
      correct: 3,
    },
    {
      question: {
        ar: 'أي دقة هي المعتادة للطباعة عالية الجودة؟',
        en: 'Which resolution is usual for high-quality printing?',
      },
      options: [
        { ar: '72 نقطة في البوصة', en: '72 dots per inch' },
        { ar: '10 نقاط في البوصة', en: '10 dots per inch' },
        { ar: '300 نقطة في البوصة', en: '300 dots per inch' },
        { ar: '30 نقطة في البوصة', en: '30 dots per inch' },
      ],
      correct: 2,
    },
    {
      question: {
        ar: 'ما اسم المساحة الإضافية حول التصميم التي تُقص بعد الطباعة؟',
        en: 'What is the extra area around a design that is trimmed off after printing called?',
      },
      options: [
        { ar: 'الشبكة (Grid)', en: 'Grid' },
        { ar: 'التدرج (Gradient)', en: 'Gradient' },
        { ar: 'حد القص (Bleed)', en: 'Bleed' },
        { ar: 'الظل (Shadow)', en: 'Shadow' },
      ],
      correct: 2,
    },
    {
      question: {
        ar: 'ما أثر ترك مساحات فارغة كافية في التصميم؟',
        en: 'What is the effect of leaving enough empty space in a design?',
      },
      options: [
        { ar: 'يزيد حجم الملف دائما', en: 'It always makes the file larger' },
        { ar: 'يسهل القراءة ويبرز العناصر المهمة', en: 'It makes reading easier and brings out what matters' },
        { ar: 'يغير ألوان الصور', en: 'It changes the colours of the pictures' },
        { ar: 'يمنع طباعة التصميم', en: 'It prevents the design from being printed' },
      ],
      correct: 1,
    },
    {
      question: { ar: 'ما المقصود بالتسلسل البصري (Visual hierarchy)؟', en: 'What is visual hierarchy?' },
      options: [
        { ar: 'ترتيب الملفات بحسب حجمها', en: 'Sorting files by size' },
        { ar: 'استعمال لون واحد فقط', en: 'Using one colour only' },
        { ar: 'ترتيب العناصر بحسب أهميتها للعين', en: 'Arranging elements by their importance to the eye' },
        { ar: 'رسم العناصر بالحجم نفسه', en: 'Drawing all elements at the same size' },
      ],
      correct: 2,
    },
  ],
};
