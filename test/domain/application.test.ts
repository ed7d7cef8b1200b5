import { describe, expect, it } from "vitest";
import { check } from "../../functions/edge/check.ts";
import { Application, applicationExamples } from "../../shared/contracts/membership.ts";
import { InvalidRequest } from "../../shared/domain/refused.ts";

const { organization, expert } = applicationExamples;

function problems(body: unknown): string[] {
  try {
    check(Application, body);
    return [];
  } catch (error) {
    if (!(error instanceof InvalidRequest)) throw error;
    return error.problems.map(({ pointer, reason }) => `${pointer} ${reason}`).sort();
  }
}

const without = (body: Record<string, unknown>, ...names: string[]) =>
  Object.fromEntries(Object.entries(body).filter(([name]) => !names.includes(name)));

describe("an application's fields", () => {
  it("are accepted as the examples have them", () => {
    expect(problems(organization)).toEqual([]);
    expect(problems(expert)).toEqual([]);
  });

  it.each([
    ["a loopback address", "http://127.0.0.1/"],
    ["a number that is one", "http://2130706433/"],
    ["an IPv6 address", "http://[::1]/"],
    ["a name of one's own machine", "https://localhost"],
    ["a name of one's own network", "https://router.local"],
    ["a script", "javascript:alert(1)"],
    ["a file", "file:///etc/passwd"],
    ["a port", "https://example.org:8080"],
    ["a user", "https://admin@example.org"],
    ["no address at all", "our website"],
  ])("refuse %s for a website", (_what, website) =>
    expect(problems({ ...organization, website })).toEqual(["/website not-a-website"]),
  );

  it("take a website without its scheme, and write it as browsers do", () => {
    expect(check(Application, { ...organization, website: "WWW.Bücher.example" }).website).toBe(
      "https://www.xn--bcher-kva.example/",
    );
  });

  it.each<[string, Record<string, unknown>, string[]]>([
    ["a name that mixes scripts", { organization: "Асcеss Now" }, ["/organization mixed-scripts"]],
    ["a name without letters", { organization: "—" }, ["/organization not-a-name"]],
    ["a text of 10,000 characters", { why: "w".repeat(10_000) }, ["/why too-long"]],
    ["a name of 10,000 characters", { organization: "n".repeat(10_000) }, ["/organization too-long"]],
    ["a country that is none", { country: "XX" }, ["/country unknown-country"]],
    ["a kind that is none", { kind: "government" }, ["/kind not-one-of-the-choices"]],
    ["an organization that is an expert", { kind: "expert" }, ["/kind not-one-of-the-choices"]],
    ["older principles", { principles: "2019-01" }, ["/principles not-the-current-principles"]],
    ["not to be listed", { consent: { listed: false } }, ["/consent/listed required"]],
  ])("refuse %s", (_what, typed, found) => expect(problems({ ...organization, ...typed })).toEqual(found));

  it("say everything that is missing at once", () => {
    expect(problems({ organization: "Privacy Land" })).toEqual([
      "/consent/listed required",
      "/country required",
      "/email required",
      "/kind required",
      "/principles required",
      "/website required",
    ]);
    expect(problems(without(expert, "name"))).toEqual(["/name required"]);
    expect(problems(without(organization, "organization"))).toEqual(["/organization required"]);
  });
});
