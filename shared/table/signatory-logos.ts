import { BatchGetItemCommand } from "@aws-sdk/client-dynamodb";
import type { PictureAnswer } from "../contracts/picture.ts";
import { memberKey } from "./keys.ts";
import { type Member, readMember } from "./member.ts";
import { isListed, logoView } from "./member-views.ts";
import type { Signatory } from "./signatories.ts";
import { plain, type StoredItem, stored, type Table } from "./table.ts";

const atOnce = 100;

/**
 * The same signatories, those who signed as members with the logo that stands beside their name now: a logo that was taken
 * back, and that of a member who left, is shown nowhere any more. Half a read unit for each member among them.
 */
export async function withLogos<One extends Signatory>(
  table: Table,
  signatories: readonly One[],
): Promise<(Omit<One, "member"> & { logo?: PictureAnswer })[]> {
  const ids = [...new Set(signatories.flatMap(({ member }) => member ?? []))];
  const logos = await logosOf(table, ids);
  return signatories.map(({ member, ...signatory }) => {
    const logo = member === undefined ? undefined : logos.get(member);
    return { ...signatory, ...(logo && { logo }) };
  });
}

async function logosOf(table: Table, ids: readonly string[]): Promise<Map<string, PictureAnswer>> {
  const logos = new Map<string, PictureAnswer>();
  for (let start = 0; start < ids.length; start += atOnce)
    for (const member of await membersNamed(table, ids.slice(start, start + atOnce))) {
      const logo = isListed(member) ? logoView(member) : null;
      if (logo) logos.set(member.id, logo);
    }
  return logos;
}

async function membersNamed({ client, name }: Table, ids: readonly string[]): Promise<Member[]> {
  const found: Member[] = [];
  let Keys: StoredItem[] = ids.map((id) => stored({ ...memberKey(id) }));
  while (Keys.length > 0) {
    const answer = await client.send(new BatchGetItemCommand({ RequestItems: { [name]: { Keys } } }));
    found.push(...(answer.Responses?.[name] ?? []).map((item) => readMember(plain(item))));
    Keys = answer.UnprocessedKeys?.[name]?.Keys ?? [];
  }
  return found;
}
