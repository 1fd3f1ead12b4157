import type { DemoExam } from '../types.ts';

export const E3: DemoExam = {
  id: 'E3',
  title: { ar: 'جداول البيانات – أساسي', en: 'Spreadsheets, basic' },
  minutes: 30,
  passMarkPercent: 60,
  validityMonths: null,
  items: [
    {
      question: {
        ar: 'ماذا تسمى نقطة تقاطع صف مع عمود في جدول البيانات؟',
        en: 'What do you call the place where a row and a column of a spreadsheet meet?',
      },
      options: [
        { ar: 'ورقة', en: 'A sheet' },
        { ar: 'خلية', en: 'A cell' },
        { ar: 'مخطط', en: 'A chart' },
        { ar: 'مصنف', en: 'A workbook' },
      ],
      correct: 1,
    },
    {
      question: {
        ar: 'ما عنوان الخلية الواقعة في العمود C والصف 5؟',
        en: 'What is the address of the cell in column C and row 5?',
      },
      options: [
        { ar: 'CC5', en: 'CC5' },
        { ar: 'C55', en: 'C55' },
        { ar: 'R5C', en: 'R5C' },
        { ar: 'C5', en: 'C5' },
      ],
      correct: 3,
    },
    {
      question: {
        ar: 'بأي علامة تبدأ الصيغة في معظم برامج جداول البيانات؟',
        en: 'With which sign does a formula begin in most spreadsheet programs?',
      },
      options: [
        { ar: 'علامة المساواة', en: 'The equals sign' },
        { ar: 'علامة الاستفهام', en: 'The question mark' },
        { ar: 'علامة التعجب', en: 'The exclamation mark' },
        { ar: 'الفاصلة', en: 'The comma' },
      ],
      correct: 0,
    },
    {
      question: {
        ar: 'أي دالة تجمع قيم مجموعة من الخلايا؟',
        en: 'Which function adds up the values of a group of cells?',
      },
      options: [
        { ar: 'SUM', en: 'SUM' },
        { ar: 'COUNT', en: 'COUNT' },
        { ar: 'MAX', en: 'MAX' },
        { ar: 'LEN', en: 'LEN' },
      ],
      correct: 0,
    },
    {
      question: { ar: 'أي دالة تحسب المتوسط الحسابي؟', en: 'Which function calculates the arithmetic mean?' },
      options: [
        { ar: 'MIN', en: 'MIN' },
        { ar: 'SUM', en: 'SUM' },
        { ar: 'ROUND', en: 'ROUND' },
        { ar: 'AVERAGE', en: 'AVERAGE' },
      ],
      correct: 3,
    },
    {
      question: {
        ar: 'في A1 القيمة 10 وفي B1 القيمة 4. ما ناتج صيغة تضرب A1 في B1؟',
        en: 'A1 holds 10 and B1 holds 4. What is the result of a formula that multiplies A1 by B1?',
      },
      options: [
        { ar: '14', en: '14' },
        { ar: '6', en: '6' },
        { ar: '2.5', en: '2.5' },
        { ar: '40', en: '40' },
      ],
      correct: 3,
    },
    {
      question: {
        ar: 'في A1 القيمة 2 وفي A2 القيمة 3 وفي A3 القيمة 4. ما ناتج SUM(A1:A3)؟',
        en: 'A1 holds 2, A2 holds 3 and A3 holds 4. What is the result of SUM(A1:A3)?',
      },
      options: [
        { ar: '6', en: '6' },
        { ar: '24', en: '24' },
        { ar: '9', en: '9' },
        { ar: '3', en: '3' },
      ],
      correct: 2,
    },
    {
      question: { ar: 'كم خلية في النطاق A1:B3؟', en: 'How many cells are there in the range A1:B3?' },
      options: [
        { ar: '3', en: '3' },
        { ar: '2', en: '2' },
        { ar: '6', en: '6' },
        { ar: '4', en: '4' },
      ],
      correct: 2,
    },
    {
      question: { ar: 'أي دالة تعيد أكبر قيمة في نطاق؟', en: 'Which function returns the largest value of a range?' },
      options: [
        { ar: 'MIN', en: 'MIN' },
        { ar: 'MAX', en: 'MAX' },
        { ar: 'COUNT', en: 'COUNT' },
        { ar: 'IF', en: 'IF' },
      ],
      correct: 1,
    },
    {
      question: { ar: 'ماذا تحسب الدالة COUNT؟', en: 'What does the function COUNT count?' },
      options: [
        { ar: 'مجموع قيم الخلايا', en: 'The sum of the values of the cells' },
        { ar: 'الخلايا التي تحتوي على أرقام', en: 'The cells that contain numbers' },
        { ar: 'الخلايا الفارغة فقط', en: 'Only the empty cells' },
        { ar: 'عدد أوراق العمل', en: 'The number of worksheets' },
      ],
      correct: 1,
    },
    {
      question: {
        ar: 'ماذا يفعل الفرز التصاعدي لعمود من الأرقام؟',
        en: 'What does sorting a column of numbers in ascending order do?',
      },
      options: [
        { ar: 'يرتبها من الأكبر إلى الأصغر', en: 'Orders them from largest to smallest' },
        { ar: 'يحذف الأرقام المكررة', en: 'Deletes the repeated numbers' },
        { ar: 'يرتبها من الأصغر إلى الأكبر', en: 'Orders them from smallest to largest' },
        { ar: 'يجمع الأرقام كلها', en: 'Adds up all the numbers' },
      ],
      correct: 2,
    },
    {
      question: { ar: 'ماذا يفعل عامل التصفية (الفلتر)؟', en: 'What does a filter do?' },
      options: [
        { ar: 'يحذف الصفوف غير المطابقة نهائيا', en: 'Deletes the rows that do not match for good' },
        { ar: 'يغير لون الخط', en: 'Changes the colour of the text' },
        { ar: 'يدمج الخلايا المتجاورة', en: 'Merges neighbouring cells' },
        {
          ar: 'يظهر الصفوف المطابقة للشرط ويخفي غيرها',
          en: 'Shows the rows that meet a condition and hides the others',
        },
      ],
      correct: 3,
    },
    {
      question: {
        ar: 'أي مخطط يناسب عرض نصيب كل جزء من الكل؟',
        en: 'Which chart is suited to showing the share of each part in a whole?',
      },
      options: [
        { ar: 'المخطط الدائري', en: 'Pie chart' },
        { ar: 'المخطط الخطي', en: 'Line chart' },
        { ar: 'مخطط التبعثر', en: 'Scatter chart' },
        { ar: 'مخطط الأسهم', en: 'Stock chart' },
      ],
      correct: 0,
    },
    {
      question: {
        ar: 'أي مخطط هو الأنسب لعرض تغير درجة الحرارة خلال شهر؟',
        en: 'Which chart is best for showing how the temperature changes over a month?',
      },
      options: [
        { ar: 'المخطط الدائري', en: 'Pie chart' },
        { ar: 'المخطط الحلقي', en: 'Doughnut chart' },
        { ar: 'المخطط الخطي', en: 'Line chart' },
        { ar: 'المخطط القمعي', en: 'Funnel chart' },
      ],
      correct: 2,
    },
    {
      question: {
        ar: 'صيغة فيها مرجع مطلق إلى الخلية A1. ماذا يصبح المرجع عند نسخ الصيغة صفا واحدا إلى الأسفل؟',
        en: 'A formula holds an absolute reference to cell A1. What does the reference become when the formula is copied one row down?',
      },
      options: [
        { ar: 'يبقى إلى الخلية A1', en: 'It stays on cell A1' },
        { ar: 'يتحول إلى الخلية A2', en: 'It changes to cell A2' },
        { ar: 'يتحول إلى الخلية B1', en: 'It changes to cell B1' },
        { ar: 'يتحول إلى الخلية B2', en: 'It changes to cell B2' },
      ],
      correct: 0,
    },
    {
      question: {
        ar: 'في C1 صيغة تجمع A1 وB1 بمراجع نسبية. إذا نُسخت إلى C2 فماذا تجمع؟',
        en: 'C1 has a formula that adds A1 and B1 with relative references. If it is copied to C2, what does it add?',
      },
      options: [
        { ar: 'الخليتين A1 وB1', en: 'The cells A1 and B1' },
        { ar: 'الخليتين A2 وB2', en: 'The cells A2 and B2' },
        { ar: 'الخليتين B1 وC1', en: 'The cells B1 and C1' },
        { ar: 'الخليتين C1 وC2', en: 'The cells C1 and C2' },
      ],
      correct: 1,
    },
    {
      question: {
        ar: 'القسمة على أي قيمة تُظهر رسالة خطأ في الخلية؟',
        en: 'Dividing by which value shows an error in the cell?',
      },
      options: [
        { ar: 'واحد', en: 'One' },
        { ar: 'صفر', en: 'Zero' },
        { ar: 'عشرة', en: 'Ten' },
        { ar: 'مئة', en: 'One hundred' },
      ],
      correct: 1,
    },
    {
      question: {
        ar: 'ما معنى ظهور ##### في خلية فيها رقم أو تاريخ صحيح؟',
        en: 'What does ##### mean in a cell that holds a valid number or date?',
      },
      options: [
        { ar: 'أن العمود أضيق من المحتوى', en: 'That the column is too narrow for the content' },
        { ar: 'أن القيمة محذوفة', en: 'That the value was deleted' },
        { ar: 'أن الخلية مقفلة', en: 'That the cell is locked' },
        { ar: 'أن الرقم سالب دائما', en: 'That the number is always negative' },
      ],
      correct: 0,
    },
    {
      question: {
        ar: 'ماذا تعيد الدالة IF(A1>50,"Pass","Fail") إذا كانت قيمة A1 تساوي 60؟',
        en: 'What does the function IF(A1>50,"Pass","Fail") return if the value of A1 is 60?',
      },
      options: [
        { ar: 'Fail', en: 'Fail' },
        { ar: '60', en: '60' },
        { ar: 'Pass', en: 'Pass' },
        { ar: '50', en: '50' },
      ],
      correct: 2,
    },
    {
      question: {
        ar: 'كتبت 0.25 في خلية ثم اخترت تنسيق النسبة المئوية. ماذا يظهر فيها بلا منازل عشرية؟',
        en: 'You typed 0.25 in a cell and then chose the percentage format. What does it show without decimal places?',
      },
      options: [
        { ar: '250%', en: '250%' },
        { ar: '0%', en: '0%' },
        { ar: '2%', en: '2%' },
        { ar: '25%', en: '25%' },
      ],
      correct: 3,
    },
  ],
};
