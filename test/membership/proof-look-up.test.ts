import { Resolver } from "node:dns/promises";
import { once } from "node:events";
import { createServer, type RequestListener, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Internet, lookForProof } from "../../functions/edge/proof-look-up.ts";
import { isPublicAddress } from "../../shared/domain/own-network.ts";
import { startNameServer, type Zone } from "./name-server.ts";

const value = "global-encryption-coalition=abc";
const places = { record: "_gec-proof.org.example", file: "https://www.org.example/.well-known/x.txt", value };
const zone: Zone = {};
const visits: string[] = [];
let answer: RequestListener;
let server: Server;
let names: Awaited<ReturnType<typeof startNameServer>>;
let internet: Internet;

beforeAll(async () => {
  names = await startNameServer(zone);
  server = createServer((asked, reply) => {
    visits.push(`${asked.headers.host} ${asked.url}`);
    answer(asked, reply);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const resolver = new Resolver({ timeout: 500, tries: 1 });
  resolver.setServers([names.address]);
  const { port } = server.address() as AddressInfo;
  // Plain HTTP on loopback stands for the site; the rule for addresses is the real one but where a test says otherwise.
  internet = { resolver, request, port, isAllowed: (address) => address === "127.0.0.1" };
});
afterAll(() => {
  names.stop();
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  for (const name of Object.keys(zone)) delete zone[name];
  visits.length = 0;
  answer = (_, reply) => reply.end(`${value}\n`);
});

describe("looking for a proof", () => {
  it("finds the value in a DNS record", async () => {
    zone["_gec-proof.org.example"] = { txt: ["something else", value] };
    expect(await lookForProof(places, internet)).toBe("dns");
  });

  it("finds it in the file, asked for by the site's own name at the address that was looked up", async () => {
    zone["www.org.example"] = { a: ["127.0.0.1"] };
    expect(await lookForProof(places, internet)).toBe("file");
    expect(visits).toEqual(["www.org.example /.well-known/x.txt"]);
  });

  it("finds nothing where there is nothing, or another's value", async () => {
    expect(await lookForProof(places, internet)).toBeUndefined();
    zone["_gec-proof.org.example"] = { txt: [`${value}d`] };
    zone["www.org.example"] = { a: ["127.0.0.1"] };
    answer = (_, reply) => reply.end("<html>");
    expect(await lookForProof(places, internet)).toBeUndefined();
  });

  it.each([["127.0.0.1"], ["10.1.2.3"], ["169.254.169.254"], ["192.168.1.1"]])(
    "does not go where a name leads into a network of our own: %s",
    async (address) => {
      zone["www.org.example"] = { a: [address] };
      expect(await lookForProof(places, { ...internet, isAllowed: isPublicAddress })).toBeUndefined();
      expect(visits).toEqual([]);
    },
  );

  it("does not go where only one of several addresses does so", async () => {
    zone["www.org.example"] = { a: ["127.0.0.1", "10.0.0.1"] };
    expect(await lookForProof(places, internet)).toBeUndefined();
    expect(visits).toEqual([]);
  });

  it("follows no redirect", async () => {
    zone["www.org.example"] = { a: ["127.0.0.1"] };
    answer = (asked, reply) =>
      asked.url === "/elsewhere"
        ? reply.end(value)
        : reply.writeHead(302, { location: "/elsewhere" }).end(value);
    expect(await lookForProof(places, internet)).toBeUndefined();
    expect(visits).toHaveLength(1);
  });

  it("reads no more than it needs of a file without end", async () => {
    zone["www.org.example"] = { a: ["127.0.0.1"] };
    let stopped = false;
    answer = (_, reply) => {
      const pour = setInterval(() => reply.write("x".repeat(1000)), 1);
      reply.on("close", () => {
        stopped = true;
        clearInterval(pour);
      });
    };
    expect(await lookForProof(places, internet)).toBeUndefined();
    await expect.poll(() => stopped).toBe(true);
  });

  it("does not wait for a site that does not answer", async () => {
    zone["www.org.example"] = { a: ["127.0.0.1"] };
    answer = () => undefined;
    const start = performance.now();
    expect(await lookForProof(places, internet)).toBeUndefined();
    expect(performance.now() - start).toBeLessThan(6_000);
  });
});

describe("an address", () => {
  it.each(["1.1.1.1", "93.184.216.34", "2606:4700:4700::1111"])("%s is public", (address) =>
    expect(isPublicAddress(address)).toBe(true),
  );

  it.each([
    ...[
      "0.0.0.0",
      "10.0.0.1",
      "100.64.0.1",
      "127.0.0.53",
      "169.254.169.254",
      "172.31.255.255",
      "192.168.0.1",
    ],
    ...["198.18.0.1", "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fc00::1", "fd00:ec2::254"],
    ...[
      "::ffff:127.0.0.1",
      "::ffff:7f00:1",
      "64:ff9b::7f00:1",
      "2002:7f00:1::",
      "2001:db8::1",
      "not an address",
      "",
    ],
  ])("%s is not", (address) => expect(isPublicAddress(address)).toBe(false));
});
