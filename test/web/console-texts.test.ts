import { describe, expect, it } from "vitest";
import { memberKinds } from "../../shared/domain/member-states.ts";
import { OwedMail } from "../../shared/mail/owed.ts";
import { en as metricsEn } from "../../web/staff/metrics/words-en.ts";
import { fr as metricsFr } from "../../web/staff/metrics/words-fr.ts";
import { en } from "../../web/staff/texts/en.ts";
import { fr } from "../../web/staff/texts/fr.ts";

type Catalogue = Readonly<Record<string, string>>;

const variablesOf = (text: string) => new Set(text.match(/\{\w+\}/g));

it("names every kind of mail and of member in the metrics", () => {
  const kinds = [
    ...OwedMail.shape.kind.options.map((kind) => `mail.${kind}`),
    ...memberKinds.map((kind) => `member.${kind}`),
  ];
  expect(kinds.filter((kind) => !(kind in metricsEn))).toEqual([]);
});

describe.each<[string, Catalogue, Catalogue]>([
  ["console", en, fr],
  ["metrics", metricsEn, metricsFr],
])("the texts of the %s", (_of, english, french) => {
  it("put the same in, in both languages", () => {
    for (const [key, text] of Object.entries(english))
      expect(variablesOf(french[key] ?? ""), key).toEqual(variablesOf(text));
  });

  it("are typeset: no straight apostrophe, nothing empty, in French no space before an ellipsis", () => {
    for (const [key, text] of [...Object.entries(english), ...Object.entries(french)])
      expect(text, key).toMatch(/^[^']+$/);
    for (const [key, text] of Object.entries(french)) expect(text, key).not.toMatch(/ …/);
  });

  it("leave no sentence in English in French", () => {
    const same = Object.keys(english).filter((key) => english[key] === french[key]);
    expect(same.filter((key) => (english[key] ?? "").split(" ").length > 3)).toEqual([]);
  });

  it("use the words of the public pages", () => {
    const ours = /\bseats?\b|\bsign(ed)? up\b|\bforg[eo]t|\bpurge|courriel|\be-mails?\b/i;
    for (const [key, text] of [...Object.entries(english), ...Object.entries(french)])
      expect(text, key).not.toMatch(ours);
  });
});
