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
  signal?: AbortSignal;
}

/** Asks the staff API: `path` behind `/api/staff/`. Throws `Refusal`. */
export type Ask = <Answer>(path: string, wish?: Wish) => Promise<Answer>;

export function staffApi(session: Session): Ask {
  return async <Answer>(path: string, wish: Wish = {}): Promise<Answer> => {
    const answer = await send(session, path, wish);
    return (await answer.json()) as Answer;
  };
}

/** A file of the staff API's, such as an export; it needs the token too, so a plain link will not do. */
export function staffFile(session: Session): (path: string) => Promise<Blob> {
  return async (path) => (await send(session, path, {})).blob();
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

async function once(token: string, path: string, { method = "GET", body, signal }: Wish): Promise<Response> {
  try {
    return await fetch(`/api/staff/${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        accept: "application/json",
        ...(body !== undefined && { "content-type": "application/json" }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
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
  const words: Record<number, string> = { 401: "not-allowed", 403: "not-allowed", 404: "not-found" };
  const type = words[answer.status] ?? "internal-error";
  return { type, title: type, status: answer.status };
}
