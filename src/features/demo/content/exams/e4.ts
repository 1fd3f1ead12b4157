import type { DemoExam } from '../types.ts';

export const E4: DemoExam = {
  id: 'E4',
  title: { ar: 'أساسيات البرمجة', en: 'Programming basics' },
  minutes: 30,
  passMarkPercent: 60,
  validityMonths: null,
  items: [
    {
      question: { ar: 'ما المتغير في البرمجة؟', en: 'What is a variable in programming?' },
      options: [
        { ar: 'خطأ يوقف البرنامج', en: 'An error that stops the program' },
        { ar: 'جهاز يوصل بالحاسوب', en: 'A device connected to the computer' },
        { ar: 'نوع من شاشات العرض', en: 'A kind of display' },
        { ar: 'اسم يشير إلى قيمة يمكن أن تتغير', en: 'A name for a value that can change' },
      ],
      correct: 3,
    },
    {
      question: {
        ar: 'ما الذي يطبعه البرنامج الآتي: x = 5; x = x + 2; print(x)',
        en: 'What does the following program print: x = 5; x = x + 2; print(x)',
      },
      options: [
        { ar: '5', en: '5' },
        { ar: '2', en: '2' },
        { ar: '7', en: '7' },
        { ar: '52', en: '52' },
      ],
      correct: 2,
    },
    {
      question: {
        ar: 'ما الذي يطبعه البرنامج الآتي: a = 3; b = a; a = 10; print(b)',
        en: 'What does the following program print: a = 3; b = a; a = 10; print(b)',
      },
      options: [
        { ar: '10', en: '10' },
        { ar: '13', en: '13' },
        { ar: '0', en: '0' },
        { ar: '3', en: '3' },
      ],
      correct: 3,
    },
    {
      question: {
        ar: 'أي قيمة مما يأتي هي من النوع المنطقي (Boolean)؟',
        en: 'Which of the following values is of the type Boolean?',
      },
      options: [
        { ar: 'true', en: 'true' },
        { ar: 'Amman', en: 'Amman' },
        { ar: '3.14', en: '3.14' },
        { ar: '25', en: '25' },
      ],
      correct: 0,
    },
    {
      question: {
        ar: 'ما نوع القيمة المكتوبة بين علامتي تنصيص مثل "Amman"؟',
        en: 'What is the type of a value written between quotation marks, such as "Amman"?',
      },
      options: [
        { ar: 'عدد صحيح', en: 'Whole number (integer)' },
        { ar: 'عدد عشري', en: 'Decimal number (float)' },
        { ar: 'نص', en: 'Text (string)' },
        { ar: 'قيمة منطقية', en: 'Boolean' },
      ],
      correct: 2,
    },
    {
      question: { ar: 'ما وظيفة الجملة الشرطية if؟', en: 'What is an if statement for?' },
      options: [
        { ar: 'تنفيذ أوامر عند تحقق شرط', en: 'Running commands when a condition is true' },
        { ar: 'تكرار الأوامر إلى الأبد', en: 'Repeating commands for ever' },
        { ar: 'حفظ الملف على القرص', en: 'Saving the file to the disk' },
        { ar: 'تعريف متغير جديد فقط', en: 'Only defining a new variable' },
      ],
      correct: 0,
    },
    {
      question: {
        ar: 'ما الذي يطبعه البرنامج الآتي: x = 8; if x > 10 then print("A") else print("B")',
        en: 'What does the following program print: x = 8; if x > 10 then print("A") else print("B")',
      },
      options: [
        { ar: 'A', en: 'A' },
        { ar: '8', en: '8' },
        { ar: 'B', en: 'B' },
        { ar: '10', en: '10' },
      ],
      correct: 2,
    },
    {
      question: { ar: 'متى يكون الشرط (a and b) صحيحا؟', en: 'When is the condition (a and b) true?' },
      options: [
        { ar: 'عندما يكون الاثنان صحيحين', en: 'When both are true' },
        { ar: 'عندما يكون أحدهما فقط صحيحا', en: 'When only one of them is true' },
        { ar: 'عندما يكون الاثنان خاطئين', en: 'When both are false' },
        { ar: 'في جميع الحالات', en: 'In all cases' },
      ],
      correct: 0,
    },
    {
      question: { ar: 'متى يكون الشرط (a or b) خاطئا؟', en: 'When is the condition (a or b) false?' },
      options: [
        { ar: 'عندما يكون الأول فقط خاطئا', en: 'When only the first is false' },
        { ar: 'عندما يكون الثاني فقط خاطئا', en: 'When only the second is false' },
        { ar: 'عندما يكون الاثنان صحيحين', en: 'When both are true' },
        { ar: 'عندما يكون الاثنان خاطئين', en: 'When both are false' },
      ],
      correct: 3,
    },
    {
      question: { ar: 'ما فائدة الحلقة (loop)؟', en: 'What is a loop for?' },
      options: [
        { ar: 'إيقاف تشغيل الحاسوب', en: 'Shutting down the computer' },
        { ar: 'تغيير لون النص', en: 'Changing the colour of the text' },
        { ar: 'ترجمة البرنامج إلى العربية', en: 'Translating the program into Arabic' },
        { ar: 'تكرار مجموعة من الأوامر', en: 'Repeating a group of commands' },
      ],
      correct: 3,
    },
    {
      question: {
        ar: 'ما الذي يطبعه البرنامج الآتي: s = 0; for i in [1, 2, 3, 4] do s = s + i end; print(s)',
        en: 'What does the following program print: s = 0; for i in [1, 2, 3, 4] do s = s + i end; print(s)',
      },
      options: [
        { ar: '4', en: '4' },
        { ar: '24', en: '24' },
        { ar: '10', en: '10' },
        { ar: '1234', en: '1234' },
      ],
      correct: 2,
    },
    {
      question: {
        ar: 'كم مرة تُطبع الكلمة في البرنامج الآتي: n = 3; while n > 0 do print("Hi"); n = n - 1 end',
        en: 'How many times is the word printed in the following program: n = 3; while n > 0 do print("Hi"); n = n - 1 end',
      },
      options: [
        { ar: 'ثلاث مرات', en: 'Three times' },
        { ar: 'مرتين', en: 'Twice' },
        { ar: 'أربع مرات', en: 'Four times' },
        { ar: 'بلا نهاية', en: 'Without end' },
      ],
      correct: 0,
    },
    {
      question: {
        ar: 'ماذا يحدث إذا كان شرط الحلقة صحيحا دائما ولا يوجد ما يوقفها؟',
        en: 'What happens if the condition of a loop is always true and nothing stops it?',
      },
      options: [
        { ar: 'تُنفذ مرة واحدة', en: 'It runs once' },
        { ar: 'تتكرر بلا نهاية', en: 'It repeats without end' },
        { ar: 'لا تُنفذ أبدا', en: 'It never runs' },
        { ar: 'تُنفذ عشر مرات', en: 'It runs ten times' },
      ],
      correct: 1,
    },
    {
      question: {
        ar: 'في معظم لغات البرمجة مثل بايثون وجافاسكربت، ما رقم موضع العنصر الأول في القائمة؟',
        en: 'In most languages, such as Python and JavaScript, what is the index of the first item of a list?',
      },
      options: [
        { ar: '1', en: '1' },
        { ar: '2', en: '2' },
        { ar: '0', en: '0' },
        { ar: '10', en: '10' },
      ],
      correct: 2,
    },
    {
      question: { ar: 'ما باقي قسمة 17 على 5؟', en: 'What is the remainder of 17 divided by 5?' },
      options: [
        { ar: '3', en: '3' },
        { ar: '2', en: '2' },
        { ar: '5', en: '5' },
        { ar: '12', en: '12' },
      ],
      correct: 1,
    },
    {
      question: {
        ar: 'إذا كانت a = 2 وb = 3 وc = 4 فما قيمة a + b * c في معظم لغات البرمجة؟',
        en: 'If a = 2, b = 3 and c = 4, what is the value of a + b * c in most programming languages?',
      },
      options: [
        { ar: '20', en: '20' },
        { ar: '14', en: '14' },
        { ar: '24', en: '24' },
        { ar: '9', en: '9' },
      ],
      correct: 1,
    },
    {
      question: { ar: 'ما الدالة في البرمجة؟', en: 'What is a function in programming?' },
      options: [
        { ar: 'مجموعة أوامر لها اسم ويمكن استدعاؤها', en: 'A named group of commands that can be called' },
        { ar: 'ملف صورة داخل البرنامج', en: 'An image file inside the program' },
        { ar: 'خلل في لوحة المفاتيح', en: 'A fault of the keyboard' },
        { ar: 'كلمة مرور المبرمج', en: 'The password of the programmer' },
      ],
      correct: 0,
    },
    {
      question: {
        ar: 'إذا كانت الدالة f(x) تعيد x * 2 فما قيمة f(f(3))؟',
        en: 'If the function f(x) returns x * 2, what is the value of f(f(3))?',
      },
      options: [
        { ar: '6', en: '6' },
        { ar: '12', en: '12' },
        { ar: '9', en: '9' },
        { ar: '18', en: '18' },
      ],
      correct: 1,
    },
    {
      question: {
        ar: 'ما الفرق المعتاد بين = و== في لغات مثل بايثون؟',
        en: 'What is the usual difference between = and == in languages such as Python?',
      },
      options: [
        { ar: 'الأولى للمقارنة والثانية للإسناد', en: 'The first compares, the second assigns' },
        { ar: 'كلتاهما للجمع', en: 'Both are for addition' },
        { ar: 'كلتاهما لكتابة التعليقات', en: 'Both are for writing comments' },
        { ar: 'الأولى للإسناد والثانية للمقارنة', en: 'The first assigns, the second compares' },
      ],
      correct: 3,
    },
    {
      question: { ar: 'ما فائدة التعليقات (comments) في البرنامج؟', en: 'What are comments in a program for?' },
      options: [
        { ar: 'زيادة سرعة التنفيذ', en: 'Making it run faster' },
        { ar: 'شرح البرنامج لمن يقرؤه', en: 'Explaining the program to its readers' },
        { ar: 'إظهار رسائل للمستخدم', en: 'Showing messages to the user' },
        { ar: 'تخزين النتائج', en: 'Storing the results' },
      ],
      correct: 1,
    },
  ],
};
