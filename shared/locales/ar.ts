import type { Texts } from "./speak.ts";

/** Every text, in Modern Standard Arabic. */
export const ar: Texts = {
  "coalition.name": "التحالف العالمي للتشفير",

  "mail.footer.why": "وصلتك هذه الرسالة لأن هذا العنوان أُدخل في موقع التحالف العالمي للتشفير.",
  "mail.footer.manage": "اطّلع على ما نحتفظ به عنك أو غيّره",
  "mail.footer.unsubscribe": "أوقف الرسائل",

  "mail.confirm.subject": "يُرجى التأكيد: {title}",
  "mail.confirm.preheader": "ضغطة واحدة وتُحتسب مشاركتك.",
  "mail.confirm.heading": "بقيت خطوة واحدة",
  "mail.confirm.body": "سجّل أحدٌ بهذا العنوان، وعلى الأرجح أنت، في «{title}». لن تُحتسب مشاركتك قبل التأكيد.",
  "mail.confirm.action": "أكّد تسجيلي",
  "mail.confirm.how": "يفتح الرابط صفحة، ولا يحدث شيء قبل أن تضغط الزر فيها.",
  "mail.confirm.until": "يعمل الرابط حتى {until}.",
  "mail.confirm.not-you": "إن لم تكن أنت، فلا تفعل شيئًا. سنحذف العنوان بعد ذلك اليوم.",

  "mail.registered.subject": "تم تسجيلك: {title}",
  "mail.registered.preheader": "ملف التقويم مرفق.",
  "mail.registered.heading": "أنت معنا",
  "mail.registered.greeting": "تحية طيبة {name}،",
  "mail.registered.body": "شكرًا لوقوفك مع التشفير. أنت مسجَّل في «{title}».",
  "mail.registered.when": "يبدأ في {starts}.",
  "mail.registered.calendar": "يضيف ملف التقويم المرفق الموعد إلى تقويمك.",
  "mail.registered.manage": "يمكنك في أي وقت أن تطّلع على ما نحتفظ به عنك أو أن تنسحب:",
  "mail.registered.action": "اعرض تسجيلي",

  "mail.already-registered.subject": "أنت مسجَّل بالفعل: {title}",
  "mail.already-registered.preheader": "لا حاجة إلى أي خطوة أخرى.",
  "mail.already-registered.heading": "أنت معنا بالفعل",
  "mail.already-registered.body":
    "سجّل أحدٌ بهذا العنوان، وعلى الأرجح أنت، مرة أخرى في «{title}». أنت مسجَّل بالفعل وتُحتسب مشاركتك مرة واحدة.",
  "mail.already-registered.action": "اعرض تسجيلي",

  // Membership.

  // Events.
  "mail.waitlisted.subject": "أنت على قائمة الانتظار: {title}",
  "mail.waitlisted.preheader": "اكتملت المقاعد. سنراسلك حين يصبح لك مقعد.",
  "mail.waitlisted.heading": "أنت في الدور",
  "mail.waitlisted.body":
    "تأكّد عنوانك. جميع مقاعد «{title}» محجوزة، لذلك أنت في قائمة الانتظار بحسب ترتيب التسجيل.",
  "mail.waitlisted.how": "حين يشغر مقعد ويحين دورك نراسلك، ويكون لديك بعض الوقت لقبوله.",
  "mail.waitlisted.action": "اعرض مكاني أو انسحب",
  "mail.seat-offered.subject": "لك مقعد: {title}",
  "mail.seat-offered.preheader": "اقبله في الوقت المحدد وإلا ذهب إلى من يليك.",
  "mail.seat-offered.heading": "شغر مقعد",
  "mail.seat-offered.body": "كنت الأول في قائمة انتظار «{title}» وقد شغر مقعد، ونحن نحتفظ به لك.",
  "mail.seat-offered.until": "يرجى قبوله قبل {until}.",
  "mail.seat-offered.action": "اقبل المقعد أو اعتذر عنه",
  "mail.seat-offered.else": "إن لم يكن بوسعك الحضور فالرجاء الانسحاب في الصفحة نفسها: هناك من ينتظر.",
  "mail.seat-passed.subject": "ذهب المقعد إلى من يليك: {title}",
  "mail.seat-passed.preheader": "انتهى وقت قبوله.",
  "mail.seat-passed.heading": "انتقل المقعد إلى غيرك",
  "mail.seat-passed.body": "احتفظنا لك بمقعد في «{title}» وانتهى وقت قبوله.",
  "mail.seat-passed.waits": "عدتَ إلى قائمة الانتظار، في آخرها.",
  "mail.seat-passed.out": "كانت هذه المرة الثانية، لذلك أزلناك من القائمة. يمكنك التسجيل من جديد متى شئت.",
  "mail.seat-passed.action": "اعرض تسجيلي",

  // Pledges and statements.

  // News and preferences.

  // Counts, data and embeds.
};
