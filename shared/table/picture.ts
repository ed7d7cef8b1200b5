import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import type { PictureAnswer } from "../contracts/picture.ts";
import { pictureKey } from "./keys.ts";
import { stored, type Table } from "./table.ts";

/** A picture as its owner's item holds it. `path` names its owner and its content, `<owner>/<name>.png` or `.jpg`. */
export const Picture = z.object({ path: z.string(), width: z.number().int(), height: z.number().int() });
export type Picture = z.infer<typeof Picture>;

/** A picture under our own address. */
export function pictureView({ path, width, height }: Picture): PictureAnswer {
  return { url: `/pictures/${path}`, width, height };
}

/** Written before a picture is stored: when it ends, somebody looks whether an owner holds the picture. */
const PictureNote = z.object({ entity: z.literal("picture"), path: z.string(), expiresAt: z.number() });

const lookedAtAfterDays = 1;

/** Notes a picture that is about to be stored, so that none is left over where what should hold it fails. One write unit. */
export async function notePicture(
  { client, name: TableName }: Table,
  path: string,
  now: Date,
): Promise<void> {
  const expiresAt = Math.floor(now.getTime() / 1000) + lookedAtAfterDays * 86_400;
  const note = PictureNote.parse({ entity: "picture", path, expiresAt });
  await client.send(new PutItemCommand({ TableName, Item: stored({ ...pictureKey(path), ...note }) }));
}
