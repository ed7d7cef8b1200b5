import { join } from "node:path";
import { startAttached } from "../../infra/local/attached.ts";
import { freePort } from "../../infra/local/free-port.ts";
import { localFolder } from "../../infra/local/paths.ts";
import { engine } from "./provided.ts";

/** A rule of microburst, in its own words: https://github.com/pingedbrain/microburst#rules */
export interface FaultRule {
  service?: string;
  operation?: string;
  resource?: string;
  /** JMESPath on the request's body. */
  body?: string;
  /** Fires so often, then no more. */
  times?: number;
  probability?: number;
  sequence?: { fail: number; pass: number };
  error?: { code?: string; status?: number; message?: string; fields?: Record<string, unknown> };
  /** Milliseconds. */
  latency?: number | { min: number; max: number };
  timeout_ms?: number;
  /** Cuts the connection before anything happens. */
  reset?: boolean;
  /** Cuts the answer after the effect took place: `abort_bytes: 0`. */
  response?: { abort_bytes?: number; abort_frac?: number; truncate_frac?: number };
}

export interface FiredFault {
  service: string;
  operation: string;
  action: string;
}

/** A proxy before the emulator that fails as it is told. */
export interface Faults {
  /** Point clients here: `makeEnvironment(faults.endpoint)`. */
  endpoint: string;
  /** From now on these rules, and no others. */
  use(...rules: FaultRule[]): Promise<void>;
  /** What fired since the last `use`, oldest first: a test shows by it that the fault took place. */
  fired(): Promise<FiredFault[]>;
  stop(): Promise<void>;
}

/** Starts microburst before the emulator, with no rules yet; `stop` it in `afterAll`. */
export async function startFaults(upstream = engine().endpoint): Promise<Faults> {
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const control = `${endpoint}/_microburst`;
  const { AWS_ENDPOINT_URL: _, ...env } = process.env;
  const { stop } = await startAttached({
    command: ["microburst", "--upstream", upstream, "--port", String(port), "--no-resign"],
    env,
    log: join(localFolder, `test/microburst-${port}.log`),
    healthUrl: `${control}/health`,
  });
  return {
    endpoint,
    stop,
    use: async (...rules) => {
      await ask(`${control}/fired`, { method: "DELETE" });
      await ask(`${control}/rules`, { method: "POST", body: JSON.stringify(rules) });
    },
    fired: async () => (await (await ask(`${control}/fired`)).json()) as FiredFault[],
  };
}

async function ask(url: string, request: RequestInit = {}): Promise<Response> {
  const answer = await fetch(url, { ...request, headers: { "content-type": "application/json" } });
  if (!answer.ok) throw new Error(`microburst: ${answer.status} ${await answer.text()}`);
  return answer;
}
