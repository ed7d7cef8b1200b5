import { Resolver } from "node:dns/promises";
import type { ClientRequest, IncomingMessage } from "node:http";
import { request as httpsRequest, type RequestOptions } from "node:https";
import { isPublicAddress } from "../../shared/domain/own-network.ts";
import type { ProofPlaces } from "../../shared/domain/proof-places.ts";

/** How the internet is asked; tests point it at servers of their own. */
export interface Internet {
  resolver: Pick<Resolver, "resolveTxt" | "resolve4" | "resolve6">;
  request: (options: RequestOptions, answer: (message: IncomingMessage) => void) => ClientRequest;
  port: number;
  isAllowed: (address: string) => boolean;
}

/** How a proof is looked for: where it was found, undefined where it was not. */
export type LookForProof = (places: ProofPlaces) => Promise<"dns" | "file" | undefined>;

const withinMs = 4_000;
const largestFile = 1024;

export const theInternet: Internet = {
  resolver: new Resolver({ timeout: 2_000, tries: 1 }),
  request: httpsRequest,
  port: 443,
  isAllowed: isPublicAddress,
};

/**
 * Looks whether the organization has put the value where only it can: a DNS record or a file. Whoever fills in a form
 * names the host, so this must be no probe of our own network: every address is looked up first and must be public, the
 * connection goes to the address that was looked at, redirects are not followed, time and size are bounded, and nothing
 * of an answer is passed on but whether it was the value.
 */
export async function lookForProof(
  places: ProofPlaces,
  internet: Internet = theInternet,
): Promise<"dns" | "file" | undefined> {
  const [record, file] = await Promise.all([hasRecord(places, internet), hasFile(places, internet)]);
  if (record) return "dns";
  return file ? "file" : undefined;
}

async function hasRecord({ record, value }: ProofPlaces, { resolver }: Internet): Promise<boolean> {
  const records = await resolver.resolveTxt(record).catch(() => []);
  return records.some((chunks) => chunks.join("").trim() === value);
}

async function hasFile({ file, value }: ProofPlaces, internet: Internet): Promise<boolean> {
  const url = new URL(file);
  const address = await addressOf(url.hostname, internet);
  if (address === undefined) return false;
  const body = await read(url, address, internet).catch(() => undefined);
  return body?.trim() === value;
}

/** One address of a host; undefined where it has none, or where any of them is not of the public internet. */
async function addressOf(host: string, { resolver, isAllowed }: Internet): Promise<string | undefined> {
  const [four, six] = await Promise.all([
    resolver.resolve4(host).catch(() => []),
    resolver.resolve6(host).catch(() => []),
  ]);
  const all = [...four, ...six];
  return all.every(isAllowed) ? all[0] : undefined;
}

function read(url: URL, address: string, { request, port }: Internet): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(withinMs);
    const options = {
      ...{ host: address, port, servername: url.hostname, path: url.pathname, signal, agent: false },
      headers: {
        host: url.hostname,
        accept: "text/plain",
        "user-agent": "global-encryption-coalition-proof",
      },
    };
    const asking = request(options, (answer) => {
      if (answer.statusCode !== 200) return finish(undefined);
      const chunks: Buffer[] = [];
      let size = 0;
      answer.on("data", (chunk: Buffer) => {
        chunks.push(chunk);
        size += chunk.length;
        if (size > largestFile) finish(undefined);
      });
      answer.on("end", () => finish(Buffer.concat(chunks).toString("utf8")));
      answer.on("error", reject);
    });
    const finish = (body: string | undefined) => {
      resolve(body);
      asking.destroy();
    };
    asking.on("error", reject);
    asking.end();
  });
}
