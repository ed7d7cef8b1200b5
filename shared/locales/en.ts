/**
 * Every text, in English: the source that the other languages are written from. ICU messages; an apostrophe is the
 * typographic one, since ' quotes in ICU. Keys: where it stands, a dot, what it says.
 */
export const en = {
  "coalition.name": "Global Encryption Coalition",

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

  // Membership.

  // Events.
  "mail.waitlisted.subject": "You are on the waiting list: {title}",
  "mail.waitlisted.preheader": "The event is full. We will write when a seat is yours.",
  "mail.waitlisted.heading": "You are in line",
  "mail.waitlisted.body":
    "Your address is confirmed. All seats of “{title}” are taken, so you stand in line, in the order in which people came.",
  "mail.waitlisted.how":
    "When a seat gets free and it is your turn, we write to you, and you have some time to accept it.",
  "mail.waitlisted.action": "See my place, or withdraw",
  "mail.seat-offered.subject": "A seat is yours: {title}",
  "mail.seat-offered.preheader": "Accept it in time, or the next in line gets it.",
  "mail.seat-offered.heading": "A seat has got free",
  "mail.seat-offered.body":
    "You were first in line for “{title}”, and a seat has got free. It is kept for you.",
  "mail.seat-offered.until": "Please accept it by {until}.",
  "mail.seat-offered.action": "Accept or decline the seat",
  "mail.seat-offered.else": "If you cannot come, please withdraw on the same page: somebody else is waiting.",
  "mail.seat-passed.subject": "The seat went to the next in line: {title}",
  "mail.seat-passed.preheader": "The time to accept it has run out.",
  "mail.seat-passed.heading": "The seat was passed on",
  "mail.seat-passed.body": "We kept a seat of “{title}” for you, and the time to accept it has run out.",
  "mail.seat-passed.waits": "You stand in line again, at its end.",
  "mail.seat-passed.out":
    "It was the second time, so we have taken you off the list. You can register again whenever you like.",
  "mail.seat-passed.action": "See my registration",

  // Pledges and statements.

  // News and preferences.

  // Counts, data and embeds.
} as const;
