import { NotFound } from "../../shared/domain/refused.ts";
import { isActionScope } from "../../shared/domain/scope.ts";
import { type Participation, participationOf } from "../../shared/table/participation.ts";
import type { Surroundings } from "../edge/surroundings.ts";
import { manage } from "./manage.ts";

/** Withdraws for somebody who has asked us to: just what their own link would do, seat and waiting line included. */
export async function withdrawFor(
  surroundings: Pick<Surroundings, "table" | "scope" | "clock">,
  person: string,
  scope: string,
): Promise<Participation> {
  const standing = isActionScope(scope)
    ? await participationOf(surroundings.table, person, scope)
    : undefined;
  if (!standing) throw new NotFound();
  const link = {
    purpose: "manage",
    person,
    subject: standing.scope,
    generation: standing.generation,
    expires: 0,
  } as const;
  return manage(surroundings, { link, verb: "withdraw" }, surroundings.clock());
}
