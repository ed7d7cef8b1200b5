import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, it } from "vitest";
import { statuses } from "../../functions/edge/statuses.ts";
import {
  english,
  type Locale,
  locales,
  speak,
  type TextKey,
  type Texts,
  textsIn,
} from "../../shared/locales/speak.ts";
import { problemText, reasonText, staffWords, summaryText } from "../../web/words.ts";

const en = english();
const keys = Object.keys(en) as TextKey[];
const texts = Object.fromEntries(locales.map((locale) => [locale, textsIn(locale) as Texts])) as Record<
  Locale,
  Texts
>;

type Node = ReturnType<IntlMessageFormat["getAst"]>[number];

/** The parser's mark of plain text between variables. */
const literal = 0;

/** The variables of a message, and for each plural the categories that it has. */
function partsOf(message: string, locale: Locale): { variables: Set<string>; plurals: string[][] } {
  const variables = new Set<string>();
  const plurals: string[][] = [];
  const walk = (nodes: Node[]) => {
    for (const node of nodes) {
      if (node.type === literal || !("value" in node)) continue;
      variables.add(node.value);
      if (!("options" in node)) continue;
      plurals.push(Object.keys(node.options));
      for (const option of Object.values(node.options)) walk(option.value);
    }
  };
  walk(new IntlMessageFormat(message, locale).getAst());
  return { variables, plurals };
}

describe.each(locales)("the texts of %s", (locale) => {
  it("are all there, and no others", () => {
    expect(Object.keys(texts[locale]).sort()).toEqual([...keys].sort());
  });

  it("are well-formed and use the variables of the English ones", () => {
    for (const key of keys) {
      expect(partsOf(texts[locale][key], locale).variables, key).toEqual(partsOf(en[key], "en").variables);
    }
  });

  it("have each plural form that the language has", () => {
    const { pluralCategories } = new Intl.PluralRules(locale).resolvedOptions();
    const all = keys.flatMap((key) => partsOf(texts[locale][key], locale).plurals);
    expect(all.length).toBeGreaterThan(3);
    for (const plural of all) expect(plural).toEqual(expect.arrayContaining([...pluralCategories]));
  });

  it("hold no straight apostrophe, which ICU takes as a quote, and no empty text", () => {
    for (const key of keys) expect(texts[locale][key], key).toMatch(/^[^']+$/);
  });

  it("say something of its own for every refusal", () => {
    const speech = speak(locale);
    const fault = problemText(speech, "internal-error");
    const shown = Object.keys(statuses).filter((word) => !staffWords.some((staff) => staff === word));
    for (const word of shown) expect(problemText(speech, word), word).not.toEqual(fault);
  });
});

/** Words that two languages share, and the coalition's own name, which the others do not translate. */
const shared: ReadonlySet<string> = new Set(
  keys.filter((key) => key === "coalition.name" || (en[key].match(/\p{L}+/gu) ?? []).length <= 4),
);

it.each(locales.filter((locale) => locale !== "en"))("leaves nothing in English in %s", (locale) => {
  expect(keys.filter((key) => texts[locale][key] === en[key] && !shared.has(key))).toEqual([]);
  const short = keys.filter((key) => texts[locale][key] === en[key]);
  expect(short.length).toBeLessThan(keys.length / 50);
});

it("has a sentence for every reason that a field can be refused for", () => {
  const reasons = [
    ...[
      "required",
      "too-long",
      "too-short",
      "control-characters",
      "wrong-type",
      "not-one-of-the-choices",
      "not-valid",
    ],
    ...[
      "not-an-email-address",
      "email-local-part-not-ascii",
      "unknown-country",
      "not-a-language-tag",
      "not-a-source",
    ],
  ];
  for (const reason of reasons) expect(en).toHaveProperty([`reason.${reason}`]);
});

it("prefers what a field says of its own, and falls back for a reason that it does not know", () => {
  const speech = speak("en");
  expect(reasonText(speech, { field: "email", reason: "required" })).toBe("Enter your email address.");
  expect(reasonText(speech, { field: "name", reason: "required" })).toBe("Please fill this in.");
  expect(reasonText(speech, { field: "name", reason: "new-reason" })).toBe(
    "This is not valid. Please look at it again.",
  );
});

it("are set in French so that no line breaks before its double marks or inside its quotes", () => {
  const { t } = speak("fr");
  expect(t("mail.confirm.subject", { title: "Journée" })).toBe("Merci de confirmer\u00a0: Journée");
  expect(t("mail.confirm.body", { title: "Journée" })).toContain("«\u00a0Journée\u00a0»");
  for (const key of keys) expect(texts.fr[key], key).not.toMatch(/« | [»:;!?]/);
});

it("a problem before a form names its field, also where no text is written for its reason", () => {
  const said = (field: string, reason: string) => summaryText(speak("en"), { field, reason });
  expect(said("starts", "of-a-kind-unheard-of")).toMatch(/^Begins: /);
  expect(said("starts", "required")).toMatch(/^Begins: /);
  expect(said("email", "not-an-email-address")).toMatch(/^Enter an email address/);
});
