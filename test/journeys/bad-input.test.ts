import { describe, expect, it } from "vitest";
import { wholeStack } from "../stack/provided.ts";
import { untilAllIsMailed } from "./mail-queues.ts";
import { freshAddress, mailsTo, post, postForm } from "./visitor.ts";

const path = "/api/events/global-encryption-day-2027/registrations";

interface Problem {
  type: string;
  status: number;
  errors?: { pointer: string; reason: string; limit?: number }[];
}

async function problemOf(answer: Response): Promise<Problem> {
  expect(answer.headers.get("content-type")).toMatch(/^application\/problem\+json/);
  return (await answer.json()) as Problem;
}

describe("a registration that is not as it must be", () => {
  it.each([
    ["no address", {}, "/email", "required"],
    ["an address that is none", { email: "amina" }, "/email", "not-an-email-address"],
    ["a number for an address", { email: 5 }, "/email", "wrong-type"],
    [
      "an address that SES cannot write to",
      { email: "آمنة@example.org" },
      "/email",
      "email-local-part-not-ascii",
    ],
    [
      "a second header in the name",
      { email: "a@example.org", name: "A\r\nBcc: b@example.org" },
      "/name",
      "control-characters",
    ],
    ["a name of 101 letters", { email: "a@example.org", name: "n".repeat(101) }, "/name", "too-long"],
    ["a country that is none", { email: "a@example.org", country: "ZZ" }, "/country", "unknown-country"],
    [
      "a language tag that is none",
      { email: "a@example.org", locale: "not a tag" },
      "/locale",
      "not-a-language-tag",
    ],
    [
      "consent as a text",
      { email: "a@example.org", consent: { updates: "yes" } },
      "/consent/updates",
      "wrong-type",
    ],
    ["consent as a list", { email: "a@example.org", consent: [] }, "/consent", "wrong-type"],
  ])("refuses %s, naming the field", async (_what, body, pointer, reason) => {
    const answer = await post(path, body);
    expect(answer.status).toBe(400);
    const problem = await problemOf(answer);
    expect(problem.type).toBe("invalid-request");
    expect(problem.errors).toEqual([expect.objectContaining({ pointer, reason })]);
  });

  it("names every field at fault at once, each once", async () => {
    const problem = await problemOf(await post(path, { email: "x", country: "Switzerland", name: "" }));
    expect(problem.errors?.map(({ pointer }) => pointer).sort()).toEqual(["/country", "/email", "/name"]);
  });

  it.each([
    ["a body that is no JSON", "{", "malformed-body", 400],
    [
      "a body of over 16 KB",
      JSON.stringify({ email: "a@example.org", name: "n".repeat(17_000) }),
      "body-too-large",
      413,
    ],
    ["a list for a body", "[]", "invalid-request", 400],
    ["null for a body", "null", "invalid-request", 400],
  ])("refuses %s by its own word", async (_what, body, type, status) => {
    const answer = await post(path, body);
    expect(answer.status).toBe(status);
    expect((await problemOf(answer)).type).toBe(type);
  });

  it("refuses a body that is neither JSON nor a form", async () => {
    const answer = await post(path, "<email/>", { "content-type": "application/xml" });
    expect(answer.status).toBe(415);
    expect((await problemOf(answer)).type).toBe("unsupported-media-type");
  });

  it("knows no event of another name", async () => {
    const answer = await post("/api/events/no-such-day/registrations", { email: freshAddress() });
    expect(answer.status).toBe(404);
    expect((await problemOf(answer)).type).toBe("unknown-scope");
  });

  it("shows a form again with the message at its field and what was typed", async () => {
    const answer = await postForm(path, {
      email: "amina@nowhere",
      name: "Amina <b>",
      country: "SN",
      locale: "en",
    });
    expect(answer.status).toBe(400);
    const page = await answer.text();
    expect(page).toContain('value="amina@nowhere"');
    expect(page).toContain("Amina &lt;b");
    expect(page).toMatch(/<option[^>]*value="SN"[^>]*selected|<option[^>]*selected[^>]*value="SN"/);
    expect(page).toContain('aria-invalid="true"');
  });

  it("shows it again in the language of its page", async () => {
    const answer = await postForm("/ar/events/global-encryption-day-2027", { email: "" });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('dir="rtl"');
  });
});

describe("links that are not valid", () => {
  it.each(["nonsense", "AQA9m9MHAS7CUj2cV53VjOJ08tAAAWsPQh1ldmVudA", "%00", "a".repeat(400)])(
    "refuses %s as a link, to programs and to people",
    async (token) => {
      const answer = await post(`/api/confirmations/${token}`, {});
      expect(answer.status).toBe(404);
      expect((await problemOf(answer)).type).toBe("invalid-link");
      const page = await fetch(`${wholeStack().origin}/confirm/${token}`);
      expect(page.status).toBe(404);
      expect(page.headers.get("content-type")).toMatch(/^text\/html/);
    },
  );
});

describe("an inbox", () => {
  it("cannot be flooded through our form", async () => {
    const address = freshAddress("flooded");
    for (let i = 0; i < 8; i++) expect((await post(path, { email: address })).status).toBe(202);
    await untilAllIsMailed();
    const mails = await mailsTo(address);
    expect(mails.length).toBe(3);
  });
});

describe("the surface", () => {
  it("answers counts with an ETag, a short life, to any site, and 304 when nothing changed", async () => {
    const url = `${wholeStack().origin}/api/counts/event.encryption-workshop`;
    const first = await fetch(url);
    expect(first.headers.get("access-control-allow-origin")).toBe("*");
    expect(first.headers.get("cache-control")).toMatch(/max-age=\d/);
    const again = await fetch(url, { headers: { "if-none-match": first.headers.get("etag") ?? "" } });
    expect(again.status).toBe(304);
  });

  it("describes itself, with an example that is accepted as it stands, the address aside", async () => {
    const document = (await (await fetch(`${wholeStack().origin}/api/openapi.json`)).json()) as {
      openapi: string;
      paths: Record<string, { post?: { requestBody?: { content: Record<string, { example?: object }> } } }>;
    };
    expect(document.openapi).toMatch(/^3\.1/);
    const body = document.paths["/api/events/{slug}/registrations"]?.post?.requestBody;
    const example = body?.content["application/json"]?.example;
    expect((await post(path, { ...example, email: freshAddress() })).status).toBe(202);
  });

  it.each(["/api/nothing", "/api/counts/event.nothing", "/api/counts/nonsense", "/api/events/nothing"])(
    "has nothing at %s, and says so as a problem",
    async (nothing) => {
      const answer = await fetch(`${wholeStack().origin}${nothing}`);
      expect(answer.status).toBe(404);
      await problemOf(answer);
    },
  );

  it("shows people a page where there is nothing", async () => {
    const answer = await fetch(`${wholeStack().origin}/nothing-here`);
    expect(answer.status).toBe(404);
    expect(answer.headers.get("content-type")).toMatch(/^text\/html/);
    expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
  });
});
