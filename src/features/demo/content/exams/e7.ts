import type { DemoExam } from '../types.ts';

export const E7: DemoExam = {
  id: 'E7',
  title: { ar: 'الإسعافات الأولية – أساسي', en: 'First aid, basic' },
  minutes: 30,
  passMarkPercent: 60,
  validityMonths: 24,
  items: [
    {
      question: {
        ar: 'ما أول ما تفعله عند الوصول إلى مكان حادث؟',
        en: 'What is the first thing you do on reaching the scene of an accident?',
      },
      options: [
        { ar: 'نقل المصاب فورا بسيارتك', en: 'Move the casualty at once in your car' },
        { ar: 'التأكد من أن المكان آمن لك وللآخرين', en: 'Make sure the scene is safe for you and others' },
        { ar: 'إعطاء المصاب ماء', en: 'Give the casualty water' },
        { ar: 'تصوير الحادث', en: 'Film the accident' },
      ],
      correct: 1,
    },
    {
      question: { ar: 'ما رقم الطوارئ الموحد في الأردن؟', en: 'What is the unified emergency number in Jordan?' },
      options: [
        { ar: '911', en: '911' },
        { ar: '117', en: '117' },
        { ar: '102', en: '102' },
        { ar: '999', en: '999' },
      ],
      correct: 0,
    },
    {
      question: {
        ar: 'ما أهم معلومة تبدأ بها عند الاتصال بالطوارئ؟',
        en: 'What is the most important information to start with when you call the emergency number?',
      },
      options: [
        { ar: 'اسم طبيبك الخاص', en: 'The name of your own doctor' },
        { ar: 'مكان الحادث بدقة وما حدث', en: 'Exactly where it is and what happened' },
        { ar: 'تاريخ ميلادك', en: 'Your date of birth' },
        { ar: 'رقم لوحة سيارتك', en: 'The number plate of your car' },
      ],
      correct: 1,
    },
    {
      question: { ar: 'متى تنهي المكالمة مع الطوارئ؟', en: 'When do you end the call with the emergency service?' },
      options: [
        { ar: 'عندما يطلب منك متلقي البلاغ ذلك', en: 'When the operator tells you to' },
        { ar: 'بعد ذكر اسمك مباشرة', en: 'Right after saying your name' },
        { ar: 'بعد عشر ثوان', en: 'After ten seconds' },
        { ar: 'قبل ذكر العنوان', en: 'Before giving the address' },
      ],
      correct: 0,
    },
    {
      question: {
        ar: 'رأيت شخصا مصابا بصعق كهربائي وما زال ملامسا للسلك. ما أول ما تفعله؟',
        en: 'A person has had an electric shock and is still touching the wire. What do you do first?',
      },
      options: [
        { ar: 'أسحبه بيدي فورا', en: 'Pull the person away with my bare hands' },
        { ar: 'أسكب عليه الماء', en: 'Pour water on the person' },
        { ar: 'أفصل التيار الكهربائي قبل لمسه', en: 'Switch off the power before touching the person' },
        { ar: 'أنتظر حتى يترك السلك وحده', en: 'Wait until the person lets go of the wire' },
      ],
      correct: 2,
    },
    {
      question: {
        ar: 'كيف توقف نزيفا خارجيا شديدا من جرح في الذراع لا يوجد فيه جسم غريب؟',
        en: 'How do you stop severe bleeding from a wound in the arm with no object in it?',
      },
      options: [
        { ar: 'بغسله بماء ساخن', en: 'By washing it with hot water' },
        { ar: 'بتركه مكشوفا ليجف', en: 'By leaving it uncovered to dry' },
        { ar: 'بوضع القهوة عليه', en: 'By putting coffee on it' },
        { ar: 'بالضغط المباشر والمستمر على الجرح', en: 'By firm, continuous direct pressure on the wound' },
      ],
      correct: 3,
    },
    {
      question: {
        ar: 'ما الأفضل استعماله لحماية يديك عند التعامل مع نزيف؟',
        en: 'What is best to protect your hands when you deal with bleeding?',
      },
      options: [
        { ar: 'قفازات صوفية', en: 'Woollen gloves' },
        { ar: 'كريم لليدين', en: 'Hand cream' },
        { ar: 'مناديل معطرة', en: 'Scented tissues' },
        { ar: 'قفازات أحادية الاستعمال', en: 'Disposable gloves' },
      ],
      correct: 3,
    },
    {
      question: {
        ar: 'سكين مغروزة في فخذ مصاب. ماذا تفعل؟',
        en: 'A knife is stuck in the thigh of a casualty. What do you do?',
      },
      options: [
        { ar: 'أسحبها بسرعة', en: 'Pull it out quickly' },
        { ar: 'أدفعها إلى الداخل', en: 'Push it further in' },
        {
          ar: 'أتركها وأثبتها وأضغط حولها وأتصل بالطوارئ',
          en: 'Leave it, steady it, press around it and call for help',
        },
        { ar: 'أحركها لأرى عمق الجرح', en: 'Move it to see how deep the wound is' },
      ],
      correct: 2,
    },
    {
      question: { ar: 'كيف يجلس المصاب بالرعاف (نزيف الأنف)؟', en: 'How should a person with a nosebleed sit?' },
      options: [
        { ar: 'يميل رأسه إلى الخلف', en: 'With the head tilted back' },
        { ar: 'يستلقي على ظهره', en: 'Lying on the back' },
        { ar: 'يضع رأسه بين وسادتين', en: 'With the head between two pillows' },
        {
          ar: 'يميل إلى الأمام ويضغط على الجزء اللين من أنفه',
          en: 'Leaning forward and pinching the soft part of the nose',
        },
      ],
      correct: 3,
    },
    {
      question: { ar: 'ما أول إسعاف لحرق بسيط في اليد؟', en: 'What is the first aid for a minor burn of the hand?' },
      options: [
        { ar: 'وضع معجون أسنان عليه', en: 'Putting toothpaste on it' },
        { ar: 'دهنه بالزيت أو الزبدة', en: 'Rubbing it with oil or butter' },
        { ar: 'وضع الثلج عليه مباشرة', en: 'Putting ice directly on it' },
        {
          ar: 'تبريده بماء جار بارد مدة 20 دقيقة تقريبا',
          en: 'Cooling it under cool running water for about 20 minutes',
        },
      ],
      correct: 3,
    },
    {
      question: {
        ar: 'ظهرت فقاعات على جلد محروق. ماذا تفعل؟',
        en: 'Blisters have formed on burnt skin. What do you do?',
      },
      options: [
        {
          ar: 'أتركها سليمة وأغطيها بضماد نظيف لا يلتصق',
          en: 'Leave them whole and cover them with a clean non-stick dressing',
        },
        { ar: 'أفتحها بإبرة', en: 'Open them with a needle' },
        { ar: 'أفركها بمنشفة', en: 'Rub them with a towel' },
        { ar: 'أغطيها بالقطن المنفوش', en: 'Cover them with loose cotton wool' },
      ],
      correct: 0,
    },
    {
      question: {
        ar: 'اشتعلت ملابس شخص. ما التصرف السليم؟',
        en: 'The clothes of a person catch fire. What is the right action?',
      },
      options: [
        { ar: 'يركض طلبا للمساعدة', en: 'Run for help' },
        { ar: 'يتوقف ويستلقي ويتدحرج على الأرض', en: 'Stop, drop and roll on the ground' },
        { ar: 'يقف في مجرى الهواء', en: 'Stand in a draught' },
        { ar: 'يحرك ذراعيه بقوة', en: 'Wave the arms strongly' },
      ],
      correct: 1,
    },
    {
      question: {
        ar: 'متى يوضع المصاب في وضعية الإفاقة (الجانبية الآمنة)؟',
        en: 'When is a casualty placed in the recovery position?',
      },
      options: [
        { ar: 'عندما يكون فاقد الوعي ويتنفس طبيعيا', en: 'When unresponsive but breathing normally' },
        { ar: 'عندما لا يتنفس', en: 'When not breathing' },
        { ar: 'عندما يكون واعيا ويتكلم', en: 'When awake and talking' },
        { ar: 'عند الاشتباه بكسر في الإصبع', en: 'When a broken finger is suspected' },
      ],
      correct: 0,
    },
    {
      question: { ar: 'ما الغاية من وضعية الإفاقة؟', en: 'What is the aim of the recovery position?' },
      options: [
        { ar: 'خفض حرارة الجسم', en: 'Lowering the body temperature' },
        { ar: 'إبقاء مجرى الهواء مفتوحا وتصريف السوائل', en: 'Keeping the airway open and letting fluids drain' },
        { ar: 'تدفئة القدمين', en: 'Warming the feet' },
        { ar: 'تسريع نبض القلب', en: 'Speeding up the pulse' },
      ],
      correct: 1,
    },
    {
      question: {
        ar: 'كيف تتحقق من تنفس شخص لا يستجيب؟',
        en: 'How do you check whether an unresponsive person is breathing?',
      },
      options: [
        { ar: 'أنتظر خمس دقائق وأراقبه من بعيد', en: 'Wait five minutes and watch from a distance' },
        { ar: 'أعطيه ماء وأرى إن كان يبلعه', en: 'Give water and see whether the person swallows' },
        { ar: 'أجلسه وأهز رأسه', en: 'Sit the person up and shake the head' },
        {
          ar: 'أفتح مجرى الهواء ثم أنظر وأسمع وأتحسس مدة لا تزيد على 10 ثوان',
          en: 'Open the airway, then look, listen and feel for no more than 10 seconds',
        },
      ],
      correct: 3,
    },
    {
      question: {
        ar: 'شخص بالغ لا يستجيب ولا يتنفس طبيعيا. ماذا تفعل بعد طلب الطوارئ؟',
        en: 'An adult does not respond and is not breathing normally. What do you do after calling for help?',
      },
      options: [
        { ar: 'أضعه في وضعية الإفاقة وأنتظر', en: 'Use the recovery position and wait' },
        { ar: 'أرفع ساقيه فقط', en: 'Only raise the legs' },
        { ar: 'أبدأ الضغط على منتصف الصدر', en: 'Start compressions in the centre of the chest' },
        { ar: 'أرش وجهه بالماء', en: 'Splash water on the face' },
      ],
      correct: 2,
    },
    {
      question: {
        ar: 'شخص يختنق بلقمة ولا يستطيع الكلام أو السعال. بم تبدأ؟',
        en: 'An adult is choking on food and cannot speak or cough. What do you start with?',
      },
      options: [
        { ar: 'إعطائه ماء ليشرب', en: 'Giving water to drink' },
        { ar: 'خمس ضربات بين لوحي الكتف', en: 'Five blows between the shoulder blades' },
        { ar: 'وضعه مستلقيا على ظهره', en: 'Laying the person on the back' },
        { ar: 'إعطائه قطعة خبز', en: 'Giving a piece of bread' },
      ],
      correct: 1,
    },
    {
      question: {
        ar: 'تشتبه بكسر في ساق مصاب والإسعاف في الطريق. ماذا تفعل؟',
        en: 'You suspect a broken leg and the ambulance is on its way. What do you do?',
      },
      options: [
        { ar: 'أعيد العظم إلى مكانه', en: 'Push the bone back into place' },
        { ar: 'أطلب منه المشي لأتأكد', en: 'Ask the person to walk to make sure' },
        { ar: 'أبقي الساق ثابتة كما هي وأطمئنه', en: 'Keep the leg still as it is and reassure the person' },
        { ar: 'أدلك مكان الألم', en: 'Massage the painful spot' },
      ],
      correct: 2,
    },
    {
      question: {
        ar: 'ابتلع طفل مادة تنظيف. ما التصرف السليم؟',
        en: 'A child has swallowed a cleaning product. What is the right action?',
      },
      options: [
        { ar: 'أجبره على التقيؤ', en: 'Make the child vomit' },
        { ar: 'أعطيه ماء مملحا', en: 'Give the child salt water' },
        { ar: 'أتصل بالطوارئ فورا ولا أجبره على التقيؤ', en: 'Call for help at once and do not make the child vomit' },
        { ar: 'أتركه ينام', en: 'Let the child sleep' },
      ],
      correct: 2,
    },
    {
      question: {
        ar: 'شعر شخص بدوار ويكاد يغمى عليه. ماذا تفعل؟',
        en: 'A person feels dizzy and is about to faint. What do you do?',
      },
      options: [
        { ar: 'أجعله يستلقي في مكان آمن', en: 'Help the person to lie down in a safe place' },
        { ar: 'أطلب منه الوقوف بلا حركة', en: 'Ask the person to stand still' },
        { ar: 'أطلب منه صعود الدرج', en: 'Ask the person to climb the stairs' },
        { ar: 'أعطيه وجبة كبيرة', en: 'Give the person a large meal' },
      ],
      correct: 0,
    },
  ],
};
