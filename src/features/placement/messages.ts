import type { Messages } from '#platform/i18n/messages.ts';

export const messages = {
  'exam.title': { ar: 'امتحان المستوى: {exam}', en: 'Placement exam: {exam}' },
  'exam.plainTitle': { ar: 'امتحان المستوى', en: 'Placement exam' },
  'exam.forCourse': { ar: 'لطلبكم حضور دورة {course}', en: 'For your request to attend {course}' },
  'exam.crumb': { ar: 'الطلب {reference}', en: 'Request {reference}' },
  'exam.crumbMy': { ar: 'طلباتي', en: 'My requests' },
  'exam.toStatus': { ar: 'صفحة الطلب', en: 'To your request' },
  'exam.toCourses': { ar: 'الدورات المتاحة', en: 'See the courses' },

  'start.facts': { ar: 'عن الامتحان', en: 'About the exam' },
  'start.questions': { ar: 'عدد الأسئلة', en: 'Questions' },
  'start.questionsValue': {
    ar: '{count, plural, zero {لا أسئلة} one {سؤال واحد} two {سؤالان} few {# أسئلة} many {# سؤالا} other {# سؤال}}',
    en: '{count, plural, one {# question} other {# questions}}',
  },
  'start.time': { ar: 'مدة الامتحان', en: 'Time' },
  'start.timeValue': {
    ar: '{minutes, plural, zero {لا وقت} one {دقيقة واحدة} two {دقيقتان} few {# دقائق} many {# دقيقة} other {# دقيقة}}',
    en: '{minutes, plural, one {# minute} other {# minutes}}',
  },
  'start.extra': { ar: 'وقت إضافي لكم', en: 'Extra time for you' },
  'start.language': { ar: 'لغة الأسئلة', en: 'Language of the questions' },
  'start.languageChoice': { ar: 'لغة الأسئلة', en: 'Language of the questions' },
  'start.languageHint': { ar: 'لا تتغير بعد البدء.', en: 'It does not change after the start.' },
  'language.ar': { ar: 'العربية', en: 'Arabic' },
  'language.en': { ar: 'الإنجليزية', en: 'English' },
  'start.attempts': { ar: 'عدد المحاولات', en: 'Attempts' },
  'start.attemptsFree': { ar: 'محاولة واحدة لكل طلب', en: 'One for each request' },
  'start.attemptsMost': {
    ar: 'محاولة واحدة لكل طلب، {most, plural, zero {ولا محاولات} one {ومحاولة واحدة} two {ومحاولتان} few {و# محاولات} many {و# محاولة} other {و# محاولة}} في المجموع على الأكثر',
    en: 'One for each request, {most, plural, one {# attempt} other {# attempts}} in all at most',
  },
  'start.passMark': { ar: 'علامة النجاح', en: 'Pass mark' },
  'start.passMarkValue': { ar: '{percent}%', en: '{percent}%' },
  'start.endsIfNow': { ar: 'إن بدأتم الآن ينتهي في', en: 'If you start now it ends at' },
  'start.deadline': { ar: 'آخر موعد للامتحان', en: 'Last moment for the exam' },
  'start.noDeadline': {
    ar: 'لا موعد أخيرا ما دامت الدورة مؤجلة',
    en: 'None while the course is postponed',
  },
  'start.rules': { ar: 'قبل أن تبدأوا', en: 'Before you start' },
  'start.ruleOnce': {
    ar: 'لكل طلب محاولة واحدة. تبدأ المدة عند الضغط على زر البدء ولا تتوقف.',
    en: 'There is one attempt for each request. The time starts with the button below and does not stop.',
  },
  'start.ruleShort': {
    ar: 'الوقت المتبقي أقل من مدة الامتحان كاملة: تنتهي المحاولة عند آخر موعد.',
    en: 'Less than the whole time is left: the attempt ends at the last moment for the exam.',
  },
  'start.ruleResume': {
    ar: 'تحفظ إجاباتكم، ويمكنكم المتابعة من جهاز آخر بالرابط نفسه ما لم ينته الوقت.',
    en: 'Your answers are kept. Until the time is over you can continue on another device with the same link.',
  },
  'start.ruleOneDevice': {
    ar: 'يقدم الامتحان على جهاز واحد في كل مرة: من يتابع من جهاز آخر يتوقف عنده الجهاز الأول.',
    en: 'The exam is taken on one device at a time: when you continue on another, the first one stops.',
  },
  'start.ruleLooking': {
    ar: 'إن تركتم صفحة الامتحان إلى صفحة أو برنامج آخر سجل ذلك ليطلع عليه الموظف المختص. لا يخصم عليه شيء ولا ينتهي به الامتحان.',
    en: 'If you leave the exam page for another page or program, that is recorded for staff to see. Nothing is deducted and the exam does not end.',
  },
  'start.ruleEnd': {
    ar: 'إن انتهى الوقت قبل الإنهاء تصحح الإجابات المحفوظة. السؤال المتروك لا يحتسب إجابة صحيحة.',
    en: 'If the time runs out before you finish, the answers kept so far are marked. A question left open does not count as right.',
  },
  'start.ruleNeeds': {
    ar: 'إن كنتم تحتاجون إلى وقت إضافي أو ترتيبات خاصة، بسبب إعاقة مثلا، فاتصلوا على 117180 قبل البدء.',
    en: 'If you need extra time or special arrangements, for example because of a disability, call 117180 before you start.',
  },
  'start.onPass': { ar: 'عند النجاح', en: 'If you pass' },
  'start.passFree': {
    ar: 'يوافق على طلبكم ويؤكد حجزكم، وتصلكم رسالة نصية بكافة المعلومات المتعلقة بالدورة.',
    en: 'Your request is approved, your booking is confirmed, and you get a text message with all course information.',
  },
  'start.passPaid': {
    ar: 'تصلكم رسالة نصية برقم الدفع الإلكتروني لدفع رسوم الدورة، ويؤكد الحجز بعد الدفع.',
    en: 'You get a text message with the electronic payment number for the course fee. Paying confirms your booking.',
  },
  'start.passWait': {
    ar: 'يحفظ نجاحكم، وينتظر طلبكم الموعد الجديد للدورة أو اكتمال العدد.',
    en: 'Your pass is kept, and your request waits for the new date of the course or for the minimum number.',
  },
  'start.onFail': { ar: 'عند عدم النجاح', en: 'If you do not pass' },
  'start.fail': {
    ar: 'لا يمكن حضور هذه الدورة، ويغلق الطلب.',
    en: 'You cannot attend this course, and the request is closed.',
  },
  'start.retake': {
    ar: '{days, plural, zero {يمكنكم تقديم طلب جديد لدورة تتطلب هذا الامتحان في أي وقت.} one {يمكنكم تقديم طلب جديد لدورة تتطلب هذا الامتحان بعد يوم واحد.} two {يمكنكم تقديم طلب جديد لدورة تتطلب هذا الامتحان بعد يومين.} few {يمكنكم تقديم طلب جديد لدورة تتطلب هذا الامتحان بعد # أيام.} many {يمكنكم تقديم طلب جديد لدورة تتطلب هذا الامتحان بعد # يوما.} other {يمكنكم تقديم طلب جديد لدورة تتطلب هذا الامتحان بعد # يوم.}}',
    en: '{days, plural, =0 {You can make a new request for a course with this exam at any time.} one {You can make a new request for a course with this exam after # day.} other {You can make a new request for a course with this exam after # days.}}',
  },
  'start.button': { ar: 'بدء الامتحان', en: 'Start the exam' },

  'open.title': { ar: 'بدأتم الامتحان', en: 'You have started the exam' },
  'open.answered': {
    ar: '{answered, plural, zero {لم تحفظ أي إجابة بعد} one {حفظت إجابة واحدة} two {حفظت إجابتان} few {حفظت # إجابات} many {حفظت # إجابة} other {حفظت # إجابة}} من {total}.',
    en: '{answered, plural, =0 {No answer is kept yet} one {# answer is kept} other {# answers are kept}}, of {total}.',
  },
  'open.ends': {
    ar: 'ينتهي الوقت في {time}، ولا يتوقف بخروجكم من الصفحة.',
    en: 'The time ends at {time}; it does not stop when you leave the page.',
  },
  'open.elsewhere': {
    ar: 'الامتحان مفتوح على جهاز آخر. إن تابعتم هنا توقف هناك، وتبقى الإجابات المحفوظة.',
    en: 'The exam is open on another device. If you continue here it stops there; the answers kept so far stay.',
  },
  'open.button': { ar: 'متابعة الامتحان', en: 'Continue the exam' },

  'other.title': { ar: 'الامتحان مستمر على جهاز آخر', en: 'The exam goes on on another device' },
  'other.text': {
    ar: 'تابعتم هذا الامتحان من جهاز أو متصفح آخر، فلم تعد هذه الصفحة تحفظ الإجابات. الإجابات المحفوظة من قبل باقية.',
    en: 'This exam was continued on another device or browser, so this page no longer keeps answers. The answers kept before stay.',
  },
  'other.unsaved': {
    ar: 'آخر ما أجبتم به هنا لم يحفظ بعد. إن تابعتم هنا حفظ.',
    en: 'What you answered here last is not kept yet. It is kept if you continue here.',
  },
  'other.button': { ar: 'المتابعة على هذا الجهاز', en: 'Continue on this device' },

  'notReady.title': { ar: 'الامتحان قيد الإعداد', en: 'The exam is being prepared' },
  'notReady.text': {
    ar: 'لم ينشر هذا الامتحان بعد. للاستفسار اتصلوا على 117180.',
    en: 'This exam has not been published yet. For questions call 117180.',
  },
  'noAttempt.title': { ar: 'لا محاولات متبقية', en: 'There is no attempt left' },
  'noAttempt.text': {
    ar: '{most, plural, zero {لا محاولات لهذا الامتحان.} one {لهذا الامتحان محاولة واحدة، وقد استعملتموها.} two {لهذا الامتحان محاولتان، وقد استعملتموهما.} few {لهذا الامتحان # محاولات، وقد استعملتموها.} many {لهذا الامتحان # محاولة، وقد استعملتموها.} other {لهذا الامتحان # محاولة، وقد استعملتموها.}} إن كان لديكم إثبات للمعرفة فأرفقوه في صفحة الطلب، أو اتصلوا على 117180.',
    en: '{most, plural, one {This exam can be taken once, and you have taken it.} other {This exam can be taken # times, and you have taken it so often.}} If you have a proof of knowledge, hand it in on the page of your request, or call 117180.',
  },

  'late.notYet': { ar: 'لم يفتح الامتحان بعد', en: 'The exam is not open yet' },
  'late.opens': {
    ar: 'يمكنكم تقديمه بعد {time} من هذا الرابط نفسه.',
    en: 'You can take it after {time}, with this same link.',
  },
  'late.before': { ar: 'وقبل {time}.', en: 'And before {time}.' },
  'late.title': { ar: 'انتهى موعد الامتحان', en: 'The time for the exam is over' },
  'late.text': {
    ar: 'كان آخر موعد {time}. إن تأجلت الدورة يبقى طلبكم قائما وتعود إمكانية تقديم الامتحان، وستصلكم رسالة نصية بما يستجد.',
    en: 'The last moment was {time}. If the course is postponed, your request stays and the exam opens again. We will text you either way.',
  },

  'questions.title': { ar: 'أسئلة الامتحان', en: 'Exam questions' },
  'questions.number': { ar: 'السؤال {number} من {total}', en: 'Question {number} of {total}' },
  'questions.left': { ar: 'الوقت المتبقي', en: 'Time left' },
  'questions.endsAt': { ar: 'ينتهي الوقت في {time}', en: 'The time ends at {time}' },
  'questions.hint': {
    ar: 'أجيبوا عن الأسئلة، ثم اضغطوا «إنهاء الامتحان» في آخر الصفحة.',
    en: 'Answer the questions, then press “Finish the exam” at the end of the page.',
  },
  'questions.hintOne': {
    ar: 'سؤال واحد في كل صفحة. تنتقلون بالأرقام أو بالأزرار، وزر الإنهاء عند السؤال الأخير.',
    en: 'One question a page. Move with the numbers or the buttons; the button to finish stands at the last question.',
  },
  'questions.grid': { ar: 'أرقام الأسئلة', en: 'Question numbers' },
  'questions.word': { ar: 'السؤال', en: 'Question' },
  'questions.answered': { ar: 'أجيب', en: 'answered' },
  'questions.open': { ar: 'لم يجب', en: 'not answered' },
  'questions.flagged': { ar: 'للمراجعة', en: 'to review' },
  'questions.flag': { ar: 'أعود إليه لاحقا', en: 'Come back to this later' },
  'questions.previous': { ar: 'السابق', en: 'Previous' },
  'questions.next': { ar: 'التالي', en: 'Next' },
  'answer.true': { ar: 'صح', en: 'True' },
  'answer.false': { ar: 'خطأ', en: 'False' },
  'answer.text': { ar: 'إجابتكم', en: 'Your answer' },
  'answer.number': { ar: 'إجابتكم بالأرقام', en: 'Your answer, in digits' },
  'answer.several': { ar: 'قد تكون أكثر من إجابة صحيحة.', en: 'More than one answer may be right.' },
  'answer.matching': { ar: 'اختاروا لكل سطر ما يناسبه.', en: 'Choose for each line what belongs to it.' },
  'answer.ordering': { ar: 'اختاروا لكل خطوة ترتيبها.', en: 'Choose for each step its place in the order.' },
  'answer.none': { ar: 'لم تختاروا بعد', en: 'Not chosen yet' },
  'questions.finish': { ar: 'إنهاء الامتحان', en: 'Finish the exam' },
  'questions.save': { ar: 'حفظ ومتابعة لاحقا', en: 'Save and continue later' },
  'questions.saveHint': {
    ar: 'الوقت لا يتوقف بعد الحفظ.',
    en: 'The time goes on after saving.',
  },
  'questions.saving': { ar: 'جار الحفظ', en: 'Saving' },
  'questions.saved': { ar: 'حفظت الإجابة', en: 'Answer kept' },
  'questions.offline': {
    ar: 'انقطع الاتصال. إجاباتكم محفوظة على هذا الجهاز وترسل عند عودته.',
    en: 'The connection is lost. Your answers are kept on this device and sent when it is back.',
  },
  'questions.refused': {
    ar: 'لم تعد الإجابات تقبل. حدثوا الصفحة لتروا الوضع الحالي.',
    en: 'Answers are no longer taken. Load the page again to see how it stands.',
  },
  'questions.slow': {
    ar: 'الخادم مشغول. إجاباتكم محفوظة على هذا الجهاز وترسل بعد قليل.',
    en: 'The server is busy. Your answers are kept on this device and sent in a moment.',
  },
  'questions.toExam': { ar: 'صفحة الامتحان', en: 'To the exam page' },
  'questions.five': { ar: 'بقيت خمس دقائق.', en: 'Five minutes are left.' },
  'questions.one': { ar: 'بقيت دقيقة واحدة.', en: 'One minute is left.' },

  'finish.title': {
    ar: '{count, plural, zero {أجبتم عن جميع الأسئلة} one {تركتم سؤالا واحدا بلا إجابة} two {تركتم سؤالين بلا إجابة} few {تركتم # أسئلة بلا إجابة} many {تركتم # سؤالا بلا إجابة} other {تركتم # سؤال بلا إجابة}}',
    en: '{count, plural, =0 {You have answered every question} one {You have left # question unanswered} other {You have left # questions unanswered}}',
  },
  'finish.text': {
    ar: 'حفظت إجاباتكم. لكم العودة إلى الأسئلة المتروكة، أو إنهاء الامتحان الآن. بعد الإنهاء لا يمكن تغيير أي إجابة.',
    en: 'Your answers are kept. You can go back to the open questions, or finish now. After that no answer can be changed.',
  },
  'finish.flagged': { ar: 'أسئلة وضعتموها للمراجعة', en: 'Questions you meant to review' },
  'finish.open': { ar: 'الأسئلة المتروكة', en: 'Open questions' },
  'finish.question': { ar: 'السؤال {number}', en: 'Question {number}' },
  'finish.back': { ar: 'العودة إلى الأسئلة', en: 'Go back to the questions' },
  'finish.anyway': { ar: 'إنهاء الامتحان الآن', en: 'Finish the exam now' },

  'result.title': { ar: 'نتيجة امتحان المستوى', en: 'Result of the placement exam' },
  'result.passed': { ar: 'نجحتم في امتحان المستوى', en: 'You passed the placement exam' },
  'result.failed': { ar: 'لم تحصلوا على علامة النجاح', en: 'You did not reach the pass mark' },
  'result.score': { ar: 'علامتكم {percent}%.', en: 'Your score is {percent}%.' },
  'result.points': { ar: 'النقاط: {points} من {max}.', en: 'Points: {points} of {max}.' },
  'result.topics': { ar: 'نتيجتكم في كل موضوع', en: 'How you did by topic' },
  'result.topic': { ar: 'الموضوع', en: 'Topic' },
  'result.share': { ar: 'من النقاط', en: 'Of the points' },
  'result.howWell': { ar: 'المستوى', en: 'Level' },
  'result.strong': { ar: 'جيد جدا', en: 'Strong' },
  'result.fair': { ar: 'متوسط', en: 'Fair' },
  'result.weak': { ar: 'يحتاج إلى مراجعة', en: 'Worth reviewing' },
  'result.percent': { ar: '{percent}%', en: '{percent}%' },
  'result.expired': {
    ar: 'انتهى الوقت قبل الإنهاء، فصححت الإجابات المحفوظة.',
    en: 'The time ran out before you finished, so the answers kept until then were marked.',
  },
  'result.failWhy': {
    ar: 'لا يمكنكم حضور دورة {course} لأن علامة النجاح في امتحان المستوى لم تتحقق: المهارات أو المعرفة الأساسية المطلوبة لحضور الدورة غير متوفرة بعد.',
    en: 'You cannot attend {course}, because the pass mark in the placement exam was not obtained: the basic skills or knowledge that the course needs are not there yet.',
  },
  'result.retakeFrom': {
    ar: 'يمكنكم التقدم لهذا الامتحان مرة أخرى بطلب جديد بعد {time}.',
    en: 'You can take this exam again, with a new request, after {time}.',
  },
  'result.noAttempt': {
    ar: 'استنفدتم محاولات هذا الامتحان. للاستفسار اتصلوا على 117180.',
    en: 'You have used all attempts at this exam. For questions call 117180.',
  },
  'result.passCounts': {
    ar: 'لديكم نجاح في هذا الامتحان: يمكنكم تقديم طلب جديد دون امتحان.',
    en: 'You hold a pass of this exam: you can make a new request, without the exam.',
  },
  'result.retakeNow': {
    ar: 'يمكنكم التقدم لهذا الامتحان مرة أخرى بطلب جديد.',
    en: 'You can take this exam again with a new request.',
  },

  'next.title': { ar: 'ماذا بعد؟', en: 'What follows' },
  'next.confirmed': {
    ar: 'حجزكم مؤكد. تبدأ الدورة في {time}، وكافة المعلومات في صفحة الطلب.',
    en: 'Your booking is confirmed. The course starts on {time}; everything about it is on the page of your request.',
  },
  'next.confirmedNoDate': {
    ar: 'حجزكم مؤكد. الدورة مؤجلة، وستصلكم رسالة نصية بالموعد الجديد.',
    en: 'Your booking is confirmed. The course is postponed; we will text you the new date.',
  },
  'next.pay': {
    ar: 'لتأكيد الحجز ادفعوا {amount} قبل {time} برقم الدفع الإلكتروني:',
    en: 'To confirm your booking, pay {amount} before {time} with the electronic payment number:',
  },
  'next.paySuspended': {
    ar: 'الدورة مؤجلة، والدفع متوقف حتى يحدد الموعد الجديد. ستصلكم رسالة نصية.',
    en: 'The course is postponed, and payment rests until the new date is set. We will text you.',
  },
  'next.wait': {
    ar: 'ينتظر طلبكم اكتمال الحد الأدنى للمشاركين. لا يلزمكم امتحان ما دام نجاحكم أو إثباتكم ساريا.',
    en: 'Your request waits for the minimum number. You need no exam as long as your pass or proof is valid.',
  },
  'next.waitDate': {
    ar: 'الدورة مؤجلة، وستصلكم رسالة نصية بالموعد الجديد. لا يلزمكم امتحان ما دام نجاحكم أو إثباتكم ساريا.',
    en: 'The course is postponed; we will text you the new date. You need no exam as long as your pass or proof is valid.',
  },
  'next.notYet': {
    ar: 'إن لزم امتحان المستوى فسيصلكم رابطه برسالة نصية.',
    en: 'If the placement exam is needed, we will text you its link.',
  },
  'next.closed': {
    ar: 'هذا الطلب مغلق. التفاصيل في صفحة الطلب.',
    en: 'This request is closed. The details are on the page of your request.',
  },
  'next.notTaken': {
    ar: 'أغلق هذا الطلب لأن الامتحان لم يقدم قبل موعده. يمكنكم تقديم طلب جديد لدورة لاحقة.',
    en: 'This request was closed because the exam was not taken in time. You are welcome to request a later course.',
  },
  'next.over': {
    ar: 'انعقدت الدورة. التفاصيل في صفحة الطلب.',
    en: 'The course has been held. The details are on the page of your request.',
  },

  'standing.title': { ar: 'لا يلزمكم امتحان المستوى', en: 'You do not need the placement exam' },
  'standing.proof': {
    ar: 'قبلنا إثبات المعرفة الذي قدمتموه، فلم يعد امتحان المستوى مطلوبا. إن كنتم قد بدأتم به فلا أثر لإجاباتكم على طلبكم.',
    en: 'Your proof of knowledge was accepted, so the placement exam is no longer needed. If you had already started it, your answers have no effect on your request.',
  },
  'standing.pass': {
    ar: 'سبق أن نجحتم في هذا الامتحان، فلا حاجة إلى تقديمه مرة أخرى.',
    en: 'You have already passed this exam, so there is no need to take it again.',
  },
  'standing.none': {
    ar: 'هذه الدورة لا تتطلب امتحان مستوى.',
    en: 'This course needs no placement exam.',
  },
  'standing.notYet': { ar: 'لا امتحان مطلوبا منكم الآن', en: 'No exam is asked of you now' },
  'standing.closed': { ar: 'هذا الامتحان مغلق', en: 'This exam is closed' },
} as const satisfies Messages;
