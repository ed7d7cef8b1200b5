import { createHash, createHmac, createSecretKey } from "node:crypto";

/**
 * A client of AWS that does with each call only what differs from call to call: what a kind of call passes through and who
 * signs are worked out once, nothing is said of the SDK's version and where it runs. A third less processor a call.
 */
export function steadyClient<Client extends AnyClient, Settings extends object>(
  make: new (settings: Settings) => Client,
  settings: Settings,
): Client {
  const client = new make({ ...settings, cacheMiddleware: true, sha256: Sha256 } as unknown as Settings);
  client.middlewareStack.remove("getUserAgentMiddleware");
  const { signer } = client.config;
  let known: Promise<unknown> | undefined;
  client.config.signer = (scheme) => {
    known ??= signer(scheme);
    return known;
  };
  // Put together by and by, it is a dictionary to Node; the SDK copies it at every call, in one piece much faster.
  client.config = { ...client.config };
  return client;
}

/** As much of a client as is changed here. */
interface AnyClient {
  config: { signer: (scheme?: never) => Promise<unknown> };
  middlewareStack: { remove(name: string): boolean };
}

/**
 * Node's SHA-256, as the SDK asks for it. The SDK's own hands Node each key as bytes, which it takes for two other kinds of
 * key first, by throwing and catching: that costs more than all of the hashing.
 */
class Sha256 {
  private readonly hash: ReturnType<typeof createHash | typeof createHmac>;

  constructor(secret?: string | Uint8Array) {
    this.hash = secret === undefined ? createHash("sha256") : createHmac("sha256", keyOf(secret));
  }

  update(data: string | Uint8Array): void {
    this.hash.update(data);
  }

  async digest(): Promise<Uint8Array> {
    return this.hash.digest();
  }
}

function keyOf(secret: string | Uint8Array) {
  return typeof secret === "string" ? secret : createSecretKey(secret);
}
