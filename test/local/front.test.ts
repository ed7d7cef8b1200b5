import { mkdtempSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { freePort } from "../../infra/local/free-port.ts";
import { type Front, PortTaken, startFront } from "../../infra/local/front/server.ts";
import { MailCatcher } from "../../infra/local/mail-catcher.ts";

/** Plays the emulator: says what reached it. */
function startBehind(): Promise<{ server: Server; endpoint: string }> {
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (part) => {
      body += part;
    });
    request.on("end", () => {
      const { method, url, headers } = request;
      response.writeHead(url === "/teapot" ? 418 : 201, { "content-type": "application/json", etag: '"1"' });
      response.end(JSON.stringify({ method, url, host: headers.host, type: headers["content-type"], body }));
    });
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve({ server, endpoint: `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}` });
    });
  });
}

describe("the front of the local stack", () => {
  let front: Front;
  let origin: string;
  let behind: { server: Server; endpoint: string };

  beforeEach(async () => {
    const port = await freePort();
    behind = await startBehind();
    front = await startFront(port, new MailCatcher(mkdtempSync(join(tmpdir(), "mail-"))));
    origin = `http://localhost:${port}`;
    front.open({
      endpoint: behind.endpoint,
      apiId: "abcd1234",
      bucket: "assets-bucket",
      pictures: "pictures-bucket",
    });
  });
  afterEach(async () => {
    await front.stop();
    behind.server.close();
  });

  it("passes a form on to the HTTP API as it came: method, path, query, body", async () => {
    const answer = await fetch(`${origin}/ar/events/day?source=a%20b`, {
      method: "POST",
      body: new URLSearchParams({ email: "ann@example.org" }),
    });
    expect(answer.status).toBe(201);
    expect(await answer.json()).toEqual({
      method: "POST",
      url: "/ar/events/day?source=a%20b",
      host: `abcd1234.execute-api.localhost:${new URL(behind.endpoint).port}`,
      type: "application/x-www-form-urlencoded;charset=UTF-8",
      body: "email=ann%40example.org",
    });
  });

  it("gives the answer's own status and headers back", async () => {
    const answer = await fetch(`${origin}/teapot`);
    expect(answer.status).toBe(418);
    expect(answer.headers.get("etag")).toBe('"1"');
  });

  it("answers HEAD without a body", async () => {
    const answer = await fetch(`${origin}/api/counts`, { method: "HEAD" });
    expect(answer.status).toBe(201);
    expect(await answer.text()).toBe("");
  });

  it("reads assets from the bucket", async () => {
    const answer = await fetch(`${origin}/assets/0123/site.css`);
    expect(await answer.json()).toMatchObject({ url: "/assets-bucket/assets/0123/site.css" });
  });

  it("reads pictures from their bucket, with the headers that the CDN adds", async () => {
    const answer = await fetch(`${origin}/pictures/member.0/x.png?acl`);
    expect(await answer.json()).toMatchObject({ url: "/pictures-bucket/pictures/member.0/x.png" });
    expect(answer.headers.get("content-security-policy")).toContain("sandbox");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  });

  it("says 502 with a page when nobody answers behind it", async () => {
    front.open({
      endpoint: `http://127.0.0.1:${await freePort()}`,
      apiId: "abcd1234",
      bucket: "b",
      pictures: "p",
    });
    const answer = await fetch(`${origin}/`);
    expect(answer.status).toBe(502);
    expect(await answer.text()).toContain("We are not reachable right now");
  });

  it("shows people a page where the gateway says 503 in a program's words", async () => {
    behind.server.removeAllListeners("request").on("request", (_, response) => {
      response.writeHead(503, { "content-type": "application/json" });
      response.end(JSON.stringify({ message: "Service Unavailable" }));
    });
    const answer = await fetch(`${origin}/events/day`);
    expect(answer.status).toBe(503);
    expect(answer.headers.get("content-type")).toContain("text/html");
    expect(await answer.text()).toContain("We are not reachable right now");
  });

  it("tells a second one that its port is taken", async () => {
    const port = Number(new URL(origin).port);
    const second = startFront(port, new MailCatcher(mkdtempSync(join(tmpdir(), "mail-"))));
    await expect(second).rejects.toThrow(PortTaken);
  });
});
