import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { type Attached, startAttached } from "./attached.ts";

export interface EmulatorProps {
  port: number;
  /** Where its log goes. */
  log: string;
  /** Where its state is kept between runs; in memory only without one. */
  stateFolder?: string;
  /** Each mail that is sent is passed on by SMTP to here. */
  smtpPort: number;
}

export interface Emulator extends Attached {
  endpoint: string;
}

/** What every client of the emulator needs in its environment; no real credentials are ever used. */
export function emulatorEnvironment(endpoint: string): Record<string, string> {
  return {
    AWS_ENDPOINT_URL: endpoint,
    AWS_ENDPOINT_URL_S3: endpoint,
    AWS_ACCESS_KEY_ID: "test",
    AWS_SECRET_ACCESS_KEY: "test",
    AWS_REGION: "us-east-1",
    AWS_DEFAULT_REGION: "us-east-1",
    AWS_EC2_METADATA_DISABLED: "true",
  };
}

/** Starts MiniStack on loopback and waits until it answers. */
export async function startEmulator(props: EmulatorProps): Promise<Emulator> {
  const endpoint = `http://127.0.0.1:${props.port}`;
  if (props.stateFolder) beginStreamsAnew(props.stateFolder);
  const attached = await startAttached({
    command: ["ministack"],
    env: environmentOf(props),
    log: props.log,
    healthUrl: `${endpoint}/_ministack/health`,
  });
  return { endpoint, ...attached };
}

/**
 * It keeps how far each consumer had read a stream, but not the stream: after a restart they would pass over as many new
 * records as they had read before. So they begin with the new stream's first. What was not read when it stopped is found
 * by the sweep and the reconciler, as after any loss.
 */
function beginStreamsAnew(stateFolder: string): void {
  const file = join(stateFolder, "lambda.json");
  if (!existsSync(file)) return;
  const state = JSON.parse(readFileSync(file, "utf8")) as {
    payload?: { dynamodb_stream_positions?: { data?: Record<string, number> } };
  };
  const positions = state.payload?.dynamodb_stream_positions;
  if (!positions) return;
  positions.data = {};
  writeFileSync(file, JSON.stringify(state));
}

function environmentOf({ port, stateFolder, smtpPort }: EmulatorProps): NodeJS.ProcessEnv {
  const { AWS_ENDPOINT_URL: _, AWS_PROFILE: __, ...inherited } = process.env;
  return {
    ...inherited,
    // Its Lambda workers run whichever node comes first: ours, of the version that the functions are built for.
    PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
    BIND_HOST: "127.0.0.1",
    GATEWAY_PORT: String(port),
    LOG_LEVEL: process.env.EMULATOR_LOG_LEVEL ?? "WARNING",
    AWS_ACCESS_KEY_ID: "test",
    AWS_SECRET_ACCESS_KEY: "test",
    LAMBDA_WARM_TTL_SECONDS: "3600",
    IOT_MTLS_ENABLED: "0",
    SFTP_ENABLED: "0",
    SMTP_HOST: `127.0.0.1:${smtpPort}`,
    ...(stateFolder ? { PERSIST_STATE: "1", STATE_DIR: stateFolder } : { PERSIST_STATE: "0" }),
  };
}
