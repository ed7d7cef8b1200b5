import type { Problem } from "../../shared/contracts/problem.ts";
import type { Session } from "./session/session.ts";

/** The API said no. `problem.type` is its word; `unreachable` where nobody answered. */
export class Refusal extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.type);
    this.name = "Refusal";
    this.problem = problem;
  }
}

export interface Wish {
  method?: "GET" | "POST" | "PUT" | "DELETE";
  body?: unknown;
  /** Instead of a body, a file, sent as it is. */
  file?: { bytes: Blob; type: string };
  signal?: AbortSignal;
}

/** Asks the staff API: `path` behind `/api/staff/`. Throws `Refusal`. */
export type Ask = <Answer>(path: string, wish?: Wish) => Promise<Answer>;

export function staffApi(session: Session): Ask {
  return async <Answer>(path: string, wish: Wish = {}): Promise<Answer> => {
    const isReading = (wish.method ?? "GET") === "GET";
    const answer = await (isReading ? read(session, path, wish) : send(session, path, wish));
    return (await answer.json()) as Answer;
  };
}

/** How often something is read before we say that nobody answers; what changes something is sent once. */
const tries = 3;

/** What has come of a file, and where the rest of it is: a file of a million rows goes on where it broke off. */
export interface PartOfFile {
  parts: readonly Blob[];
  rows: number;
  /** Undefined where the file is whole. */
  next: string | undefined;
}

/** Asks for the next page of a file; `path` behind `/api/staff/` where nothing has come yet. Throws `Refusal`. */
export type AskFile = (of: { path: string } | PartOfFile, signal?: AbortSignal) => Promise<PartOfFile>;

/**
 * A file of the staff API's, such as an export; it needs the token too, so a plain link will not do. A long one comes in
 * pages, each of which names the next in its Link header.
 */
export function staffFile(session: Session): AskFile {
  return async (of, signal) => {
    const so = "path" in of ? { parts: [], rows: 0, next: of.path } : of;
    const page = await read(session, so.next ?? "", signal ? { signal } : {});
    return {
      parts: [...so.parts, await page.blob()],
      rows: so.rows + Number(page.headers.get("x-rows") ?? 0),
      next: /<\/api\/staff\/([^>]+)>; rel="next"/.exec(page.headers.get("link") ?? "")?.[1],
    };
  };
}

/** Reads patiently: a network that stumbles, or a function that died, is asked again a moment later. */
async function read(session: Session, path: string, wish: Wish): Promise<Response> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await send(session, path, wish);
    } catch (cause) {
      const mayPass = cause instanceof Refusal && isPassing(cause.problem.status);
      if (!mayPass || attempt === tries || wish.signal?.aborted) throw cause;
      await new Promise((resolve) => setTimeout(resolve, 400 * 2 ** attempt));
    }
  }
}

/** Of no answer at all, a gateway that takes no more just now, or a fault of ours. */
function isPassing(status: number): boolean {
  return status === 0 || status === 429 || status >= 500;
}

async function send(session: Session, path: string, wish: Wish): Promise<Response> {
  const token = await bearer(session);
  const first = await once(token, path, wish);
  // A token may be refused before its time: then it is renewed, or somebody signs in again, and what was asked goes on.
  const answer = first.status === 401 ? await once(await bearer(session, token), path, wish) : first;
  if (answer.ok) return answer;
  throw new Refusal(await problemOf(answer));
}

function bearer(session: Session, refused?: string): Promise<string> {
  return session.bearer(refused).catch(() => {
    throw new Refusal(unreachable);
  });
}

async function once(
  token: string,
  path: string,
  { method = "GET", body, file, signal }: Wish,
): Promise<Response> {
  try {
    return await fetch(`/api/staff/${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        accept: "application/json",
        ...(body !== undefined && { "content-type": "application/json" }),
        ...(file && { "content-type": file.type }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(file && { body: file.bytes }),
      signal: AbortSignal.any([AbortSignal.timeout(25_000), ...(signal ? [signal] : [])]),
    });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new Refusal(unreachable);
  }
}

const unreachable: Problem = { type: "unreachable", title: "No answer.", status: 0 };

async function problemOf(answer: Response): Promise<Problem> {
  const said = (await answer.json().catch(() => undefined)) as Partial<Problem> | undefined;
  if (said?.type) return { title: said.type, status: answer.status, ...said, type: said.type };
  const words: Record<number, string> = {
    ...{ 401: "not-allowed", 403: "not-allowed", 404: "not-found" },
    ...{ 429: "unreachable", 502: "unreachable", 503: "unreachable", 504: "unreachable" },
  };
  const type = words[answer.status] ?? "internal-error";
  return { type, title: type, status: answer.status };
}
