import { describe, expect, it } from "vitest";
import { mixesScripts } from "../../shared/domain/confusables.ts";
import {
  claimedDomain,
  registrableDomain,
  strengthByAddress,
} from "../../shared/domain/organization-domain.ts";
import { likeness, nameIdentity, nearness, sortName } from "../../shared/domain/organization-name.ts";

describe("an organization's name", () => {
  it.each([
    ["Privacy Länd e.V.", "privacy land"],
    ["PRIVACY LAND", "privacy land"],
    ["The Privacy-Land, Ltd.", "privacy land"],
    ["Privacy Land S.A.R.L.", "privacy land"],
    ["Ｐｒｉｖａｃｙ Land", "privacy land"],
    ["Рrivасу Land", "privacy land"],
    ["Stichting Privacy Land", "privacy land"],
    ["Privacy & Land GmbH", "privacy and land"],
  ])("%s is known as %s", (name, identity) => expect(nameIdentity(name)).toBe(identity));

  it("keeps names apart that are not the same", () => {
    expect(nameIdentity("Access Now")).not.toBe(nameIdentity("Access Later"));
    expect(nameIdentity("プライバシー協会")).not.toBe(nameIdentity("暗号協会"));
    expect(nameIdentity("منظمة الخصوصية")).not.toBe("");
  });

  it("never drops all of a name", () => {
    for (const name of ["Limited", "The Company Ltd", "AG", "!!!"]) expect(nameIdentity(name)).not.toBe("");
  });

  it("stands in the alphabet without accents, case or article", () => {
    expect(sortName("The Électronique Frontière")).toBe("electronique frontiere");
  });

  it("that mixes scripts within a word is told", () => {
    expect(mixesScripts("Ассess Now")).toBe(true);
    expect(mixesScripts("Access Now Россия")).toBe(false);
  });

  it("is near another by letters, by domain, or by its initials", () => {
    expect(likeness("privacy land", "privacy land")).toBe(1);
    expect(nearness({ name: "Privacy Land" }, { name: "Privacy Lands" })?.by).toBe("name");
    expect(nearness({ name: "A", domain: "a.org" }, { name: "Zebra", domain: "a.org" })?.by).toBe("domain");
    expect(nearness({ name: "EFF" }, { name: "Electronic Frontier Foundation" })?.by).toBe("name");
    expect(nearness({ name: "Access Now" }, { name: "Tor Project" })).toBeUndefined();
  });
});

describe("an organization's domain", () => {
  it("is the registrable one by the public suffix list", async () => {
    expect(await registrableDomain("https://www.news.bbc.co.uk/x")).toBe("bbc.co.uk");
    expect(await registrableDomain("https://someone.github.io")).toBe("someone.github.io");
    expect(await registrableDomain("http://127.0.0.1")).toBeUndefined();
    expect(await registrableDomain("http://localhost")).toBeUndefined();
  });

  it("is claimed unless strangers share it; a chapter claims its own host", async () => {
    expect(await claimedDomain("https://www.privacy.example.org", "company")).toBe("example.org");
    expect(await claimedDomain("https://www.facebook.com/us", "company")).toBeUndefined();
    expect(await claimedDomain("https://www.ch.isoc.org", "chapter")).toBe("ch.isoc.org");
  });

  it("proves a contact strongly only at the organization's own", async () => {
    expect(await strengthByAddress("a@mail.example.org", "https://www.example.org")).toBe("strong");
    expect(await strengthByAddress("a@gmail.com", "https://www.example.org")).toBe("weak");
    expect(await strengthByAddress("a@gmail.com", "https://gmail.com")).toBe("weak");
    expect(await strengthByAddress("a@example.org.evil.net", "https://example.org")).toBe("weak");
  });
});
