import { Readable } from "node:stream";
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";

type Handler = DynamoDBClient["config"]["requestHandler"];
/** A client of any service: what its requests pass through. */
type AnyClient = { config: { requestHandler: Handler } };
type Request = Parameters<Handler["handle"]>[0];

interface Kept {
  statusCode: number;
  headers: Record<string, string>;
  body: Buffer;
}

/**
 * Keeps what the emulator answers, in order, to each reading request and to each kind of writing one; `play` then answers the same requests out of memory, so that
 * what is left of the work is ours and the SDK's: writing, signing and reading, no waiting.
 */
export class Recording {
  private readonly kept = new Map<string, Kept[]>();
  private readonly handlers: Handler[] = [];
  private next = new Map<string, number>();
  /** Requests asked since `record` or `play`. */
  requests = 0;

  /** Listens to a client from now on. What its commands pass through may stand already, but not what its handler does. */
  record(client: AnyClient, heard: (operation: string, body: string) => void = () => {}): void {
    const handler = client.config.requestHandler;
    const real = handler.handle.bind(handler);
    this.handlers.push(handler);
    handler.handle = async (request: Request, options: Parameters<Handler["handle"]>[1]) => {
      const operation = operationOf(request);
      heard(operation, bodyOf(request));
      const { response } = await real(request, options);
      const body = Buffer.concat(await Array.fromAsync(response.body as AsyncIterable<Buffer>));
      const kept = { statusCode: response.statusCode, headers: response.headers, body };
      const name = nameOf(request);
      this.kept.set(name, [...(this.kept.get(name) ?? []), kept]);
      this.requests++;
      return { response: answer(kept) };
    };
  }

  /** From the beginning again, out of memory. Throws where something is asked that was not asked then. */
  play(): void {
    this.next = new Map();
    this.requests = 0;
    for (const handler of this.handlers)
      handler.handle = async (request: Request) => {
        const name = nameOf(request);
        const at = this.next.get(name) ?? 0;
        const answers = this.kept.get(name) ?? [];
        const kept = answers[at] ?? answers.at(-1);
        if (!kept) throw new Error(`${operationOf(request)} was not asked so when it was recorded`);
        this.next.set(name, at + 1);
        this.requests++;
        return { response: answer(kept) };
      };
  }
}

const reading = /\.(GetItem|BatchGetItem|Query)$/;

/**
 * What is read again later may have been kept in memory then, so reads are told apart by what they ask; and some things are
 * noted every few seconds only, so changes are told apart by what they change.
 */
function nameOf(request: Request): string {
  const operation = operationOf(request);
  if (reading.test(operation)) return `${operation} ${bodyOf(request)}`;
  if (!operation.endsWith(".UpdateItem")) return operation;
  const { UpdateExpression } = JSON.parse(bodyOf(request)) as { UpdateExpression: string };
  return `${operation} ${UpdateExpression}`;
}

/** Of a form only its beginning is looked at: a mail is kilobytes of it, and reading them here is no work of ours. */
function operationOf({ headers, body }: Request): string {
  return (
    headers["x-amz-target"] ??
    /^Action=(\w+)/.exec(Buffer.from(body).subarray(0, 100).toString())?.[1] ??
    "unknown"
  );
}

function bodyOf({ body }: Request): string {
  return Buffer.from(body).toString();
}

function answer({ statusCode, headers, body }: Kept) {
  return { statusCode, headers, body: Readable.from([body]) } as unknown as Awaited<
    ReturnType<Handler["handle"]>
  >["response"];
}
