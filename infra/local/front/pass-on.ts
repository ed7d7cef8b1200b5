import { request as ask, type OutgoingHttpHeaders, type ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import type { Exchange } from "./server.ts";

export interface Target {
  target: URL;
  /** Instead of the path that was asked. */
  path?: string;
  /** Instead of the target's own name. */
  host?: string;
  /** What the answer says beside its own headers: in their place, or only where it says nothing. */
  headers?: { add: Readonly<Record<string, string>>; override: boolean };
  /** What answers in place of an answer with one of these statuses. */
  insteadOf?: {
    statuses: readonly number[];
    answer: (response: ServerResponse, status: number) => void;
  };
}

/** Of one connection only (RFC 9110, 7.6.1). */
const hopByHop = [
  "connection",
  "keep-alive",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
];

/** Passes a request on as it came, and its answer back as it comes. Rejects where nobody answers. */
export function passOn(
  { request, response }: Exchange,
  { target, path, host, headers: said, insteadOf }: Target,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers: OutgoingHttpHeaders = { ...request.headers, host: host ?? target.host };
    for (const name of hopByHop) delete headers[name];
    const onward = ask(
      {
        host: target.hostname,
        port: target.port,
        method: request.method,
        path: path ?? request.url,
        headers,
      },
      (answer) => {
        const status = answer.statusCode ?? 502;
        if (insteadOf?.statuses.includes(status)) {
          answer.resume();
          insteadOf.answer(response, status);
          return resolve();
        }
        const answered = {
          ...(!said?.override && said?.add),
          ...answer.headers,
          ...(said?.override && said.add),
        };
        for (const name of hopByHop) delete answered[name];
        response.writeHead(status, answered);
        pipeline(answer, response).then(resolve, reject);
      },
    );
    onward.once("error", reject);
    response.once("close", () => onward.destroy());
    request.pipe(onward);
  });
}
