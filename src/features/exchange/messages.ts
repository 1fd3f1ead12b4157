import type { Messages } from '#platform/i18n/messages.ts';

/** Why a file as a whole is not read. */
const ofFiles = {
  empty_file: { ar: 'الملف فارغ.', en: 'The file is empty.' },
  file_too_large: { ar: 'الملف أكبر من {most} ميغابايت.', en: 'The file is larger than {most} MB.' },
  text_too_large: {
    ar: 'ملف النص أكبر من {most} ميغابايت. قسمه إلى ملفات أصغر.',
    en: 'The text file is larger than {most} MB. Split it into smaller files.',
  },
  unknown_format: {
    ar: 'لم يعرف نوع الملف. المقبول GIFT وAiken وMoodle XML وQTI وجدول XLSX أو CSV بعناوين أعمدته.',
    en: 'The kind of file was not recognised. Taken are GIFT, Aiken, Moodle XML, QTI, and a sheet (XLSX or CSV) with its heads.',
  },
  no_questions: { ar: 'لا أسئلة في الملف.', en: 'There are no questions in the file.' },
  charset: {
    ar: 'ترميز الأحرف ليس UTF-8. احفظ الملف بترميز UTF-8 ثم أرسله من جديد.',
    en: 'The text is not in UTF-8. Save the file as UTF-8 and send it again.',
  },
  no_table: {
    ar: 'لم يوجد في الملف جدول. المقبول جدول XLSX أو CSV بأكثر من عمود.',
    en: 'No table was found in the file. Taken are sheets (XLSX or CSV) of more than one column.',
  },
  binary: { ar: 'هذا ليس ملف نص.', en: 'This is not a text file.' },
  old_excel: {
    ar: 'هذا ملف Excel قديم (xls) أو محمي بكلمة مرور. احفظه بصيغة XLSX دون كلمة مرور.',
    en: 'This is an old Excel file (xls), or one with a password. Save it as XLSX without a password.',
  },
  too_many_questions: { ar: 'في الملف أكثر من {most} سؤال.', en: 'The file holds more than {most} questions.' },
  too_many_pictures: { ar: 'في الملف أكثر من {most} صورة.', en: 'The file holds more than {most} pictures.' },
  too_much_work: {
    ar: 'قراءة الملف تأخذ وقتا أو ذاكرة أكثر من المسموح. قسمه إلى ملفات أصغر.',
    en: 'Reading the file takes more time or memory than allowed. Split it into smaller files.',
  },
  too_deep: {
    ar: 'العناصر متداخلة إلى عمق لا يقرأ.',
    en: 'Elements are nested too deeply to be read.',
  },
  zip_broken: { ar: 'الملف المضغوط تالف أو غير مكتمل.', en: 'The archive is damaged or not complete.' },
  zip_encrypted: { ar: 'الملف المضغوط محمي بكلمة مرور.', en: 'The archive is protected by a password.' },
  zip_path: {
    ar: 'اسم ملف يشير إلى خارج الحزمة، أو يتكرر فيها.',
    en: 'The name of a file leads out of the package, or stands in it twice.',
  },
  zip_nested: { ar: 'في الملف المضغوط ملف مضغوط آخر.', en: 'The archive holds another archive.' },
  zip_bomb: {
    ar: 'محتوى الملف المضغوط أكبر من المسموح بعد فكه.',
    en: 'What the archive unpacks to is larger than allowed.',
  },
  zip_unknown: {
    ar: 'الملف المضغوط ليس جدول XLSX ولا حزمة QTI فيها imsmanifest.xml.',
    en: 'The archive is neither an XLSX sheet nor a QTI package with an imsmanifest.xml.',
  },
  xml_broken: { ar: 'خطأ في XML عند السطر {line}: {detail}', en: 'An error of XML in line {line}: {detail}' },
  xml_doctype: {
    ar: 'في الملف تعريف DOCTYPE، وقد يجلب ملفات أخرى، فلا يقرأ. احذفه وأرسل الملف من جديد.',
    en: 'The file has a DOCTYPE, which could draw other files in, so it is not read. Remove it and send the file again.',
  },
  xml_too_big: { ar: 'عناصر XML أكثر من المسموح.', en: 'There are more elements of XML than allowed.' },
  xml_other: {
    ar: 'عنصر XML الأول هو «{root}»، وهو ليس أسئلة Moodle ولا QTI.',
    en: 'The first element of XML is “{root}”: neither questions of Moodle nor of QTI.',
  },
  xlsx_broken: { ar: 'لم يقرأ جدول XLSX.', en: 'The XLSX sheet cannot be read.' },
  csv_quotes: {
    ar: 'علامة اقتباس مزدوجة لا تنتهي، في الصف {row} أو قبله.',
    en: 'A double quote does not end, in row {row} or before it.',
  },
  sheet_too_big: {
    ar: 'في الجدول خلايا بعيدة عن الأسئلة. احذف الصفوف والأعمدة الزائدة.',
    en: 'The sheet has cells far away from the questions. Delete the rows and columns that are not needed.',
  },
  sheet_no_heads: {
    ar: 'الصف الأول لا يسمي عمود السؤال. ابدأ من المثال.',
    en: 'The first row names no column for the question. Begin with the example.',
  },
  qti_no_manifest: { ar: 'لا ملف imsmanifest.xml في الحزمة.', en: 'The package has no imsmanifest.xml.' },
  qti_no_items: { ar: 'لا أسئلة في حزمة QTI.', en: 'The QTI package names no items.' },
  qti_test: {
    ar: 'هذا اختبار QTI لا أسئلته. أرسل الحزمة كلها.',
    en: 'This is a test of QTI without its items. Send the whole package.',
  },
  qti_version_1: { ar: 'الإصدار الأول من QTI لا يقرأ.', en: 'Version 1 of QTI is not read.' },
} as const satisfies Messages;

/** Why a question is not taken, whatever the format. */
const ofQuestions = {
  question_too_long: { ar: 'نص السؤال طويل جدا.', en: 'The text of the question is far too long.' },
  kind_description: { ar: 'هذا نص دون سؤال.', en: 'This is a text without a question.' },
  kind_essay: {
    ar: 'سؤال مقالي. لا يصححه البرنامج.',
    en: 'An essay. It cannot be marked by the program.',
  },
  kind_refused: {
    ar: 'نوع السؤال «{type}» في Moodle ليس من أنواع البنك.',
    en: 'The bank has no question of Moodle’s type “{type}”.',
  },
  kind_unknown: { ar: 'نوع السؤال «{type}» غير معروف.', en: 'The type of question “{type}” is not known.' },
  no_full_answer: { ar: 'لا إجابة لها العلامة كاملة.', en: 'No answer brings all points.' },
  several_right: {
    ar: 'عدد الإجابات الصحيحة {count}، والسؤال لاختيار واحد.',
    en: '{count} answers are right, and only one can be chosen.',
  },
  weights_not_100: {
    ar: 'مجموع أوزان الإجابات الصحيحة {sum}% وليس 100%.',
    en: 'The weights of the right answers come to {sum}%, not to 100%.',
  },
  empty_answer: { ar: 'إجابة مقبولة دون نص.', en: 'An accepted answer has no text.' },
  wildcard: {
    ar: 'الإجابة «{text}» فيها * تعني أي نص. المقبول نص كامل.',
    en: 'The answer “{text}” has a * for any text. Only whole texts are accepted.',
  },
  not_a_number: { ar: '«{text}» ليس عددا.', en: '“{text}” is not a number.' },
  any_number: { ar: 'أي عدد مقبول، فلا معنى للسؤال.', en: 'Any number is accepted: there is nothing to ask.' },
  range_upside_down: {
    ar: 'بداية المدى {low} أكبر من نهايته {high}.',
    en: 'The range begins at {low}, above its end {high}.',
  },
  media_in_text: {
    ar: 'في النص صوت أو فيديو أو معادلة أو إطار. البنك يحفظ نصا وصورة.',
    en: 'The text holds sound, video, a formula or a frame. The bank keeps text and one picture.',
  },
  several_pictures: { ar: 'أكثر من صورة في نص واحد.', en: 'More than one picture in one text.' },
  picture_missing: { ar: 'الصورة «{name}» ليست في الملف.', en: 'The picture “{name}” is not in the file.' },
  picture_elsewhere: {
    ar: 'الصورة على موقع آخر: {name}. ضعها في الملف نفسه.',
    en: 'The picture lies on another site: {name}. Put it into the file.',
  },
  picture_not_here: {
    ar: 'لا صور في أطراف المطابقة ولا في خطوات الترتيب.',
    en: 'The sides of a pair and the steps of an order have no pictures.',
  },
  picture_kind: {
    ar: 'ملف الصورة ليس PNG ولا JPEG ولا GIF ولا WebP.',
    en: 'The file of the picture is neither PNG, JPEG, GIF nor WebP.',
  },
  picture_too_large: {
    ar: 'الصورة أكبر من المسموح ({most} ميغابايت).',
    en: 'The picture is larger than allowed ({most} MB).',
  },
  picture_broken: { ar: 'ملف الصورة تالف.', en: 'The file of the picture is damaged.' },
} as const satisfies Messages;

/** What is wrong with the writing of one format. */
const ofFormats = {
  braces: {
    ar: 'قوسا الإجابات المعقوفان لا يبدآن أو لا ينتهيان. لا سطر فارغا داخل السؤال.',
    en: 'The braces of the answers do not begin or do not end. No line in a question may be empty.',
  },
  braces_twice: {
    ar: 'أقواس معقوفة بعد الإجابات. اكتب قبل القوس في النص شرطة مائلة \\.',
    en: 'There are braces after the answers. Write a \\ before a brace that is text.',
  },
  gift_ordering: {
    ar: 'ترتيب بصيغة إضافة Moodle. استعمل Moodle XML أو QTI أو الجدول.',
    en: 'An ordering as a plugin of Moodle writes it. Use Moodle XML, QTI or the sheet.',
  },
  pair_without_arrow: { ar: 'الزوج «{text}» دون ->', en: 'The pair “{text}” has no ->' },
  aiken_no_question: { ar: 'خيار أو إجابة دون سؤال قبلها.', en: 'An option or an answer without a question.' },
  aiken_no_answer: { ar: 'لا سطر ANSWER بعد الخيارات.', en: 'There is no line ANSWER after the options.' },
  aiken_no_options: {
    ar: 'لا خيارات. يبدأ الخيار بحرف ثم نقطة أو قوس ثم فراغ.',
    en: 'There are no options. An option begins with a letter, a point or bracket, and a blank.',
  },
  aiken_bad_answer: { ar: 'الإجابة «{answer}» ليست من الخيارات.', en: 'The answer “{answer}” is none of the options.' },
  sheet_no_question: { ar: 'لا نص للسؤال.', en: 'There is no question in the row.' },
  sheet_type: { ar: 'النوع «{text}» غير معروف.', en: 'The type “{text}” is not known.' },
  sheet_difficulty: {
    ar: 'الصعوبة «{text}» ليست سهل ولا متوسط ولا صعب.',
    en: 'The difficulty “{text}” is not easy, medium or hard.',
  },
  sheet_truth: { ar: '«{text}» ليست صح ولا خطأ.', en: '“{text}” is neither true nor false.' },
  sheet_correct: {
    ar: 'عمود الصحيح لا يسمي خيارا موجودا: «{text}».',
    en: 'The column “Correct” names no option that is there: “{text}”.',
  },
  sheet_tolerances: {
    ar: 'عدد هوامش الخطأ لا يوافق عدد الأعداد.',
    en: 'There are not as many tolerances as numbers.',
  },
  sheet_pair: { ar: 'الخيار {number}: لا علامة | بين الطرفين.', en: 'Option {number}: no | between both sides.' },
  sheet_date: {
    ar: 'في الصف خلية تاريخ. اكتبها نصا.',
    en: 'A cell of the row is a date. Write it as text.',
  },
  qti_no_body: { ar: 'لا نص للسؤال.', en: 'The item has no body.' },
  qti_no_interaction: { ar: 'لا شيء للإجابة عنه.', en: 'There is nothing to answer.' },
  qti_several_interactions: {
    ar: 'في السؤال {count} مواضع للإجابة. البنك يقبل موضعا واحدا.',
    en: 'The item asks for {count} answers. The bank takes items with one.',
  },
  qti_interaction: {
    ar: 'نوع الإجابة {name} ليس من أنواع البنك.',
    en: 'The bank has no question with a {name}.',
  },
  qti_template: {
    ar: 'سؤال بأعداد تتغير عند كل عرض.',
    en: 'An item whose numbers change each time it is shown.',
  },
  qti_no_declaration: { ar: 'لا تعريف للإجابة.', en: 'The response is not declared.' },
  qti_base_type: { ar: 'نوع القيمة «{type}» لا يقرأ.', en: 'Values of type “{type}” are not read.' },
  qti_order_incomplete: {
    ar: 'الترتيب الصحيح لا يذكر كل الخطوات.',
    en: 'The right order does not name every step.',
  },
  qti_match_shape: {
    ar: 'ليس لكل طرف شريك واحد.',
    en: 'Not every side has exactly one partner.',
  },
  qti_file_missing: { ar: 'الملف «{name}» ليس في الحزمة.', en: 'The file “{name}” is not in the package.' },
} as const satisfies Messages;

/** What was left out or changed of a question that was taken. */
const ofNotes = {
  part_points_left_out: {
    ar: 'إجابات لها جزء من العلامة أخذت خطأ.',
    en: 'Answers for part of the points count as wrong.',
  },
  deduction_left_out: { ar: 'الخصم على الإجابة الخاطئة ترك.', en: 'Deductions for wrong answers were left out.' },
  weights_made_equal: {
    ar: 'أوزان الإجابات الصحيحة سويت.',
    en: 'The weights of the right answers were made equal.',
  },
  language_left_out: { ar: 'نص بلغة أخرى ترك: {lang}', en: 'A text in another language was left out: {lang}' },
  explanation_picture_left_out: { ar: 'صورة في الشرح تركت.', en: 'A picture in the explanation was left out.' },
  topic_cut: { ar: 'اسم الموضوع طويل فاختصر.', en: 'The name of the topic was too long and was cut.' },
  points_changed: {
    ar: 'العلامة {from} صارت {to}: علامات البنك أعداد صحيحة من 1 إلى 100.',
    en: 'Points of {from} became {to}: the bank knows whole points from 1 to 100.',
  },
  hints_left_out: { ar: 'التلميحات تركت.', en: 'Hints were left out.' },
  case_left_out: {
    ar: 'حالة الأحرف اللاتينية لا تهم في البنك.',
    en: 'Capital and small letters are not told apart in the bank.',
  },
  units_left_out: { ar: 'الوحدات تركت: الإجابة عدد وحده.', en: 'Units were left out: the answer is a bare number.' },
  qti_associate_as_matching: {
    ar: 'أزواج بلا اتجاه صارت مطابقة.',
    en: 'Pairs without a direction became a matching.',
  },
  qti_processing_left_out: {
    ar: 'للسؤال تصحيح خاص به لم يؤخذ. راجع المفتاح.',
    en: 'The item has marking of its own, which was not taken. Check the key.',
  },
  qti_adaptive_left_out: {
    ar: 'السؤال يسمح بمحاولات عدة، وهنا محاولة واحدة.',
    en: 'The item allows several tries; here it is one.',
  },
} as const satisfies Messages;

/** What a file that is written does not hold. */
const ofLosses = {
  no_ordering: { ar: 'لا ترتيب في هذه الصيغة.', en: 'This format has no ordering.' },
  no_pictures: { ar: 'لا صور في هذه الصيغة.', en: 'This format has no pictures.' },
  arrow_in_answer: {
    ar: 'في الإجابة المقبولة -> وهي علامة المطابقة في GIFT.',
    en: 'An accepted answer holds ->, the sign of matching in GIFT.',
  },
  text_like_mark: {
    ar: 'في طرف مطابقة نص يشبه علامة لغة.',
    en: 'The side of a pair holds a text that looks like a mark of language.',
  },
  picture_missing_here: { ar: 'صورة السؤال غير موجودة.', en: 'The picture of the question is not there.' },
  accepted_in_one_language: {
    ar: 'إجابات مقبولة بلغة واحدة تصير مقبولة باللغتين.',
    en: 'Answers that are accepted in one language become accepted in both.',
  },
} as const satisfies Messages;

/** Every reason of reading and writing, by its code. */
export const reasonMessages = {
  ...ofFiles,
  ...ofQuestions,
  ...ofFormats,
  ...ofNotes,
  ...ofLosses,
} as const satisfies Messages;
