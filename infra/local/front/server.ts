import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { answerHeaders, fileHeaders, pictureHeaders } from "../../building-blocks/cdn-headers.ts";
import { ownPageFor } from "../../building-blocks/own-page.ts";
import type { MailCatcher } from "../mail-catcher.ts";
import { answerMailbox } from "./mailbox.ts";
import { pageOf } from "./page.ts";
import { passOn } from "./pass-on.ts";
import { passSignIn, signInPath } from "./sign-in.ts";
import { answerUnreachable } from "./unreachable.ts";

/** What lies behind the front: the emulator, and in it the HTTP API and the bucket of assets. */
export interface Behind {
  endpoint: string;
  apiId: string;
  bucket: string;
  /** The bucket of pictures that people sent. */
  pictures: string;
}

/** The one address of the local stack: it plays the CDN, and shows the mails. */
export interface Front {
  /** From now on requests are passed on; before, they are told to wait. */
  open(behind: Behind): void;
  stop(): Promise<void>;
}

/** Someone else listens at the port that was asked for. */
export class PortTaken extends Error {
  constructor(port: number) {
    super(`Port ${port} is taken. Stop what listens there, or choose another: PORT=${port + 1} npm start`);
  }
}

/** Listens on loopback at once, so that a taken port is known before anything else starts. */
export async function startFront(port: number, mails: MailCatcher): Promise<Front> {
  let behind: Behind | undefined;
  const server = createServer((request, response) => {
    answer({ request, response }, { behind, mails }).catch(() => answerUnreachable(response));
  });
  await listen(server, port);
  return {
    open: (found) => {
      behind = found;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
}

async function answer(
  exchange: Exchange,
  { behind, mails }: { behind: Behind | undefined; mails: MailCatcher },
) {
  const path = new URL(exchange.request.url ?? "/", "http://front").pathname;
  if (path === "/mailbox" || path === "/mailbox.json" || path.startsWith("/mailbox/")) {
    return answerMailbox(exchange, mails);
  }
  if (!behind) return stillStarting(exchange.response);
  const emulator = new URL(behind.endpoint);
  if (path.startsWith("/assets/"))
    return passOn(exchange, {
      target: emulator,
      path: `/${behind.bucket}${path}`,
      headers: { add: fileHeaders, override: true },
    });
  if (path.startsWith("/pictures/"))
    return passOn(exchange, {
      target: emulator,
      path: `/${behind.pictures}${path}`,
      headers: { add: pictureHeaders, override: true },
    });
  if (path === signInPath) return passSignIn(exchange, emulator);
  // The API is addressed by its host name, so that it sees paths and queries exactly as they were asked.
  const host = `${behind.apiId}.execute-api.localhost:${emulator.port}`;
  return passOn(exchange, {
    ...{ target: emulator, host, headers: { add: answerHeaders, override: false } },
    insteadOf: { statuses: ownPageFor, answer: answerUnreachable },
  });
}

function stillStarting(response: ServerResponse): void {
  response.writeHead(503, { "content-type": "text/html; charset=utf-8", "retry-after": "1" });
  response.end(pageOf("Starting", "<p>The local stack is still starting. Try again in a moment.</p>"));
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) => {
      reject(cause.code === "EADDRINUSE" ? new PortTaken(port) : cause);
    });
    server.listen(port, "localhost", resolve);
  });
}
