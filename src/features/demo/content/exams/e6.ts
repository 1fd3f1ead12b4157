import type { DemoExam } from '../types.ts';

export const E6: DemoExam = {
  id: 'E6',
  title: { ar: 'مبادئ المحاسبة', en: 'Accounting principles' },
  minutes: 30,
  passMarkPercent: 60,
  validityMonths: null,
  items: [
    {
      question: { ar: 'ما المعادلة المحاسبية الأساسية؟', en: 'What is the basic accounting equation?' },
      options: [
        { ar: 'الأصول = الإيرادات + المصروفات', en: 'Assets = revenue + expenses' },
        { ar: 'الالتزامات = الأصول + حقوق الملكية', en: 'Liabilities = assets + equity' },
        { ar: 'حقوق الملكية = الأصول + الالتزامات', en: 'Equity = assets + liabilities' },
        { ar: 'الأصول = الالتزامات + حقوق الملكية', en: 'Assets = liabilities + equity' },
      ],
      correct: 3,
    },
    {
      question: { ar: 'ما مبدأ القيد المزدوج؟', en: 'What is the principle of double entry?' },
      options: [
        { ar: 'تُسجل كل عملية مرتين في اليوم', en: 'Each transaction is recorded twice a day' },
        { ar: 'لكل عملية طرف مدين وطرف دائن متساويان', en: 'Each transaction has equal debits and credits' },
        { ar: 'يسجل العملية محاسبان اثنان', en: 'Two accountants record each transaction' },
        { ar: 'تُسجل العمليات النقدية فقط', en: 'Only cash transactions are recorded' },
      ],
      correct: 1,
    },
    {
      question: {
        ar: 'كيف تُسجل الزيادة في حساب الصندوق (النقدية)؟',
        en: 'How is an increase in the cash account recorded?',
      },
      options: [
        { ar: 'في الجانب الدائن', en: 'On the credit side' },
        { ar: 'في الجانبين معا', en: 'On both sides' },
        { ar: 'لا تُسجل', en: 'It is not recorded' },
        { ar: 'في الجانب المدين', en: 'On the debit side' },
      ],
      correct: 3,
    },
    {
      question: {
        ar: 'كيف تُسجل الزيادة في حساب القروض المستحقة على المشروع؟',
        en: 'How is an increase in the loans owed by the business recorded?',
      },
      options: [
        { ar: 'في الجانب المدين', en: 'On the debit side' },
        { ar: 'في الجانب الدائن', en: 'On the credit side' },
        { ar: 'في الجانبين معا', en: 'On both sides' },
        { ar: 'لا تُسجل', en: 'It is not recorded' },
      ],
      correct: 1,
    },
    {
      question: { ar: 'ما الرصيد الطبيعي لحساب المصروفات؟', en: 'What is the normal balance of an expense account?' },
      options: [
        { ar: 'دائن', en: 'Credit' },
        { ar: 'مدين', en: 'Debit' },
        { ar: 'صفر دائما', en: 'Always zero' },
        { ar: 'سالب دائما', en: 'Always negative' },
      ],
      correct: 1,
    },
    {
      question: { ar: 'ما الرصيد الطبيعي لحساب الإيرادات؟', en: 'What is the normal balance of a revenue account?' },
      options: [
        { ar: 'دائن', en: 'Credit' },
        { ar: 'مدين', en: 'Debit' },
        { ar: 'صفر دائما', en: 'Always zero' },
        { ar: 'سالب دائما', en: 'Always negative' },
      ],
      correct: 0,
    },
    {
      question: {
        ar: 'اشترى المشروع طاولة نقدا بمبلغ 80 دينارا. أي حساب يكون مدينا؟',
        en: 'The business bought a table for 80 dinars in cash. Which account is debited?',
      },
      options: [
        { ar: 'الصندوق', en: 'Cash' },
        { ar: 'الدائنون', en: 'Creditors' },
        { ar: 'الأثاث', en: 'Furniture' },
        { ar: 'المبيعات', en: 'Sales' },
      ],
      correct: 2,
    },
    {
      question: {
        ar: 'دفع المشروع إيجار المحل نقدا. أي حساب يكون دائنا؟',
        en: 'The business paid the rent of the shop in cash. Which account is credited?',
      },
      options: [
        { ar: 'الصندوق', en: 'Cash' },
        { ar: 'مصروف الإيجار', en: 'Rent expense' },
        { ar: 'المبيعات', en: 'Sales' },
        { ar: 'رأس المال', en: 'Capital' },
      ],
      correct: 0,
    },
    {
      question: {
        ar: 'باع المشروع بضاعة على الحساب للزبون سمير. أي حساب يكون مدينا بقيمة البيع؟',
        en: 'The business sold goods on credit to the customer Samir. Which account is debited with the sale value?',
      },
      options: [
        { ar: 'حساب الزبون سمير (المدينون)', en: 'The account of Samir (debtors)' },
        { ar: 'الصندوق', en: 'Cash' },
        { ar: 'المبيعات', en: 'Sales' },
        { ar: 'المشتريات', en: 'Purchases' },
      ],
      correct: 0,
    },
    {
      question: {
        ar: 'أودع صاحب المشروع 500 دينار نقدا لبدء العمل. أي حساب يكون دائنا؟',
        en: 'The owner puts 500 dinars in cash into the business to start it. Which account is credited?',
      },
      options: [
        { ar: 'الصندوق', en: 'Cash' },
        { ar: 'المسحوبات', en: 'Drawings' },
        { ar: 'رأس المال', en: 'Capital' },
        { ar: 'المصروفات', en: 'Expenses' },
      ],
      correct: 2,
    },
    {
      question: {
        ar: 'أين تُسجل العمليات أولا بحسب تاريخ حدوثها؟',
        en: 'Where are transactions first recorded, in order of date?',
      },
      options: [
        { ar: 'في ميزان المراجعة', en: 'In the trial balance' },
        { ar: 'في الميزانية العمومية', en: 'In the balance sheet' },
        { ar: 'في قائمة الدخل', en: 'In the income statement' },
        { ar: 'في دفتر اليومية', en: 'In the journal' },
      ],
      correct: 3,
    },
    {
      question: {
        ar: 'إلى أين تُرحل القيود بعد تسجيلها في اليومية؟',
        en: 'Where are entries posted after they are recorded in the journal?',
      },
      options: [
        { ar: 'إلى كشف الرواتب', en: 'To the payroll' },
        { ar: 'إلى عقد الإيجار', en: 'To the rental contract' },
        { ar: 'إلى دفتر الأستاذ', en: 'To the ledger' },
        { ar: 'إلى قائمة الأسعار', en: 'To the price list' },
      ],
      correct: 2,
    },
    {
      question: { ar: 'ما الغرض من ميزان المراجعة؟', en: 'What is the purpose of a trial balance?' },
      options: [
        { ar: 'حساب عدد الموظفين', en: 'Counting the employees' },
        { ar: 'التحقق من تساوي مجموع المدين ومجموع الدائن', en: 'Checking that total debits equal total credits' },
        { ar: 'تحديد أسعار البيع', en: 'Setting the selling prices' },
        { ar: 'إثبات ملكية المحل', en: 'Proving the ownership of the shop' },
      ],
      correct: 1,
    },
    {
      question: { ar: 'أي بند مما يأتي من الأصول الثابتة؟', en: 'Which of the following is a fixed asset?' },
      options: [
        { ar: 'سيارة المشروع', en: 'The vehicle of the business' },
        { ar: 'البضاعة المعدة للبيع', en: 'Goods held for sale' },
        { ar: 'النقد في الصندوق', en: 'Cash in hand' },
        { ar: 'الديون على الزبائن', en: 'Debts owed by customers' },
      ],
      correct: 0,
    },
    {
      question: { ar: 'أي بند مما يأتي من الالتزامات؟', en: 'Which of the following is a liability?' },
      options: [
        { ar: 'النقد في الصندوق', en: 'Cash in hand' },
        { ar: 'المعدات', en: 'Equipment' },
        { ar: 'قرض من البنك', en: 'A loan from a bank' },
        { ar: 'الديون على الزبائن', en: 'Debts owed by customers' },
      ],
      correct: 2,
    },
    {
      question: {
        ar: 'بلغت إيرادات المشروع 900 دينار ومصروفاته 650 دينارا. ما صافي الربح؟',
        en: 'The revenue of a business is 900 dinars and its expenses are 650 dinars. What is the net profit?',
      },
      options: [
        { ar: '1550 دينارا', en: '1550 dinars' },
        { ar: '650 دينارا', en: '650 dinars' },
        { ar: '250 دينارا', en: '250 dinars' },
        { ar: '350 دينارا', en: '350 dinars' },
      ],
      correct: 2,
    },
    {
      question: {
        ar: 'أصول المشروع 1200 دينار والتزاماته 450 دينارا. ما حقوق الملكية؟',
        en: 'The assets of a business are 1200 dinars and its liabilities are 450 dinars. What is the equity?',
      },
      options: [
        { ar: '1650 دينارا', en: '1650 dinars' },
        { ar: '450 دينارا', en: '450 dinars' },
        { ar: '850 دينارا', en: '850 dinars' },
        { ar: '750 دينارا', en: '750 dinars' },
      ],
      correct: 3,
    },
    {
      question: {
        ar: 'أي قائمة تبين الإيرادات والمصروفات وصافي الربح خلال فترة؟',
        en: 'Which statement shows revenue, expenses and net profit over a period?',
      },
      options: [
        { ar: 'الميزانية العمومية', en: 'The balance sheet' },
        { ar: 'قائمة الدخل', en: 'The income statement' },
        { ar: 'كشف حساب البنك', en: 'The bank statement' },
        { ar: 'قائمة الجرد', en: 'The stock list' },
      ],
      correct: 1,
    },
    {
      question: {
        ar: 'أخذ صاحب المشروع 50 دينارا من الصندوق لاستعماله الشخصي. كيف تُسمى هذه العملية؟',
        en: 'The owner took 50 dinars from the cash box for personal use. What is this called?',
      },
      options: [
        { ar: 'مصروف إيجار', en: 'Rent expense' },
        { ar: 'إيراد مبيعات', en: 'Sales revenue' },
        { ar: 'قرض بنكي', en: 'Bank loan' },
        { ar: 'مسحوبات شخصية', en: 'Drawings' },
      ],
      correct: 3,
    },
    {
      question: {
        ar: 'في بداية اليوم كان في الصندوق 100 دينار، ثم قُبض 60 دينارا ودُفع 45 دينارا. ما الرصيد في نهاية اليوم؟',
        en: 'The cash box held 100 dinars in the morning, then 60 dinars were received and 45 dinars were paid. What is the balance at the end of the day?',
      },
      options: [
        { ar: '115 دينارا', en: '115 dinars' },
        { ar: '205 دنانير', en: '205 dinars' },
        { ar: '85 دينارا', en: '85 dinars' },
        { ar: '160 دينارا', en: '160 dinars' },
      ],
      correct: 0,
    },
  ],
};
