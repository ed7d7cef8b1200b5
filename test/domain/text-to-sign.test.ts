import { describe, expect, it } from "vitest";
import { ActionClosed, InvalidRequest, TextChanged } from "../../shared/domain/refused.ts";
import { initialsOf, shownName } from "../../shared/domain/signature.ts";
import { textToSign } from "../../shared/domain/text-to-sign.ts";
import { textDigest } from "../../shared/domain/text-version.ts";

const texts = (version: number) =>
  ["en", "ar"].map((locale) => ({ version, locale, sha256: textDigest(`${version} ${locale}`) }));
const published = (version: number) => ({
  version,
  publishedAt: "2027-01-01T00:00:00Z",
  texts: texts(version),
});
const two = { versions: [published(1), published(2)] };

describe("the text that a signature is to", () => {
  it("is the one in force, in the language that was shown", () => {
    expect(textToSign(two, { version: 2, textLocale: "ar", locale: "en" })).toEqual(texts(2)[1]);
  });
  it("is the one in force, in the nearest language, where none was named", () => {
    expect(textToSign(two, { locale: "ar-EG" }).locale).toBe("ar");
    expect(textToSign(two, { locale: "fr" }).locale).toBe("en");
  });
  it("is not one that was superseded since it was shown: that is said", () => {
    expect(() => textToSign(two, { version: 1, textLocale: "en", locale: "en" })).toThrow(TextChanged);
  });
  it("is not one that there never was", () => {
    expect(() => textToSign(two, { version: 3, locale: "en" })).toThrow(InvalidRequest);
    expect(() => textToSign(two, { textLocale: "fr", locale: "en" })).toThrow(InvalidRequest);
  });
  it("is none where none has been published", () => {
    expect(() => textToSign({ versions: [] }, { locale: "en" })).toThrow(ActionClosed);
  });
});

describe("a name", () => {
  it("is shown as its owner chose, and not at all by default", () => {
    expect(shownName("Amina Diallo", "name")).toBe("Amina Diallo");
    expect(shownName("Amina Diallo", "initials")).toBe("A. D.");
    expect(shownName("Amina Diallo", "hidden")).toBeUndefined();
    expect(shownName(undefined, "name")).toBeUndefined();
  });
  it("has initials as readers of its script see letters", () => {
    expect(initialsOf("Å\u0301sa  Öberg")).toBe("Å\u0301. Ö.");
    expect(initialsOf("محمد علي")).toBe("م. ع.");
    expect(initialsOf("👩‍💻 Dev")).toBe("👩‍💻. D.");
  });
});
