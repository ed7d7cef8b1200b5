import { describe, expect, it } from "vitest";
import { routes } from "../../shared/contracts/routes.ts";
import { wholeStack } from "../stack/provided.ts";

/** Something of each kind that there is; a token is nobody's, and its answer a refusal, which needs the headers as well. */
const named: Record<string, string> = {
  locale: "ar",
  slug: "global-encryption-day-2027",
  scope: "campaign.global-encryption-day-2027",
  version: "1",
  token: "nobodys",
  id: "nobodys",
  verb: "withdraw",
  "proxy+": "privacy",
};

const ofSigning: Record<string, string> = { pledges: "make-the-switch", statements: "2027" };

function pathOf(route: string): string {
  const [, path = ""] = route.split(" ");
  const kind = Object.keys(ofSigning).find((one) => path.includes(`/${one}/`));
  return path.replaceAll(/\{([\w+]+)\}/g, (_, name) =>
    name === "slug" && kind ? (ofSigning[kind] ?? "") : (named[name] ?? "nobodys"),
  );
}

const every = Object.values(routes).flat() as string[];
const reading = every.filter((route) => route.startsWith("GET "));
const writing = every.filter((route) => !route.startsWith("GET "));
/** Made to stand in pages of others; nothing else may. */
const mayBeFramed = (route: string) => route.includes("/embed");

async function answerTo(route: string): Promise<Response> {
  const [method = "GET"] = route.split(" ");
  return fetch(wholeStack().origin + pathOf(route), {
    method,
    redirect: "manual",
    ...(method !== "GET" && { headers: { "content-type": "application/json" }, body: "{" }),
  });
}

/** What is amiss with an answer, in words. */
function faultsOf(route: string, { headers, status }: Response): string[] {
  const policy = headers.get("content-security-policy") ?? "";
  // A picture brings its own styles, and runs nothing: its policy names no source of scripts at all.
  const isPicture = (headers.get("content-type") ?? "").startsWith("image/");
  const runsNothing = isPicture && !policy.includes("script-src");
  const framing = mayBeFramed(route) ? "frame-ancestors *" : "frame-ancestors 'none'";
  const rules: [boolean, string][] = [
    [status < 500, `answers ${status}`],
    [policy.includes("default-src 'none'"), "allows what it does not name"],
    [runsNothing || !/unsafe-(inline|eval|hashes)/.test(policy), "allows unsafe code"],
    [!/(?:script|style)-src[^;]*(?:https?:|\*|data:)/.test(policy), "takes code from elsewhere"],
    [runsNothing || policy.includes("require-trusted-types-for 'script'"), "lets text become HTML"],
    [runsNothing || policy.includes(framing), "has another rule about frames"],
    [/max-age=\d{8}/.test(headers.get("strict-transport-security") ?? ""), "may be had without TLS"],
    [headers.get("x-content-type-options") === "nosniff", "may be sniffed"],
    [headers.get("referrer-policy") === "no-referrer", "tells where somebody came from"],
    [!headers.has("set-cookie"), "sets a cookie"],
    [!headers.has("x-powered-by"), "says what it is made of"],
  ];
  return rules.filter(([holds]) => !holds).map(([, fault]) => `${route} ${fault}`);
}

async function faultsOfAll(asked: readonly string[]): Promise<string[]> {
  const left = [...asked];
  const faults: string[] = [];
  const worker = async () => {
    for (let route = left.shift(); route; route = left.shift())
      faults.push(...faultsOf(route, await answerTo(route)));
  };
  await Promise.all([worker(), worker(), worker()]);
  return faults.sort();
}

describe("every answer, whoever gives it", () => {
  it("is told to browsers as strictly as can be, where one reads", async () => {
    expect(reading.length).toBeGreaterThan(60);
    expect(await faultsOfAll(reading)).toEqual([]);
  });

  it("and where one writes and is refused", async () => {
    expect(writing.length).toBeGreaterThan(40);
    expect(await faultsOfAll(writing)).toEqual([]);
  });
});

it("published files load nothing, and are kept for good", async () => {
  const page = await (await fetch(`${wholeStack().origin}/privacy`)).text();
  const files = [...page.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path]) => path);
  expect(files.length).toBeGreaterThan(2);
  for (const path of files) {
    const { headers, status } = await fetch(wholeStack().origin + path);
    expect([path, status, headers.get("cache-control")]).toEqual([
      path,
      200,
      "public, max-age=31536000, immutable",
    ]);
    expect(headers.get("content-security-policy"), path).toContain("default-src 'none'");
    expect(headers.get("x-content-type-options"), path).toBe("nosniff");
  }
});
