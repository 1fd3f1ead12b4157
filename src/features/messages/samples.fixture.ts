import type { Bilingual } from '#kernel/lang.ts';
import type { TemplateKey } from '#procedure/messages/templates.ts';

/** The course a sample speaks of: C01 free, C12 with fee and exam, C14 with fee, C15 free with exam. */
export type SampleCourse = 'C01' | 'C12' | 'C14' | 'C15';

/** Every SMS as a person reads it, letter for letter, with no optional part left out unless it has to be. */
export const SAMPLES: Record<TemplateKey, Bilingual & { readonly course: SampleCourse }> = {
  otp: {
    course: 'C01',
    ar: 'أمانة عمان: رمز التحقق 482913 صالح لمدة 5 دقائق. لا تشاركوه مع أحد.',
    en: 'GAM: Your code is 482913, valid for 5 minutes. Do not share it.',
  },
  received: {
    course: 'C01',
    ar: 'تم استلام طلبكم H5T8W3 لحضور دورة مهارات الحاسوب الأساسية. سنعلمكم عند اكتمال الحد الأدنى للمشاركين. amman.jo/c/K4M2Q9TXBR',
    en: 'GAM: Request H5T8W3 to attend Basic Computer Skills received. We will text you when the minimum number is reached. amman.jo/c/K4M2Q9TXBR',
  },
  waitlisted: {
    course: 'C01',
    ar: 'اكتملت مقاعد دورة مهارات الحاسوب الأساسية، وأدرج طلبكم H5T8W3 على قائمة الانتظار. سنعلمكم عند توفر مقعد. amman.jo/c/K4M2Q9TXBR',
    en: 'GAM: Basic Computer Skills is full. Request H5T8W3 is on the waiting list. We will text you if a seat becomes free. amman.jo/c/K4M2Q9TXBR',
  },
  waitlist_closed: {
    course: 'C01',
    ar: 'نعتذر، لم يتوفر مقعد في دورة مهارات الحاسوب الأساسية المقررة في 10/1/2027، وأغلق طلبكم H5T8W3. لاختيار دورة أخرى amman.jo/c/K4M2Q9TXBR',
    en: 'GAM: No seat became free in Basic Computer Skills on 10/1/2027; request H5T8W3 is closed. To choose another course: amman.jo/c/K4M2Q9TXBR',
  },
  postponed: {
    course: 'C01',
    ar: 'تم تأجيل موعد دورة مهارات الحاسوب الأساسية المقررة في 10/1/2027 نظرا لعدم اكتمال العدد، وسيصلكم الموعد الجديد برسالة لاحقة.',
    en: 'GAM: Basic Computer Skills, planned for 10/1/2027, is postponed because the minimum number was not reached. The new date will follow by SMS.',
  },
  new_date: {
    course: 'C01',
    ar: 'الموعد الجديد لدورة مهارات الحاسوب الأساسية: الأحد 24/1/2027 4:00م، محطة معرفة صويلح. للتفاصيل أو الانسحاب amman.jo/c/K4M2Q9TXBR',
    en: 'GAM: The new date for Basic Computer Skills is Sun 24/1/2027 at 4:00 pm, Knowledge Station, Sweileh. To view or withdraw: amman.jo/c/K4M2Q9TXBR',
  },
  postponed_new_date: {
    course: 'C01',
    ar: 'نظرا لعدم اكتمال العدد تم تأجيل دورة مهارات الحاسوب الأساسية من 10/1/2027 إلى الأحد 24/1/2027 4:00م، محطة معرفة صويلح. للتفاصيل أو الانسحاب amman.jo/c/K4M2Q9TXBR',
    en: 'GAM: As the minimum number was not reached, Basic Computer Skills moves from 10/1/2027 to Sun 24/1/2027 at 4:00 pm, Knowledge Station, Sweileh. To view or withdraw: amman.jo/c/K4M2Q9TXBR',
  },
  approved_free_full: {
    course: 'C01',
    ar: 'تمت الموافقة على طلبكم H5T8W3 وتأكيد حجز دورة مهارات الحاسوب الأساسية. البدء الأحد 10/1/2027، الأحد والثلاثاء 4:00م-6:00م، 24 ساعة، محطة معرفة صويلح. للاستفسار 117180. التفاصيل amman.jo/c/K4M2Q9TXBR',
    en: 'GAM: Request H5T8W3 approved, seat confirmed: Basic Computer Skills. Starts Sun 10/1/2027, Sun, Tue 4:00 pm-6:00 pm, 24 hours. Venue: Knowledge Station, Sweileh. Info 117180. amman.jo/c/K4M2Q9TXBR',
  },
  approved_free: {
    course: 'C01',
    ar: 'تمت الموافقة على طلبكم H5T8W3 وتأكيد حجز دورة مهارات الحاسوب الأساسية، الأحد 10/1/2027 4:00م، محطة معرفة صويلح. amman.jo/c/K4M2Q9TXBR',
    en: 'GAM: Request H5T8W3 approved, seat confirmed: Basic Computer Skills, Sun 10/1/2027 4:00 pm, Knowledge Station, Sweileh. amman.jo/c/K4M2Q9TXBR',
  },
  approved_free_prior_pass_full: {
    course: 'C15',
    ar: 'لنجاحكم سابقا في الامتحان تمت الموافقة على طلبكم H5T8W3 وتأكيد حجز دورة محاسبة المشاريع الصغيرة. البدء الأحد 10/1/2027، الأحد والثلاثاء 4:00م-6:00م، 24 ساعة، زها، أبو علندا. للاستفسار 117180. التفاصيل amman.jo/c/K4M2Q9TXBR',
    en: 'GAM: Based on your earlier exam pass, request H5T8W3 is approved and your seat confirmed: Accounting for Small Businesses. Starts Sun 10/1/2027, Sun, Tue 4:00 pm-6:00 pm, 24 hours. Venue: Zaha, Abu Alanda. Info 117180. amman.jo/c/K4M2Q9TXBR',
  },
  approved_free_prior_pass: {
    course: 'C15',
    ar: 'لنجاحكم سابقا في الامتحان تمت الموافقة على طلبكم H5T8W3 وتأكيد حجز محاسبة المشاريع الصغيرة، الأحد 10/1/2027 4:00م، زها، أبو علندا. amman.jo/c/K4M2Q9TXBR',
    en: 'GAM: Earlier exam pass accepted, request H5T8W3 approved, seat confirmed: Accounting for Small Businesses, Sun 10/1/2027 4:00 pm, Zaha, Abu Alanda. amman.jo/c/K4M2Q9TXBR',
  },
  approved_free_proof_full: {
    course: 'C15',
    ar: 'بعد قبول إثبات المتطلب السابق تمت الموافقة على طلبكم H5T8W3 وتأكيد حجز دورة محاسبة المشاريع الصغيرة. البدء الأحد 10/1/2027، الأحد والثلاثاء 4:00م-6:00م، 24 ساعة، زها، أبو علندا. للاستفسار 117180. التفاصيل amman.jo/c/K4M2Q9TXBR',
    en: 'GAM: Your proof of the prerequisite was accepted. Request H5T8W3 approved, seat confirmed: Accounting for Small Businesses. Starts Sun 10/1/2027, Sun, Tue 4:00 pm-6:00 pm, 24 hours. Venue: Zaha, Abu Alanda. Info 117180. amman.jo/c/K4M2Q9TXBR',
  },
  approved_free_proof: {
    course: 'C15',
    ar: 'بعد قبول إثبات المتطلب السابق تمت الموافقة على طلبكم H5T8W3 وتأكيد حجز محاسبة المشاريع الصغيرة، الأحد 10/1/2027 4:00م، زها، أبو علندا. amman.jo/c/K4M2Q9TXBR',
    en: 'GAM: Your proof was accepted, request H5T8W3 approved, seat confirmed: Accounting for Small Businesses, Sun 10/1/2027 4:00 pm, Zaha, Abu Alanda. amman.jo/c/K4M2Q9TXBR',
  },
  exam_pass_free_full: {
    course: 'C15',
    ar: 'نجحتم في امتحان المستوى وتمت الموافقة على طلبكم H5T8W3 لحضور دورة محاسبة المشاريع الصغيرة. البدء الأحد 10/1/2027، الأحد والثلاثاء 4:00م-6:00م، 24 ساعة، زها، أبو علندا. للاستفسار 117180. التفاصيل amman.jo/c/K4M2Q9TXBR',
    en: 'GAM: You passed the placement exam. Request H5T8W3 is approved: Accounting for Small Businesses. Starts Sun 10/1/2027, Sun, Tue 4:00 pm-6:00 pm, 24 hours. Venue: Zaha, Abu Alanda. Info 117180. amman.jo/c/K4M2Q9TXBR',
  },
  exam_pass_free: {
    course: 'C15',
    ar: 'نجحتم في الامتحان وتمت الموافقة على طلبكم لحضور دورة محاسبة المشاريع الصغيرة، 10/1/2027 4:00م، زها، أبو علندا. amman.jo/c/K4M2Q9TXBR',
    en: 'GAM: You passed the exam. Your request is approved: Accounting for Small Businesses, Sun 10/1/2027 4:00 pm, Zaha, Abu Alanda. amman.jo/c/K4M2Q9TXBR',
  },
  exam_link: {
    course: 'C15',
    ar: 'اكتمل العدد لدورة محاسبة المشاريع الصغيرة. يرجى تقديم امتحان المستوى لطلبكم H5T8W3 قبل 9/1/2027 4:00م عبر الرابط amman.jo/c/K4M2Q9TXBR',
    en: 'GAM: Accounting for Small Businesses has reached its minimum number. Request H5T8W3: please take the placement exam before 9/1/2027 4:00 pm: amman.jo/c/K4M2Q9TXBR',
  },
  exam_link_from: {
    course: 'C15',
    ar: 'اكتمل العدد لدورة محاسبة المشاريع الصغيرة. يرجى تقديم امتحان المستوى لطلبكم H5T8W3 بعد 6/1/2027 9:00ص وقبل 9/1/2027 4:00م عبر الرابط amman.jo/c/K4M2Q9TXBR',
    en: 'GAM: Accounting for Small Businesses has reached its minimum number. Request H5T8W3: please take the placement exam after 6/1/2027 9:00 am and before 9/1/2027 4:00 pm: amman.jo/c/K4M2Q9TXBR',
  },
  exam_fail: {
    course: 'C15',
    ar: 'لا يمكنكم حضور دورة محاسبة المشاريع الصغيرة لعدم الحصول على علامة النجاح في امتحان المستوى (عدم امتلاك المهارات أو المعرفة الأساسية).',
    en: 'GAM: You cannot attend Accounting for Small Businesses: the pass mark in the placement exam was not obtained (basic skills or knowledge required).',
  },
  exam_reminder: {
    course: 'C15',
    ar: 'تذكير: يرجى تقديم امتحان المستوى لدورة محاسبة المشاريع الصغيرة قبل 9/1/2027 4:00م وإلا ألغي الطلب. amman.jo/c/K4M2Q9TXBR',
    en: 'GAM: Reminder: take the placement exam for Accounting for Small Businesses before 9/1/2027 4:00 pm or the request is cancelled: amman.jo/c/K4M2Q9TXBR',
  },
  exam_expired: {
    course: 'C15',
    ar: 'تم إلغاء طلبكم H5T8W3 لحضور دورة محاسبة المشاريع الصغيرة لعدم تقديم امتحان المستوى قبل 9/1/2027 4:00م. للاستفسار 117180',
    en: 'GAM: Request H5T8W3 to attend Accounting for Small Businesses is cancelled: the placement exam was not taken before 9/1/2027 4:00 pm. Info 117180',
  },
  proof_accepted: {
    course: 'C15',
    ar: 'تم قبول إثبات المتطلب السابق لدورة محاسبة المشاريع الصغيرة، ولا حاجة إلى امتحان المستوى. amman.jo/c/K4M2Q9TXBR',
    en: 'GAM: Your proof of the prerequisite for Accounting for Small Businesses was accepted. No placement exam is needed. amman.jo/c/K4M2Q9TXBR',
  },
  proof_rejected: {
    course: 'C15',
    ar: 'تعذر قبول إثبات المتطلب السابق لدورة محاسبة المشاريع الصغيرة. سيصلكم رابط امتحان المستوى عند اكتمال العدد.',
    en: 'GAM: Your proof of the prerequisite for Accounting for Small Businesses was not accepted. An exam link will follow when the minimum number is reached.',
  },
  proof_rejected_exam: {
    course: 'C15',
    ar: 'تعذر قبول إثبات المتطلب السابق لدورة محاسبة المشاريع الصغيرة. يرجى تقديم امتحان المستوى قبل 9/1/2027 4:00م عبر الرابط amman.jo/c/K4M2Q9TXBR',
    en: 'GAM: Your proof of the prerequisite for Accounting for Small Businesses was not accepted. Please take the placement exam before 9/1/2027 4:00 pm: amman.jo/c/K4M2Q9TXBR',
  },
  pay: {
    course: 'C14',
    ar: 'اكتمل العدد لدورة الحلويات والمعجنات. يرجى دفع 15.500 دينار لطلبكم H5T8W3 برقم الدفع الإلكتروني 4820573915 قبل 9/1/2027 4:00م. amman.jo/c/K4M2Q9TXBR',
    en: 'GAM: Pastry and Sweets Making reached its minimum number. Request H5T8W3: pay JOD 15.500, e-payment no. 4820573915, before 9/1/2027 4:00 pm. amman.jo/c/K4M2Q9TXBR',
  },
  pay_prior_pass: {
    course: 'C12',
    ar: 'لنجاحكم سابقا في الامتحان يرجى دفع 50 دينارا لطلبكم H5T8W3 لحضور دورة صيانة الأجهزة الخلوية برقم الدفع الإلكتروني 4820573915 قبل 9/1/2027 4:00م. amman.jo/c/K4M2Q9TXBR',
    en: 'GAM: Based on your earlier exam pass, request H5T8W3 for Mobile Phone Repair: pay JOD 50, e-payment no. 4820573915, before 9/1/2027 4:00 pm. amman.jo/c/K4M2Q9TXBR',
  },
  pay_proof: {
    course: 'C12',
    ar: 'تم قبول إثبات المتطلب السابق. يرجى دفع 50 دينارا لطلبكم H5T8W3 لحضور دورة صيانة الأجهزة الخلوية برقم الدفع الإلكتروني 4820573915 قبل 9/1/2027 4:00م. amman.jo/c/K4M2Q9TXBR',
    en: 'GAM: Your proof was accepted. Request H5T8W3 for Mobile Phone Repair: pay JOD 50, e-payment no. 4820573915, before 9/1/2027 4:00 pm. amman.jo/c/K4M2Q9TXBR',
  },
  pay_exam_pass: {
    course: 'C12',
    ar: 'نجحتم في امتحان المستوى. يرجى دفع 50 دينارا لطلبكم H5T8W3 لحضور دورة صيانة الأجهزة الخلوية برقم الدفع الإلكتروني 4820573915 قبل 9/1/2027 4:00م. amman.jo/c/K4M2Q9TXBR',
    en: 'GAM: You passed the exam. Request H5T8W3 for Mobile Phone Repair: pay JOD 50, e-payment no. 4820573915, before 9/1/2027 4:00 pm. amman.jo/c/K4M2Q9TXBR',
  },
  pay_reduced: {
    course: 'C14',
    ar: 'خفضت رسوم طلبكم H5T8W3 لحضور دورة الحلويات والمعجنات. يرجى دفع 15.500 دينار برقم الدفع 4820573915 قبل 9/1/2027 4:00م. amman.jo/c/K4M2Q9TXBR',
    en: 'GAM: The fee of request H5T8W3, Pastry and Sweets Making, was reduced. Please pay JOD 15.500 with number 4820573915 before 9/1/2027 4:00 pm. amman.jo/c/K4M2Q9TXBR',
  },
  pay_reminder: {
    course: 'C12',
    ar: 'تذكير: يرجى دفع 50 دينارا لدورة صيانة الأجهزة الخلوية برقم الدفع الإلكتروني 4820573915 قبل 9/1/2027 4:00م وإلا ألغي الطلب.',
    en: 'GAM: Reminder: pay JOD 50 for Mobile Phone Repair, e-payment no. 4820573915, before 9/1/2027 4:00 pm or the request is cancelled.',
  },
  paid_confirmed_full: {
    course: 'C14',
    ar: 'تم استلام 15.500 دينار وتأكيد حجزكم H5T8W3 لدورة الحلويات والمعجنات. البدء الأحد 10/1/2027، الأحد والثلاثاء 4:00م-6:00م، 36 ساعة، المرأة المبدعة. للاستفسار 117180. الوصل والتفاصيل amman.jo/c/K4M2Q9TXBR',
    en: 'GAM: JOD 15.500 received, seat confirmed, request H5T8W3: Pastry and Sweets Making. Starts Sun 10/1/2027, Sun, Tue 4:00 pm-6:00 pm, 36 hours. Venue: Women Creative Hub. Info 117180. Receipt, details: amman.jo/c/K4M2Q9TXBR',
  },
  paid_confirmed: {
    course: 'C14',
    ar: 'تم استلام 15.500 دينار وتأكيد حجز الحلويات والمعجنات، الأحد 10/1/2027 4:00م، المرأة المبدعة. الوصل amman.jo/c/K4M2Q9TXBR',
    en: 'GAM: JOD 15.500 received, seat confirmed: Pastry and Sweets Making, Sun 10/1/2027 4:00 pm, Women Creative Hub. Receipt, details: amman.jo/c/K4M2Q9TXBR',
  },
  cancelled_unpaid: {
    course: 'C14',
    ar: 'تم إلغاء طلبكم H5T8W3 لحضور دورة الحلويات والمعجنات لعدم دفع الرسوم قبل 9/1/2027 4:00م. للاستفسار 117180',
    en: 'GAM: Request H5T8W3 to attend Pastry and Sweets Making is cancelled: the fee was not paid before 9/1/2027 4:00 pm. Info 117180',
  },
  payment_amount_wrong: {
    course: 'C12',
    ar: 'تم استلام 20 دينارا لطلبكم H5T8W3 لحضور دورة صيانة الأجهزة الخلوية، والمطلوب دفع 50 دينارا، فلم تسدد الرسوم بعد. للاستفسار 117180 amman.jo/c/K4M2Q9TXBR',
    en: 'GAM: We received JOD 20 for request H5T8W3, Mobile Phone Repair, but the fee is JOD 50, so it is not yet paid. Info 117180 amman.jo/c/K4M2Q9TXBR',
  },
  payment_reinstated: {
    course: 'C14',
    ar: 'تبين أن رسوم دورة الحلويات والمعجنات دفعت في موعدها، فأعيد تفعيل طلبكم H5T8W3 وحجزكم مؤكد. amman.jo/c/K4M2Q9TXBR',
    en: 'GAM: Your fee for Pastry and Sweets Making was paid in time. Request H5T8W3 is active again and your seat is confirmed. amman.jo/c/K4M2Q9TXBR',
  },
  payment_late: {
    course: 'C14',
    ar: 'وصل إشعار دفع 15.500 دينار بعد إلغاء طلبكم H5T8W3 لحضور دورة الحلويات والمعجنات. لاسترداد المبلغ أو النقل إلى دورة أخرى amman.jo/c/K4M2Q9TXBR',
    en: 'GAM: Notice of your payment of JOD 15.500 came after request H5T8W3 for Pastry and Sweets Making was cancelled. For a refund or a transfer: amman.jo/c/K4M2Q9TXBR',
  },
  refund_done: {
    course: 'C14',
    ar: 'تم رد 15.500 دينار إليكم عن طلبكم H5T8W3 لحضور دورة الحلويات والمعجنات. amman.jo/c/K4M2Q9TXBR',
    en: 'GAM: JOD 15.500 was refunded to you for request H5T8W3, Pastry and Sweets Making. amman.jo/c/K4M2Q9TXBR',
  },
  transferred: {
    course: 'C12',
    ar: 'تم نقل طلبكم H5T8W3 إلى دورة صيانة الأجهزة الخلوية، الأحد 10/1/2027 4:00م، رؤية عمان للتدريب. amman.jo/c/K4M2Q9TXBR',
    en: 'GAM: Request H5T8W3 was moved to Mobile Phone Repair, Sun 10/1/2027 4:00 pm, Amman Vision Training. amman.jo/c/K4M2Q9TXBR',
  },
  venue_change: {
    course: 'C01',
    ar: 'تغير مكان دورة مهارات الحاسوب الأساسية إلى محطة معرفة صويلح، والموعد كما هو: الأحد 10/1/2027 4:00م. amman.jo/c/K4M2Q9TXBR',
    en: 'GAM: The venue of Basic Computer Skills is now Knowledge Station, Sweileh. The date is unchanged: Sun 10/1/2027 4:00 pm. amman.jo/c/K4M2Q9TXBR',
  },
  time_change: {
    course: 'C01',
    ar: 'تغير موعد دورة مهارات الحاسوب الأساسية إلى الأحد 10/1/2027 4:00م، محطة معرفة صويلح. للتفاصيل أو الانسحاب amman.jo/c/K4M2Q9TXBR',
    en: 'GAM: Basic Computer Skills now starts Sun 10/1/2027 at 4:00 pm, Knowledge Station, Sweileh. To view or withdraw: amman.jo/c/K4M2Q9TXBR',
  },
  course_cancelled: {
    course: 'C01',
    ar: 'نعتذر عن إلغاء دورة مهارات الحاسوب الأساسية المقررة في 10/1/2027. يمكنكم اختيار دورة أخرى amman.jo/c/K4M2Q9TXBR',
    en: 'GAM: We regret that Basic Computer Skills on 10/1/2027 is cancelled. You can choose another course: amman.jo/c/K4M2Q9TXBR',
  },
  course_cancelled_paid: {
    course: 'C12',
    ar: 'نعتذر عن إلغاء دورة صيانة الأجهزة الخلوية المقررة في 10/1/2027. لاسترداد 50 دينارا أو النقل إلى دورة أخرى amman.jo/c/K4M2Q9TXBR',
    en: 'GAM: We regret that Mobile Phone Repair on 10/1/2027 is cancelled. For a refund of JOD 50 or a transfer: amman.jo/c/K4M2Q9TXBR',
  },
  withdrawn: {
    course: 'C01',
    ar: 'تم إلغاء طلبكم H5T8W3 لحضور دورة مهارات الحاسوب الأساسية بناء على رغبتكم.',
    en: 'GAM: Request H5T8W3 to attend Basic Computer Skills was withdrawn as you asked.',
  },
  withdrawn_paid: {
    course: 'C12',
    ar: 'تم إلغاء طلبكم H5T8W3 لحضور دورة صيانة الأجهزة الخلوية بناء على رغبتكم، وأحيل طلب رد 50 دينارا إلى المالية. amman.jo/c/K4M2Q9TXBR',
    en: 'GAM: Request H5T8W3 to attend Mobile Phone Repair was withdrawn as you asked. A refund of JOD 50 was passed to Finance. amman.jo/c/K4M2Q9TXBR',
  },
  cancelled_by_staff: {
    course: 'C01',
    ar: 'نعتذر، ألغت الأمانة طلبكم H5T8W3 لحضور دورة مهارات الحاسوب الأساسية. للاستفسار 117180. السبب والتفاصيل amman.jo/c/K4M2Q9TXBR',
    en: 'GAM: We regret that request H5T8W3 to attend Basic Computer Skills was cancelled by GAM. Info 117180. Reason and details: amman.jo/c/K4M2Q9TXBR',
  },
  rejected_ineligible: {
    course: 'C01',
    ar: 'نعتذر، تعذر قبول طلبكم H5T8W3 لحضور دورة مهارات الحاسوب الأساسية لعدم استيفاء شروطها. للاستفسار 117180. التفاصيل amman.jo/c/K4M2Q9TXBR',
    en: 'GAM: Request H5T8W3 to attend Basic Computer Skills could not be accepted: its conditions are not met. Info 117180. amman.jo/c/K4M2Q9TXBR',
  },
  link_again: {
    course: 'C01',
    ar: 'رابطكم الشخصي الجديد لطلب حضور دورة مهارات الحاسوب الأساسية، ويلغي الرابط السابق: amman.jo/c/K4M2Q9TXBR',
    en: 'GAM: Your new personal link for Basic Computer Skills; it replaces the earlier one: amman.jo/c/K4M2Q9TXBR',
  },
  mobile_changed: {
    course: 'C01',
    ar: 'تم تغيير رقم الهاتف الخلوي المسجل لطلبكم H5T8W3. إن لم تطلبوا ذلك فيرجى الاتصال فورا على 117180.',
    en: 'GAM: The mobile number of request H5T8W3 was changed. If you did not ask for this, please call 117180 at once.',
  },
  day_before: {
    course: 'C01',
    ar: 'تذكير: دورة مهارات الحاسوب الأساسية غدا الأحد 10/1/2027 4:00م، محطة معرفة صويلح. amman.jo/c/K4M2Q9TXBR',
    en: 'GAM: Reminder: Basic Computer Skills is tomorrow, Sun 10/1/2027 at 4:00 pm, Knowledge Station, Sweileh. amman.jo/c/K4M2Q9TXBR',
  },
  evaluation: {
    course: 'C01',
    ar: 'شكرا لحضوركم دورة مهارات الحاسوب الأساسية. يرجى تقييم الدورة عبر الرابط amman.jo/c/K4M2Q9TXBR',
    en: 'GAM: Thank you for attending Basic Computer Skills. Please evaluate the course: amman.jo/c/K4M2Q9TXBR',
  },
  evaluation_reminder: {
    course: 'C01',
    ar: 'تذكير: يرجى تقييم دورة مهارات الحاسوب الأساسية قبل 18/3/2027 عبر الرابط amman.jo/c/K4M2Q9TXBR',
    en: 'GAM: Reminder: please evaluate Basic Computer Skills before 18/3/2027: amman.jo/c/K4M2Q9TXBR',
  },
};
