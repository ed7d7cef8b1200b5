import { randomUUID } from "node:crypto";
import { memberSubject } from "../../shared/domain/member-id.ts";
import { NothingToProve, NotPossible, TooBusy } from "../../shared/domain/refused.ts";
import { auditing } from "../../shared/table/audit.ts";
import { type Member, memberOf } from "../../shared/table/member.ts";
import { changeMembers } from "../../shared/table/member-change.ts";
import type { LookForProof } from "../edge/proof-look-up.ts";
import type { ReviewDesk } from "./decide.ts";
import { canProve, proven } from "./prove.ts";

export interface ProofDesk extends ReviewDesk {
  linkSecret: () => Promise<string>;
  /** How a proof is looked for; on the internet unless said. */
  look?: LookForProof | undefined;
}

/** A member after a look for its proof, and what was found by it. */
export interface Looked {
  member: Member;
  found: "dns" | "file" | null;
}

/**
 * Looks for an applicant's proof at a reviewer's wish, as often a day as the applicant may themselves, and notes it in the
 * same transaction. Refused where there is nothing to prove or no domain to prove it by.
 */
export async function lookForTheirProof(
  desk: ProofDesk,
  { id, who }: { id: string; who: string },
): Promise<Looked> {
  const { table, clock, look, linkSecret } = desk;
  for (let attempt = 0; attempt < 5; attempt++) {
    const now = clock();
    const standing = await memberOf(table, id);
    if (!standing) throw new NotPossible("no-application");
    if (!canProve(standing)) throw new NothingToProve();
    const looked = await proven(standing, { secret: await linkSecret(), now, look });
    const member = {
      ...(looked ?? standing),
      version: standing.version + 1,
      changedAt: standing.changedAt,
    };
    const found = standing.proofs.length < member.proofs.length ? (member.proofs.at(-1)?.by ?? null) : null;
    const reason = found ?? "nothing-found";
    const act = { subject: memberSubject(id), who, act: "member-proof", reason };
    const parts = [auditing(table, act, { at: now, id: randomUUID() })];
    if ((await changeMembers(table, [{ before: standing, after: member }], parts)) === "done")
      return { member, found: found === "address" ? null : found };
  }
  throw new TooBusy();
}
