import type { DemoExam } from '../types.ts';

export const E1: DemoExam = {
  id: 'E1',
  title: { ar: 'مهارات الحاسوب الأساسية', en: 'Basic computer skills' },
  minutes: 30,
  passMarkPercent: 60,
  validityMonths: null,
  items: [
    {
      question: {
        ar: 'ما الاستخدام الأساسي للمجلد في الحاسوب؟',
        en: 'What is a folder on a computer mainly used for?',
      },
      options: [
        { ar: 'تسريع الاتصال بالإنترنت', en: 'Speeding up the internet connection' },
        { ar: 'تجميع الملفات وترتيبها', en: 'Grouping and organising files' },
        { ar: 'طباعة المستندات', en: 'Printing documents' },
        { ar: 'حماية الحاسوب من الفيروسات', en: 'Protecting the computer from viruses' },
      ],
      correct: 1,
    },
    {
      question: {
        ar: 'أي اختصار من لوحة المفاتيح ينسخ النص المحدد في نظام ويندوز؟',
        en: 'Which keyboard shortcut copies the selected text in Windows?',
      },
      options: [
        { ar: 'Ctrl+V', en: 'Ctrl+V' },
        { ar: 'Ctrl+Z', en: 'Ctrl+Z' },
        { ar: 'Ctrl+P', en: 'Ctrl+P' },
        { ar: 'Ctrl+C', en: 'Ctrl+C' },
      ],
      correct: 3,
    },
    {
      question: { ar: 'ماذا يفعل الاختصار Ctrl+V في نظام ويندوز؟', en: 'What does the shortcut Ctrl+V do in Windows?' },
      options: [
        { ar: 'يحفظ الملف', en: 'Saves the file' },
        { ar: 'يلصق ما نُسخ أو قُص', en: 'Pastes what was copied or cut' },
        { ar: 'يتراجع عن آخر خطوة', en: 'Undoes the last step' },
        { ar: 'يغلق النافذة', en: 'Closes the window' },
      ],
      correct: 1,
    },
    {
      question: {
        ar: 'أين يذهب الملف عادة عند حذفه بالطريقة المعتادة من القرص الداخلي في ويندوز؟',
        en: 'Where does a file usually go when you delete it in the normal way from the internal disk in Windows?',
      },
      options: [
        { ar: 'إلى سلة المحذوفات', en: 'To the Recycle Bin' },
        { ar: 'إلى مجلد التنزيلات', en: 'To the Downloads folder' },
        { ar: 'إلى البريد الإلكتروني', en: 'To the e-mail inbox' },
        { ar: 'إلى ذاكرة الطابعة', en: 'To the memory of the printer' },
      ],
      correct: 0,
    },
    {
      question: { ar: 'أي مما يأتي متصفح إنترنت؟', en: 'Which of the following is a web browser?' },
      options: [
        { ar: 'Microsoft Excel', en: 'Microsoft Excel' },
        { ar: 'Adobe Photoshop', en: 'Adobe Photoshop' },
        { ar: 'Microsoft Word', en: 'Microsoft Word' },
        { ar: 'Mozilla Firefox', en: 'Mozilla Firefox' },
      ],
      correct: 3,
    },
    {
      question: {
        ar: 'أين يُكتب عنوان الموقع الإلكتروني للانتقال إليه مباشرة؟',
        en: 'Where do you type the address of a website to go straight to it?',
      },
      options: [
        { ar: 'في سلة المحذوفات', en: 'In the Recycle Bin' },
        { ar: 'في الآلة الحاسبة', en: 'In the calculator' },
        { ar: 'في شريط العنوان في المتصفح', en: 'In the address bar of the browser' },
        { ar: 'في إعدادات الصوت', en: 'In the sound settings' },
      ],
      correct: 2,
    },
    {
      question: {
        ar: 'ماذا يعني ظهور https في بداية عنوان الموقع؟',
        en: 'What does https at the start of a website address mean?',
      },
      options: [
        { ar: 'أن الموقع حكومي حتما', en: 'That the site is certainly a government site' },
        { ar: 'أن الاتصال بالموقع مشفر', en: 'That the connection to the site is encrypted' },
        { ar: 'أن محتوى الموقع صحيح دائما', en: 'That the content of the site is always true' },
        { ar: 'أن الموقع يعمل بلا إنترنت', en: 'That the site works without the internet' },
      ],
      correct: 1,
    },
    {
      question: { ar: 'أي كلمة مرور مما يأتي هي الأقوى؟', en: 'Which of the following passwords is the strongest?' },
      options: [
        { ar: 'k7#Mq2!vTz9wR', en: 'k7#Mq2!vTz9wR' },
        { ar: '12345678', en: '12345678' },
        { ar: 'password', en: 'password' },
        { ar: 'qwerty123', en: 'qwerty123' },
      ],
      correct: 0,
    },
    {
      question: { ar: 'ما التصرف السليم بشأن كلمات المرور؟', en: 'What is the right thing to do about passwords?' },
      options: [
        { ar: 'استعمال كلمة مختلفة لكل حساب مهم', en: 'Using a different one for each important account' },
        { ar: 'استعمال كلمة واحدة لجميع الحسابات', en: 'Using the same one for all accounts' },
        { ar: 'إرسالها إلى صديق لحفظها', en: 'Sending them to a friend for safekeeping' },
        { ar: 'كتابتها على ورقة ملصقة بالشاشة', en: 'Writing them on a note stuck to the screen' },
      ],
      correct: 0,
    },
    {
      question: {
        ar: 'وصلتك رسالة من مجهول تطلب كلمة مرور حسابك البنكي. ماذا تفعل؟',
        en: 'A message from a stranger asks for the password of your bank account. What do you do?',
      },
      options: [
        { ar: 'أرسل كلمة المرور بسرعة', en: 'I send the password quickly' },
        { ar: 'أعيد إرسالها إلى أصدقائي', en: 'I forward it to my friends' },
        { ar: 'لا أرد عليها ولا أفتح روابطها', en: 'I do not reply and do not open its links' },
        { ar: 'أفتح الرابط لأتحقق منه', en: 'I open the link to check it' },
      ],
      correct: 2,
    },
    {
      question: { ar: 'أي رمز يوجد في كل عنوان بريد إلكتروني؟', en: 'Which sign is found in every e-mail address?' },
      options: [
        { ar: 'العلامة #', en: 'The sign #' },
        { ar: 'العلامة %', en: 'The sign %' },
        { ar: 'العلامة @', en: 'The sign @' },
        { ar: 'العلامة &', en: 'The sign &' },
      ],
      correct: 2,
    },
    {
      question: { ar: 'ما المقصود بالمرفق في البريد الإلكتروني؟', en: 'What is an attachment in e-mail?' },
      options: [
        { ar: 'عنوان الرسالة', en: 'The subject of the message' },
        { ar: 'توقيع المرسل', en: 'The signature of the sender' },
        { ar: 'كلمة مرور البريد', en: 'The password of the mailbox' },
        { ar: 'ملف يُرسل مع الرسالة', en: 'A file sent together with the message' },
      ],
      correct: 3,
    },
    {
      question: {
        ar: 'ما فائدة خانة النسخة المخفية (BCC) عند إرسال بريد إلكتروني؟',
        en: 'What is the blind copy field (BCC) for when you send an e-mail?',
      },
      options: [
        { ar: 'حذف الرسالة بعد قراءتها', en: 'Deleting the message after it is read' },
        {
          ar: 'إرسال نسخة دون أن يرى الآخرون عنوان متلقيها',
          en: 'Sending a copy without others seeing the address of its recipient',
        },
        { ar: 'ترجمة الرسالة تلقائيا', en: 'Translating the message automatically' },
        { ar: 'تأخير إرسال الرسالة يوما', en: 'Delaying the message by a day' },
      ],
      correct: 1,
    },
    {
      question: {
        ar: 'أي مفتاح يحذف الحرف الواقع قبل المؤشر؟',
        en: 'Which key deletes the character before the cursor?',
      },
      options: [
        { ar: 'Backspace', en: 'Backspace' },
        { ar: 'Enter', en: 'Enter' },
        { ar: 'Shift', en: 'Shift' },
        { ar: 'Caps Lock', en: 'Caps Lock' },
      ],
      correct: 0,
    },
    {
      question: {
        ar: 'أي مفتاح يُضغط مع الحرف لكتابة حرف إنجليزي كبير واحد؟',
        en: 'Which key do you hold together with a letter to type a single capital letter?',
      },
      options: [
        { ar: 'Esc', en: 'Esc' },
        { ar: 'Tab', en: 'Tab' },
        { ar: 'Shift', en: 'Shift' },
        { ar: 'Delete', en: 'Delete' },
      ],
      correct: 2,
    },
    {
      question: {
        ar: 'أي امتداد مما يأتي هو لملف صورة؟',
        en: 'Which of the following extensions belongs to an image file?',
      },
      options: [
        { ar: 'MP3', en: 'MP3' },
        { ar: 'JPG', en: 'JPG' },
        { ar: 'TXT', en: 'TXT' },
        { ar: 'EXE', en: 'EXE' },
      ],
      correct: 1,
    },
    {
      question: { ar: 'أي وحدة مما يأتي هي الأكبر سعة؟', en: 'Which of the following units is the largest?' },
      options: [
        { ar: 'غيغابايت', en: 'Gigabyte' },
        { ar: 'ميغابايت', en: 'Megabyte' },
        { ar: 'كيلوبايت', en: 'Kilobyte' },
        { ar: 'تيرابايت', en: 'Terabyte' },
      ],
      correct: 3,
    },
    {
      question: { ar: 'أي جهاز مما يأتي هو جهاز إدخال؟', en: 'Which of the following is an input device?' },
      options: [
        { ar: 'لوحة المفاتيح', en: 'Keyboard' },
        { ar: 'الطابعة', en: 'Printer' },
        { ar: 'السماعات', en: 'Loudspeakers' },
        { ar: 'شاشة العرض العادية', en: 'Ordinary monitor' },
      ],
      correct: 0,
    },
    {
      question: {
        ar: 'ما الفرق بين الأمرين «حفظ» و«حفظ باسم» لملف سبق حفظه؟',
        en: 'For a file that was saved before, what is the difference between Save and Save As?',
      },
      options: [
        { ar: '«حفظ باسم» يحذف الملف الأصلي', en: 'Save As deletes the original file' },
        { ar: '«حفظ» يطبع الملف', en: 'Save prints the file' },
        { ar: '«حفظ باسم» يتيح اختيار اسم أو مكان جديد', en: 'Save As lets you choose a new name or place' },
        { ar: 'لا فرق بينهما إطلاقا', en: 'There is no difference at all' },
      ],
      correct: 2,
    },
    {
      question: {
        ar: 'لماذا تُحفظ نسخة احتياطية من الملفات المهمة؟',
        en: 'Why do you keep a backup copy of important files?',
      },
      options: [
        { ar: 'لزيادة سرعة الطابعة', en: 'To make the printer faster' },
        { ar: 'لتكبير الشاشة', en: 'To enlarge the screen' },
        { ar: 'لتغيير لغة لوحة المفاتيح', en: 'To change the keyboard language' },
        { ar: 'لاستعادتها إذا فُقدت أو تلفت', en: 'To restore them if they are lost or damaged' },
      ],
      correct: 3,
    },
  ],
};
