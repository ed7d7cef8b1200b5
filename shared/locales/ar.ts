import type { Texts } from "./speak.ts";

/** Every text, in Modern Standard Arabic. */
export const ar: Texts = {
  "coalition.name": "التحالف العالمي للتشفير",

  "badge.people":
    "{people, plural, zero {شخص مع التشفير} one {شخص مع التشفير} two {شخصان مع التشفير} few {أشخاص مع التشفير} many {شخصًا مع التشفير} other {شخص مع التشفير}}",

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
};
