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

  "site.skip": "Skip to the content",
  "site.nav": "Main",
  "site.nav.home": "Home",
  "site.nav.events": "Events",
  "site.nav.data": "Open data",
  "site.languages": "Language",
  "site.footer": "About this site",
  "site.footer.line":
    "Strong encryption keeps everybody safer. We are the organizations and people who stand up for it.",
  "site.footer.privacy": "Privacy",
  "site.footer.accessibility": "Accessibility",
  "site.footer.data": "Data and API",
  "site.footer.no-tracking": "No cookies, no trackers, nothing from third parties.",

  "count.people": "People registered so far",
  "count.progress": "On the way to {goal}",
  "count.of-goal": "{share} of our goal of {goal}",
  "count.as-of": "Counted {at}",
  "count.countries":
    "{n, plural, =0 {From all over the world} one {From # country} other {From # countries}}",
  "count.start": "Be among the first.",
  "count.note": "Each person is counted once, after confirming by mail.",

  "page.home.title": "Stand up for encryption",
  "page.home.lead":
    "Encryption protects what you write, what you buy and whom you love. Wherever it is weakened, everybody is less safe. On Global Encryption Day people all over the world stand up for it together.",
  "page.home.action": "Register for the day",
  "page.home.campaign": "About the campaign",
  "page.home.why": "Why it matters",
  "page.home.why.people": "It keeps people safe",
  "page.home.why.people.text":
    "A nurse, a journalist, a child with a phone: encryption lets them speak with nobody else listening.",
  "page.home.why.work": "It keeps the lights on",
  "page.home.why.work.text":
    "Hospitals, banks and power grids run on it. A door left open for one is a door left open for all.",
  "page.home.why.us": "It needs us",
  "page.home.why.us.text":
    "Laws that weaken it are proposed every year. They are stopped when enough people say no.",
  "page.home.events": "Coming up",

  "page.campaign.title": "{title}: the campaign",
  "page.campaign.when": "{starts} to {ends}",
  "page.campaign.events": "Take part",
  "page.campaign.where": "Where people are from",
  "page.campaign.where.country": "Country",
  "page.campaign.where.people": "People",
  "page.campaign.where.other": "Other and not said",
  "page.campaign.where.note":
    "Countries with fewer than five people are shown together, so that nobody can be told apart.",

  "page.events.title": "Events",
  "page.events.lead": "Talks, workshops and the day itself. Join one from wherever you are.",
  "page.events.none": "No events are planned right now. Look in again soon.",
  "page.events.past": "Past events",
  "page.events.calendar": "All events as a calendar",

  "page.event.facts": "When and where",
  "page.event.starts": "Begins",
  "page.event.ends": "Ends",
  "page.event.zone": "Times are given in the time zone {zone}.",
  "page.event.place": "Where",
  "page.event.online": "Online",
  "page.event.capacity": "Places",
  "page.event.seats": "{n, plural, one {# place} other {# places}}",
  "page.event.calendar": "Add to my calendar",
  "page.event.campaign": "Part of {title}",
  "page.event.status.open": "Open",
  "page.event.status.closed": "Registration closed",
  "page.event.status.past": "Over",
  "page.event.status.cancelled": "Cancelled",
  "page.event.register": "Register",
  "page.event.register.lead":
    "It takes half a minute. We send you one mail; press the button behind its link, and you are counted.",

  "form.error.title": "{n, plural, one {There is a problem} other {There are # problems}}",
  "form.error.prefix": "Error:",
  "form.optional": "optional",
  "form.email.label": "Email address",
  "form.email.hint":
    "We write to it to confirm your registration, and about changes to the event. It is shown to nobody. You can have it deleted at any time.",
  "form.name.label": "Your name",
  "form.name.hint": "So that we know what to call you in mails.",
  "form.country.label": "Country",
  "form.country.hint": "Shown only as a number, never with your name.",
  "form.country.none": "Rather not say",
  "form.updates.label": "Write to me about the campaign’s news",
  "form.updates.hint": "A few mails a year. Each has a link that stops them.",
  "form.send": "Register",
  "form.privacy": "What we do with your data",

  "reason.required": "Please fill this in.",
  "reason.email-required": "Enter your email address.",
  "reason.too-long":
    "{limit, plural, =0 {This is too long. Please shorten it.} one {This can be at most # character long.} other {This can be at most # characters long.}}",
  "reason.too-short": "This is too short.",
  "reason.control-characters": "This has invisible characters in it. Please type it instead of pasting it.",
  "reason.not-an-email-address": "Enter an email address in the usual form, such as name@example.org.",
  "reason.email-local-part-not-ascii":
    "Sadly we cannot yet write to addresses with such letters before the @. Please use another address.",
  "reason.unknown-country": "Choose a country from the list.",
  "reason.not-a-language-tag": "This is not a language that we know.",
  "reason.not-a-source": "This is not a valid source word.",
  "reason.wrong-type": "This is not of the kind that is asked for.",
  "reason.not-one-of-the-choices": "Choose one of the options.",
  "reason.not-valid": "This is not valid. Please look at it again.",

  "page.check-your-mail.title": "Now look at your mail",
  "page.check-your-mail.lead":
    "We have sent you a mail. Open its link and press the button there: then you are counted.",
  "page.check-your-mail.slow": "Nothing there?",
  "page.check-your-mail.wait": "It can take a few minutes.",
  "page.check-your-mail.spam": "Look into your spam folder.",
  "page.check-your-mail.again":
    "Register again, if the address may have had a slip in it. You will still be counted once.",
  "page.check-your-mail.events": "See all events",

  "page.confirm.pending.title": "Confirm your registration",
  "page.confirm.pending.lead": "One press, and you are counted for “{title}”.",
  "page.confirm.pending.action": "Yes, count me in",
  "page.confirm.pending.not-you":
    "If it was not you who registered, close this page. Nothing happens then, and we delete the address.",
  "page.confirm.done.title": "You are in. Thank you!",
  "page.confirm.done.lead": "You are registered for “{title}”. A mail with all you need is on its way.",
  "page.confirm.done.counting": "Your registration is being counted…",
  "page.confirm.calendar": "Put it into my calendar",
  "page.confirm.manage": "See what we hold about you",
  "page.confirm.waitlisted.title": "You are on the waiting list",
  "page.confirm.waitlisted.lead": "“{title}” is full. We write to you as soon as a place becomes free.",
  "page.confirm.offered.title": "A place is free for you",
  "page.confirm.offered.lead": "Somebody could not make it to “{title}”. Do you want the place?",
  "page.confirm.offered.action": "Yes, I take the place",
  "page.confirm.held.title": "We are looking at it",
  "page.confirm.held.lead":
    "Your registration for “{title}” is being looked at by a person. There is nothing that you need to do.",
  "page.confirm.withdrawn.title": "You have withdrawn",
  "page.confirm.withdrawn.lead":
    "You are no longer registered for “{title}”. You are welcome to register again.",
  "page.confirm.expired.title": "This link has run out",
  "page.confirm.expired.lead":
    "Links work for a few days only. Register again for “{title}”, and we send you a new one.",
  "page.confirm.again": "Register again",

  "page.manage.title": "Your registration",
  "page.manage.lead": "This is all that we hold about you for “{title}”.",
  "page.manage.facts": "What we hold",
  "page.manage.fact.state": "State",
  "page.manage.fact.email": "Email address",
  "page.manage.fact.name": "Name",
  "page.manage.fact.country": "Country",
  "page.manage.fact.locale": "Language",
  "page.manage.fact.updates": "News by mail",
  "page.manage.fact.registered": "Registered",
  "page.manage.fact.confirmed": "Confirmed",
  "page.manage.fact.none": "Not given",
  "page.manage.yes": "Yes",
  "page.manage.no": "No",
  "page.manage.verbs": "What you can do",
  "page.manage.none": "There is nothing that you can change here now.",
  "page.manage.state.pending": "Waiting for your confirmation",
  "page.manage.state.confirmed": "Registered",
  "page.manage.state.waitlisted": "On the waiting list",
  "page.manage.state.offered": "A place is on offer",
  "page.manage.state.attended": "Attended",
  "page.manage.state.kept": "Kept",
  "page.manage.state.held": "Being looked at by us",
  "page.manage.state.withdrawn": "Withdrawn",
  "page.manage.state.expired": "Run out before it was confirmed",
  "page.manage.verb.withdraw": "Withdraw",
  "page.manage.verb.accept": "Take the place",
  "page.manage.verb.pass": "Leave the place to somebody else",
  "page.manage.verb.keep": "I kept my pledge",
  "page.manage.verb.unkeep": "I have not kept it yet",
  "page.manage.ask.withdraw.title": "Do you want to withdraw?",
  "page.manage.ask.withdraw.text":
    "You will no longer be registered for “{title}”, nor counted. You can register again later.",
  "page.manage.ask.withdraw.yes": "Yes, withdraw",
  "page.manage.ask.back": "No, keep my registration",
  "page.manage.withdrawn": "You have withdrawn. You are no longer counted.",

  "page.privacy.title": "Privacy, in plain words",
  "page.privacy.lead": "We ask for little, keep it apart, and delete it when you say so.",
  "page.privacy.what": "What we hold",
  "page.privacy.what.text":
    "Your email address, and, if you give them, your name and country. Also what you registered for, when, in which language, where you heard of us, and what you agreed to.",
  "page.privacy.why": "What it is for",
  "page.privacy.why.text":
    "To count you once, to send you what you asked for, and nothing else. We write to you with news only if you ticked the box.",
  "page.privacy.who": "Who sees it",
  "page.privacy.who.text":
    "The few people who run the campaign, and nobody else. We do not sell, lend or publish it. Amazon Web Services stores it and sends the mails on our behalf.",
  "page.privacy.public": "What is public",
  "page.privacy.public.text":
    "Numbers only. A country with fewer than five people is shown under “other”, so that nobody can be told apart.",
  "page.privacy.long": "How long",
  "page.privacy.long.text":
    "A registration that is not confirmed is deleted after a few days. Everything else is kept until you ask us to forget it.",
  "page.privacy.rights": "What you can do",
  "page.privacy.rights.text":
    "Each mail has a link to what we hold about you, where you can withdraw, and one that stops mails. To have all of it deleted, just answer any of our mails.",
  "page.privacy.site": "On this site",
  "page.privacy.site.text":
    "No cookies, no trackers, no requests to third parties. Everything works without script.",

  "page.accessibility.title": "Accessibility",
  "page.accessibility.lead": "This site is for everybody. Where it is not yet, we want to know.",
  "page.accessibility.aim": "What we aim for",
  "page.accessibility.aim.text":
    "The Web Content Accessibility Guidelines 2.2 at level AA, on each page and in each language.",
  "page.accessibility.how": "How it is made",
  "page.accessibility.how.text":
    "Everything works with a keyboard alone, with a screen reader, without script, at 200 % zoom, in light, dark and high contrast, and with less motion where you asked for it.",
  "page.accessibility.report": "Something in your way?",
  "page.accessibility.report.text":
    "Answer any of our mails and say on which page and what happened. We read every one.",

  "page.data.title": "Open data",
  "page.data.lead": "Our counts are public, live, and free to use.",
  "page.data.counts": "Counts now",
  "page.data.scope": "What",
  "page.data.people": "People",
  "page.data.actions": "Actions",
  "page.data.reported": "Reported",
  "page.data.goal": "Goal",
  "page.data.no-goal": "None",
  "page.data.words": "What the figures mean",
  "page.data.words.people":
    "Different people who have confirmed by mail. Whoever takes part in three things is one person.",
  "page.data.words.actions":
    "Confirmed registrations and signatures. Whoever takes part in three things makes three.",
  "page.data.words.reported": "Attendance as organizers report it. It is never added to the other two.",
  "page.data.api": "For programs",
  "page.data.api.text": "The same figures as JSON. They may be read from any site and change within seconds.",
  "page.data.api.counts": "All counts",
  "page.data.api.openapi": "Description of the whole API (OpenAPI 3.1)",
  "page.data.api.calendar": "All events as a calendar",
  "page.data.none": "Nothing has been counted yet.",
  "scope.coalition": "The whole coalition",
  "scope.campaign": "Campaign",
  "scope.event": "Event",
  "scope.pledge": "Pledge",
  "scope.statement": "Statement",

  "problem.home": "Go to the start page",
  "problem.events": "See all events",
  "problem.again": "Try again",
  "problem.request-id": "If you write to us about it, give this number: {id}",
  "problem.invalid-request.title": "Something is not right with the form",
  "problem.invalid-request.text": "Go back, look at the fields again and send it once more.",
  "problem.malformed-body.title": "We could not read that",
  "problem.malformed-body.text":
    "What your browser sent was cut off or changed on the way. Please try again.",
  "problem.body-too-large.title": "That is too much at once",
  "problem.body-too-large.text": "What was sent is larger than we take. Please shorten it.",
  "problem.unsupported-media-type.title": "We could not read that",
  "problem.unsupported-media-type.text":
    "It was sent in a form that we do not take. Please use the form on our page.",
  "problem.not-found.title": "There is nothing here",
  "problem.not-found.text": "The address may have a slip in it, or the page has gone.",
  "problem.unknown-scope.title": "We do not know this one",
  "problem.unknown-scope.text": "There is no such campaign or event. It may have had another name.",
  "problem.unknown-verb.title": "That cannot be done here",
  "problem.unknown-verb.text": "Go back to the page from your mail and choose what is offered there.",
  "problem.method-not-allowed.title": "That cannot be done here",
  "problem.method-not-allowed.text":
    "This address does not take what was sent to it. Please begin from the start page.",
  "problem.invalid-link.title": "This link does not work",
  "problem.invalid-link.text":
    "A newer mail may have taken its place: use the link in the newest one. Or it was cut off: copy all of it.",
  "problem.link-expired.title": "This link has run out",
  "problem.link-expired.text": "Links work for a few days only. Register again, and we send you a new one.",
  "problem.action-closed.title": "Registration is closed",
  "problem.action-closed.text": "Nobody can be added any more. There may be another event for you.",
  "problem.action-cancelled.title": "It has been cancelled",
  "problem.action-cancelled.text": "This will not take place. There may be another event for you.",
  "problem.action-past.title": "It is over",
  "problem.action-past.text": "This has already taken place. There may be another event for you.",
  "problem.not-signed-up.title": "You are not registered",
  "problem.not-signed-up.text":
    "There is no registration that this could be done to. You can register again.",
  "problem.not-confirmed.title": "Please confirm first",
  "problem.not-confirmed.text": "Open the link in the mail that we sent you and press the button there.",
  "problem.already-withdrawn.title": "You have withdrawn",
  "problem.already-withdrawn.text":
    "This registration has been withdrawn. You are welcome to register again.",
  "problem.held-for-review.title": "We are looking at it",
  "problem.held-for-review.text":
    "A person is looking at your registration. There is nothing that you need to do.",
  "problem.not-waiting.title": "You are not on the waiting list",
  "problem.not-waiting.text": "There is nothing to change here.",
  "problem.no-seat-offered.title": "No place is on offer",
  "problem.no-seat-offered.text":
    "The offer may have run out. You stay on the waiting list, and we write when a place becomes free.",
  "problem.already-attended.title": "You were there",
  "problem.already-attended.text":
    "Your attendance has been recorded, so that this cannot be changed any more.",
  "problem.not-for-this-kind.title": "That cannot be done here",
  "problem.not-for-this-kind.text": "Go back to the page from your mail and choose what is offered there.",
  "problem.too-busy.title": "Too many at once",
  "problem.too-busy.text":
    "A great many people are here right now. Nothing is lost: please try again in a moment.",
  "problem.not-allowed.title": "This is not for your role",
  "problem.not-allowed.text":
    "You are signed in, but your role may not do this. An administrator can give you another.",
  "problem.changed-meanwhile.title": "Somebody else was here first",
  "problem.changed-meanwhile.text":
    "It has been changed since you opened it. Look at what they did, then decide again.",
  "problem.internal-error.title": "Something went wrong on our side",
  "problem.internal-error.text": "It is not your fault. Please try again in a few minutes.",

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
  "problem.news-not-possible.title": "That cannot be done now",
  "problem.news-not-possible.text":
    "The news stand in a state that does not allow it. Load the page again and look how far they are.",
  "page.manage.mails": "Mails that you want",
  "page.manage.mails.news": "News of the campaign",
  "page.manage.mails.reminders": "Reminders before it begins",
  "page.manage.mails.save": "Save",
  "page.unsubscribe.all.title": "Stop our mails",
  "page.unsubscribe.all.lead":
    "Press the button, and we write to you no more. Your registrations stay as they are.",
  "page.unsubscribe.all.action": "Stop all mails",
  "page.unsubscribe.news.title": "Stop the news",
  "page.unsubscribe.news.lead":
    "Press the button, and we send you no more news. Mails about what you registered for still come.",
  "page.unsubscribe.news.action": "Stop the news",
  "page.unsubscribe.reminders.title": "Stop the reminders",
  "page.unsubscribe.reminders.lead": "Press the button, and we remind you no more. Other mails still come.",
  "page.unsubscribe.reminders.action": "Stop the reminders",
  "page.unsubscribe.done.all.title": "We will not write to you again",
  "page.unsubscribe.done.all.lead":
    "If you sign up for something later, we send you only the one mail that asks you to confirm.",
  "page.unsubscribe.done.news.title": "No more news",
  "page.unsubscribe.done.news.lead": "We have stopped the news. Your registrations stay as they are.",
  "page.unsubscribe.done.reminders.title": "No more reminders",
  "page.unsubscribe.done.reminders.lead":
    "We have stopped the reminders. Your registrations stay as they are.",
  "mail.footer.unsubscribe-news": "Stop the news",
  "mail.footer.unsubscribe-reminders": "Stop the reminders",
  "mail.news.why": "You get this news because you agreed to it when you signed up.",

  // Counts, data and embeds.
} as const;
