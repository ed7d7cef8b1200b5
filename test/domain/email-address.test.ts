import { describe, expect, it } from "vitest";
import { addressForPeople, identityOf, readAddress } from "../../shared/domain/email-address.ts";

describe("an address as people type it", () => {
  it.each([
    [" Ann@Example.ORG ", "Ann@example.org"],
    ["ann@bücher.example", "ann@xn--bcher-kva.example"],
    ["ann@BÜCHER.example", "ann@xn--bcher-kva.example"],
    ["ann@bu\u0308cher.example", "ann@xn--bcher-kva.example"],
    ["ann@مثال.إختبار", "ann@xn--mgbh0fb.xn--kgbechtv"],
    ["ann@例え.テスト", "ann@xn--r8jz45g.xn--zckzah"],
    ["ann@xn--bcher-kva.example", "ann@xn--bcher-kva.example"],
    ["o'neil+day@example.org", "o'neil+day@example.org"],
  ])("%j is written to as %s", (text, address) => {
    expect(readAddress(text)).toEqual({ address });
  });

  it.each([
    ["müller@example.org", "email-local-part-not-ascii"],
    ["أمينة@example.org", "email-local-part-not-ascii"],
    ["ann@example", "not-an-email-address"],
    ["ann@127.0.0.1", "not-an-email-address"],
    ["ann@[127.0.0.1]", "not-an-email-address"],
    ["ann@exa mple.org", "not-an-email-address"],
    ["ann@-example.org", "not-an-email-address"],
    ["ann..b@example.org", "not-an-email-address"],
    ["ann@example.org\r\nBcc: all@example.org", "not-an-email-address"],
    ["Ann <ann@example.org>", "not-an-email-address"],
    ["", "not-an-email-address"],
    [`${"a".repeat(65)}@example.org`, "too-long"],
    [`ann@${"a23456789.".repeat(26)}org`, "too-long"],
  ])("%j is refused, with the reason", (text, problem) => {
    expect(readAddress(text)).toEqual({ problem });
  });

  it("is shown to people in their own letters again", () => {
    expect(addressForPeople("ann@xn--bcher-kva.example")).toBe("ann@bücher.example");
  });

  it("is one person's in every spelling of case", () => {
    expect(identityOf("Ann@example.org")).toBe(identityOf("ann@example.org"));
  });
});
