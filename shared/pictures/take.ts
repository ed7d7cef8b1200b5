import { createHash, randomBytes } from "node:crypto";
import * as z from "zod";
import { InvalidRequest } from "../domain/refused.ts";
import { notePicture, type Picture } from "../table/picture.ts";
import type { Table } from "../table/table.ts";
import type { Drawn } from "./draw.ts";
import type { Drawer } from "./drawer.ts";
import type { PictureStore } from "./store.ts";

/** What takes pictures in. */
export interface PictureDesk {
  draw: Drawer;
  store: PictureStore;
}

/** The picture drawn anew; throws `InvalidRequest` that names the field, where it is none or will not do. */
export async function drawnFrom({ draw }: PictureDesk, bytes: Uint8Array, pointer: string): Promise<Drawn> {
  const drawing = await draw(bytes);
  if ("problem" in drawing) throw new InvalidRequest([{ pointer, reason: drawing.problem }]);
  return drawing;
}

/** The picture in a field of a body of which nothing else is known yet; undefined where there is none, or none that its schema takes. */
export async function drawnIn(
  desk: PictureDesk,
  body: unknown,
  { field, schema }: { field: string; schema: z.ZodType<Uint8Array> },
): Promise<Drawn | undefined> {
  const sent = z.object({ [field]: schema }).safeParse(body).data?.[field];
  return sent && drawnFrom(desk, sent, `/${field}`);
}

/**
 * Stores a picture of an owner (`member.<id>`, `event.<slug>`). Its name is that of its content with 72 random bits behind: none comes
 * twice, so one that was removed never stands in the way of another, and who was not told cannot guess it.
 */
export async function keepPicture(
  { table, store }: { table: Table; store: PictureStore },
  { owner, drawn }: { owner: string; drawn: Drawn },
  now: Date,
): Promise<Picture> {
  const digest = createHash("sha256").update(drawn.bytes).digest("hex").slice(0, 32);
  const path = `${owner}/${digest}-${randomBytes(9).toString("base64url")}.${drawn.format}`;
  await notePicture(table, path, now);
  await store.put(path, drawn.bytes);
  return { path, width: drawn.width, height: drawn.height };
}
