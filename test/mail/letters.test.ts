import PostalMime, { type Email } from "postal-mime";
import { describe, expect, it } from "vitest";
import { letterFor } from "../../functions/mail/letters.ts";
import { type Locale, locales, speak } from "../../shared/locales/speak.ts";
import { mimeOf } from "../../shared/mail/mime.ts";
import { useOf } from "../../shared/mail/purpose.ts";
import type { Mailing } from "../../shared/table/mailing.ts";
import { proposalMail } from "../../web/mails/proposal.tsx";
import { signedMail } from "../../web/mails/signature.tsx";
import { everyMail, kindOf, type MailSample, mailingFor, owedMail, sampleDesk } from "./samples.ts";

/** Written by nodemailer, read back by postal-mime, which did not write it. */
async function readBack(sample: MailSample, locale: Locale, changed: (mailing: Mailing) => void = () => {}) {
  const { mail, mailing } = mailingFor(sample, locale);
  changed(mailing);
  const letter = await letterFor(sampleDesk(sample, locale), mail, mailing);
  if (!letter) throw new Error(`no ${sample} in ${locale}`);
  const raw = mimeOf(letter);
  return { letter, raw: raw.toString("latin1"), email: await PostalMime.parse(raw) };
}

const header = (email: Email, name: string) => email.headers.filter(({ key }) => key === name);

describe.each(everyMail.flatMap((sample) => locales.map((locale) => [sample, locale] as const)))(
  "%s in %s",
  (sample, locale) => {
    it("has each header once, a sender with a name, and says its language", async () => {
      const { email } = await readBack(sample, locale);
      for (const name of ["from", "to", "subject", "mime-version", "content-type"])
        expect(header(email, name)).toHaveLength(1);
      expect(email.from?.name).toBeTruthy();
      expect(email.from?.address).toBe("hello@globalencryption.example");
      expect(email.to?.map(({ address }) => address)).toEqual(["ann@example.org"]);
      expect(header(email, "content-language")[0]?.value).toBe(locale);
      expect(header(email, "auto-submitted")[0]?.value).toBe("auto-generated");
      expect(email.replyTo?.[0]?.address).toBe("people@globalencryption.example");
    });

    it("can be stopped by one click, unless it was just asked for", async () => {
      const { email } = await readBack(sample, locale);
      const stop = header(email, "list-unsubscribe");
      const post = header(email, "list-unsubscribe-post");
      if (useOf(kindOf(sample)) === "asked") return void expect([...stop, ...post]).toEqual([]);
      expect(stop).toHaveLength(1);
      expect(stop[0]?.value).toMatch(/^<https:\/\/act\.example\.org\/api\/unsubscribe\/[\w-]+>$/);
      expect(post[0]?.value).toBe("List-Unsubscribe=One-Click");
    });

    it("leads by its footer to the page that stops it, unless it was just asked for", async () => {
      const { email } = await readBack(sample, locale);
      const pages = (email.text ?? "").match(
        /https:\/\/act\.example\.org\/(?:[a-z]{2}\/)?unsubscribe\/[\w-]+/g,
      );
      expect(pages?.length ?? 0).toBe(useOf(kindOf(sample)) === "asked" ? 0 : 1);
      const token = header(email, "list-unsubscribe")[0]?.value.match(/unsubscribe\/([\w-]+)/)?.[1];
      if (token) expect(pages?.[0]?.endsWith(`/unsubscribe/${token}`)).toBe(true);
    });

    it("has a text part and an HTML part that say the same, in the direction of its language", async () => {
      const { email } = await readBack(sample, locale);
      expect(email.html).toContain(`lang="${locale}" dir="${locale === "ar" ? "rtl" : "ltr"}"`);
      const links = (text = "") => new Set(text.match(/https:\/\/act\.example\.org\/[\w/-]+/g));
      expect(links(email.text)).toEqual(links(email.html));
      expect(links(email.text).size).toBeGreaterThan(0);
      expect(email.text).not.toMatch(/<\/?[a-z]|&[a-z]+;|\{\w+\}/);
      expect(email.subject).not.toMatch(/\{|\}|mail\./);
    });

    it("arrives as it was written, in ASCII lines that no host has to break", async () => {
      const { letter, raw, email } = await readBack(sample, locale);
      const lines = (text = "") => text.replaceAll("\r\n", "\n").trimEnd();
      expect(email.subject).toBe(letter.subject.replace(/\s/g, " "));
      expect(email.from?.name).toBe(letter.from.name);
      expect(lines(email.text)).toBe(lines(letter.text));
      expect(lines(email.html)).toBe(lines(letter.html));
      const [attached, ...others] = email.attachments;
      expect(others).toEqual([]);
      expect(attached && lines(Buffer.from(attached.content as ArrayBuffer).toString("utf8"))).toBe(
        letter.calendar && lines(letter.calendar.content),
      );
      expect(raw).not.toMatch(/[^\r\n\x20-\x7e]|[^\r]\n|\r[^\n]/);
      for (const line of raw.split("\r\n")) expect(line.length).toBeLessThanOrEqual(998);
    });

    it("loads nothing, and follows nobody", async () => {
      const { email } = await readBack(sample, locale);
      expect(email.html).not.toMatch(/<img|<script|<link|url\(|@import|<iframe/i);
    });
  },
);

it("names itself in a header, by which a notification without tags is known", async () => {
  const email = await PostalMime.parse(mimeOf({ ...(await sampleLetter()), tag: "a2V5" }));
  expect(header(email, "x-mail-key")[0]?.value).toBe("a2V5");
});

it("has one Message-ID, however often it is written", async () => {
  const letter = { ...(await sampleLetter()), tag: "a2V5" };
  const ids = await Promise.all(
    [letter, letter].map(async (one) => (await PostalMime.parse(mimeOf(one))).messageId),
  );
  expect(new Set(ids)).toEqual(new Set(["<a2V5@globalencryption.example>"]));
});

describe("what somebody typed", () => {
  it("cannot add a header by a line break in a name or a title", async () => {
    const { email, raw } = await readBack("registered", "en", ({ person, participation }) => {
      if (person && participation)
        person.names[participation.scope] = "Ann\r\nBcc: all@example.org\r\n\r\n<script>alert(1)</script>";
    });
    expect(header(email, "bcc")).toEqual([]);
    expect(raw.split("\r\n\r\n")[0]).not.toContain("all@example.org");
    expect(email.html).not.toContain("<script>");
  });

  it("cannot add a header by a line break in a subject of staff", async () => {
    const letter = { ...(await sampleLetter()), subject: "News\r\nBcc: all@example.org\r\n\r\nBody" };
    const email = await PostalMime.parse(mimeOf(letter));
    expect(header(email, "bcc")).toEqual([]);
    expect(email.subject).toBe("News Bcc: all@example.org Body");
  });

  it("keeps its own direction: an English question in an Arabic mail ends with its question mark", async () => {
    const { email } = await readBack("proposal-question", "ar");
    expect(email.text).toContain("\u2068Is there a step-free way in?\u2069");
    expect(email.html).toContain("\u2068Is there a step-free way in?\u2069");
  });

  it("ends its lines where they were ended, in the HTML as in the text", () => {
    const { html, text } = proposalMail(speak("ar"), "proposal-declined", {
      title: "Coins",
      reason: "One line.\nAnother?\n\nThe last.",
      unsubscribeUrl: "https://act.example.org/unsubscribe/t0ken",
    });
    const lines = ["One line.", "Another?", "", "The last."].map((line) => line && `\u2068${line}\u2069`);
    expect(text).toContain(lines.join("\n"));
    expect(html.replaceAll(/<br ?\/?>/g, "\n")).toContain(lines.join("\n"));
  });

  it("cannot add a header by the sender's name or the language", async () => {
    const letter = await sampleLetter();
    const email = await PostalMime.parse(
      mimeOf({
        ...letter,
        from: { ...letter.from, name: "A\r\nBcc: all@example.org" },
        locale: "en\r\nBcc: all@example.org",
      }),
    );
    expect(header(email, "bcc")).toEqual([]);
  });

  it("stands in the sender's name as it is, and names no other sender", async () => {
    const name = 'Ann "of \\ the Day", all@example.org <other@example.org>; تشفير';
    for (const typed of [name, name.replace(/; .*$/, "")]) {
      const letter = await sampleLetter();
      const email = await PostalMime.parse(mimeOf({ ...letter, from: { ...letter.from, name: typed } }));
      expect(email.from).toEqual({ name: typed, address: letter.from.address });
    }
  });

  it.each(['A "quoted" word, a comma; <an@address.example>', "Über=?= café – naïve", "\u{1f510}".repeat(40)])(
    "arrives as it was typed, as a subject: %s",
    async (subject) => {
      const email = await PostalMime.parse(mimeOf({ ...(await sampleLetter()), subject }));
      expect(email.subject).toBe(subject);
    },
  );

  it("loses its control characters in a subject", async () => {
    const subject = "News\u0000 of\u007f\u0085the\tday";
    const email = await PostalMime.parse(mimeOf({ ...(await sampleLetter()), subject }));
    expect(email.subject).toBe("News of the day");
  });

  it("may be a subject of 300 Arabic letters: it arrives whole, in lines that SMTP takes", async () => {
    const subject = "تشفير قوي للجميع ".repeat(18).slice(0, 300).trim();
    const raw = mimeOf({ ...(await sampleLetter()), subject });
    expect((await PostalMime.parse(raw)).subject).toBe(subject);
    for (const line of raw.toString("latin1").split("\r\n")) expect(line.length).toBeLessThanOrEqual(998);
    expect(raw.toString("latin1")).not.toMatch(/[\x80-\xff]/);
  });
});

it("comes from the name that staff gave the campaign, else from the campaign in the reader’s language", async () => {
  const { mail, mailing } = mailingFor("registered", "ar");
  const desk = sampleDesk();
  const scope: typeof desk.scope = async (wanted) => {
    const found = await desk.scope(wanted);
    return found?.kind === "campaign" ? { ...found, senderName: "The Day’s Team" } : found;
  };
  expect((await letterFor({ ...desk, scope }, mail, mailing))?.from.name).toBe("The Day’s Team");
  expect((await letterFor(desk, mail, mailing))?.from.name).toBe("اليوم العالمي للتشفير 2027");
});

async function sampleLetter() {
  const { mail, mailing } = mailingFor("registered", "en");
  const letter = await letterFor(sampleDesk(), mail, mailing);
  if (!letter) throw new Error("no letter");
  return letter;
}

describe("a mail that is owed no more", () => {
  it.each([
    ["the person was erased", { person: undefined }],
    ["the participation is gone", { participation: undefined }],
  ])("is not written: %s", async (_why, gone) => {
    const { mailing } = mailingFor("registered", "en");
    expect(await letterFor(sampleDesk(), owedMail("registered"), { ...mailing, ...gone })).toBeUndefined();
  });
});

it.each(locales)(
  "says goodbye in %s to an expert of whom no name is kept, without a gap where it stood",
  async (locale) => {
    const { email } = await readBack("member-left", locale, ({ member, contact }) => {
      if (member) Object.assign(member, { kind: "expert", name: "" });
      if (contact) contact.name = undefined;
    });
    expect(email.subject).toMatch(/\p{Letter}$/u);
    expect(email.text).not.toMatch(/“”|«\s*»/u);
  },
);

it("has the address to share as a link, and a digest that breaks rather than widening the mail", () => {
  const shareUrl = "https://act.example.org/ar/pledges/make-the-switch?ref=kYx2";
  const links = {
    manageUrl: "https://act.example.org/ar/manage/m",
    unsubscribeUrl: "https://act.example.org/u",
  };
  const signed = { title: "Make the switch", version: 2, sha256: "9f86d081".repeat(8), shareUrl };
  const { html, text } = signedMail(speak("ar"), { ...signed, ...links });
  expect(html).toContain(`href="${shareUrl}"`);
  expect(text).toContain(shareUrl);
  expect(html).toMatch(new RegExp(`<p style="[^"]*overflow-wrap:anywhere[^"]*">[^<]*${signed.sha256}`));
});

it("names a place as the reader's language joins names", async () => {
  const { email } = await readBack("event-moved", "ar");
  expect(email.text).toContain("\u2068Geneva, Maison de la Paix\u2069، سويسرا");
});
