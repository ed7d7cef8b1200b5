import { type Link, type LinkPurpose, readLinkToken } from "../../shared/domain/link-token.ts";
import type { PersonKey } from "../../shared/domain/person-hash.ts";
import { InvalidLink, NotPossible } from "../../shared/domain/refused.ts";
import type { ActionScope, CampaignScope } from "../../shared/domain/scope.ts";
import type { ScopeItem } from "../../shared/table/scope.ts";
import type { Table } from "../../shared/table/table.ts";
import type { LookForProof } from "./proof-look-up.ts";

/** All that the participation's routes need from outside. */
export interface Surroundings {
  table: Table;
  origin: string;
  personKey: () => Promise<PersonKey>;
  linkSecret: () => Promise<string>;
  scope: (scope: CampaignScope | ActionScope) => Promise<ScopeItem | undefined>;
  clock: () => Date;
  /** How a proof is looked for; on the internet unless said. */
  look?: LookForProof | undefined;
}

/** The link that a token stands for; throws `InvalidLink` or `NotPossible("link-expired")`. */
export async function linkOf(
  { linkSecret, clock }: Pick<Surroundings, "linkSecret" | "clock">,
  token: string | undefined,
  purposes: readonly LinkPurpose[],
): Promise<Link> {
  const link = readLinkToken(token ?? "", await linkSecret());
  if (!link || !purposes.includes(link.purpose)) throw new InvalidLink();
  if (link.expires * 1000 <= clock().getTime()) throw new NotPossible("link-expired");
  return link;
}
