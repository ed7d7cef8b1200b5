import { Logger } from "@aws-lambda-powertools/logger";
import middy from "@middy/core";
import type { APIGatewayProxyEventV2, Context } from "aws-lambda";
import { NotFound, Refused } from "../../shared/domain/refused.ts";
import { type Asked, readBody, readRequest, routeKeyOf } from "./asked.ts";
import { type FormFiles, isMultipart, readFormFiles } from "./form-files.ts";
import { contentPolicy } from "./policy.ts";
import { faultOf, problemOf, problemReply } from "./problems.ts";
import { type RawBody, readRaw } from "./raw-body.ts";
import type { Reply } from "./reply.ts";

/** A refusal or a fault as a person is to see it: its word, and what the problem document says. */
export type Problem = ReturnType<typeof problemOf>;

export interface Route {
  /** Taken as bytes, beside the JSON and the forms that every route takes. */
  raw?: RawBody;
  /** Files that its forms may bring. */
  files?: FormFiles;
  handle(asked: Asked): Promise<Reply>;
  /** Shows a problem to people, where people look at the answer. Without it a problem document is sent. */
  show?(asked: Asked, problem: Problem, refusal: Refused | undefined): Promise<Reply> | Reply;
}

/** The answer to each route of a function; the keys are those of `shared/contracts/routes.ts`. */
export type Routes<Key extends string> = Record<Key, Route>;

export const logger = new Logger({ serviceName: "coalition" });

interface Request {
  event: APIGatewayProxyEventV2;
  context: Context;
  response?: unknown;
  error?: unknown;
  internal: Record<string, unknown>;
}

/**
 * The one chain that every function of the HTTP API stands behind: request id, reading the request, routing, problems,
 * security headers. The API's access log has a line for each request; here one is written of a fault, or of all where the
 * log level asks for it: the route and the status, never the path, the body or an address.
 */
export function api<Key extends string>(routes: Routes<Key>) {
  const find = (key: string): Route | undefined =>
    (routes as Record<string, Route>)[key.replace(/^HEAD /, "GET ")];
  return middy<APIGatewayProxyEventV2, Reply>()
    .use({ before: start, after: finish })
    .use({ onError: (request) => answerProblem(request as unknown as Request, find) })
    .handler(async (event: APIGatewayProxyEventV2): Promise<Reply> => {
      const route = find(routeKeyOf(event));
      if (!route) throw new NotFound();
      return route.handle(await withBody(event, route));
    });
}

/** The request with its body as the route takes it. */
async function withBody(event: APIGatewayProxyEventV2, route: Route): Promise<Asked> {
  const asked = readRequest(event);
  if (route.files && isMultipart(event))
    return { ...asked, form: true, body: await readFormFiles(event, route.files) };
  return { ...asked, body: readRaw(event, route.raw) ?? readBody(event, asked, route.files?.largest) };
}

function start(request: unknown): void {
  (request as Request).internal.startedAt = performance.now();
}

function finish(request: unknown): void {
  const { event, response, internal } = request as Request & { response: Reply };
  const asked = event.requestContext;
  response.headers = { ...securityHeaders, ...response.headers, "x-request-id": asked.requestId };
  logger.debug("answered", {
    route: event.routeKey,
    status: response.statusCode,
    requestId: asked.requestId,
    ms: Math.round(performance.now() - Number(internal.startedAt)),
  });
}

async function answerProblem(request: Request, find: (key: string) => Route | undefined): Promise<void> {
  const asked = readRequest(request.event);
  const refusal = request.error instanceof Refused ? request.error : undefined;
  if (!refusal)
    logger.error("failed", {
      route: asked.routeKey,
      requestId: asked.requestId,
      fault: describe(request.error),
    });
  const problem = refusal ? problemOf(refusal, asked.requestId) : faultOf(asked.requestId);
  const route = find(asked.routeKey);
  request.response = route?.show
    ? await route.show(await bodyIfReadable(request.event, route), problem, refusal)
    : problemReply(problem);
  finish(request);
}

/** What was typed, for the page that shows it again; nothing where it could not be read. */
async function bodyIfReadable(event: APIGatewayProxyEventV2, route: Route): Promise<Asked> {
  try {
    return await withBody(event, route);
  } catch {
    const asked = readRequest(event);
    return { ...asked, form: asked.form || (route.files !== undefined && isMultipart(event)) };
  }
}

/** A fault's kind and place; never its message, which may quote what somebody typed. */
export function describe(error: unknown): { name: string; stack: string[] } {
  if (!(error instanceof Error)) return { name: typeof error, stack: [] };
  const stack = (error.stack ?? "").split("\n").filter((line) => line.startsWith("    at "));
  return { name: error.name, stack: stack.slice(0, 8).map((line) => line.trim()) };
}

const securityHeaders = {
  "content-security-policy": contentPolicy(),
  "referrer-policy": "no-referrer",
  "strict-transport-security": "max-age=63072000; includeSubDomains",
  "x-content-type-options": "nosniff",
  "permissions-policy": "interest-cohort=(), browsing-topics=()",
  "cross-origin-opener-policy": "same-origin",
};
