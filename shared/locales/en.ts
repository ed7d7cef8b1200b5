/**
 * Every text, in English: the source that the other languages are written from. ICU messages; an apostrophe is the
 * typographic one, since ' quotes in ICU. Keys: where it stands, a dot, what it says.
 */
export const en = {
  "coalition.name": "Global Encryption Coalition",

  "badge.people": "{people, plural, one {person} other {people}} for encryption",

  "mail.footer.why":
    "You get this mail because this address was given on the website of the Global Encryption Coalition.",
  "mail.footer.manage": "See or change what we hold about you",
  "mail.footer.unsubscribe": "Stop mails",

  "mail.confirm.subject": "Please confirm: {title}",
  "mail.confirm.preheader": "One press, and you are counted.",
  "mail.confirm.heading": "One more step",
  "mail.confirm.body":
    "Somebody, most likely you, signed up with this address for “{title}”. You are not counted until you confirm.",
  "mail.confirm.action": "Confirm my registration",
  "mail.confirm.how": "The link opens a page. Nothing happens until you press the button there.",
  "mail.confirm.until": "The link works until {until}.",
  "mail.confirm.not-you": "If it was not you, do nothing. We will delete the address after that day.",

  "mail.registered.subject": "You are registered: {title}",
  "mail.registered.preheader": "The calendar file is attached.",
  "mail.registered.heading": "You are in",
  "mail.registered.greeting": "Dear {name},",
  "mail.registered.body": "Thank you for standing up for encryption. You are registered for “{title}”.",
  "mail.registered.when": "It begins on {starts}.",
  "mail.registered.calendar": "The attached calendar file puts it into your calendar.",
  "mail.registered.manage": "You can see what we hold about you, or withdraw, at any time:",
  "mail.registered.action": "See my registration",

  "mail.already-registered.subject": "You are already registered: {title}",
  "mail.already-registered.preheader": "There is nothing more to do.",
  "mail.already-registered.heading": "You are already in",
  "mail.already-registered.body":
    "Somebody, most likely you, signed up with this address for “{title}” once more. You are registered already and counted once.",
  "mail.already-registered.action": "See my registration",
} as const;
