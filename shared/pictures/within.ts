import { pictureType } from "../domain/picture.ts";
import type { PictureStore } from "./store.ts";

/**
 * A picture as an address that holds all of it, for an answer to its owner or our staff: an address of its own could be handed
 * on before anybody has reviewed it. Undefined where there is none.
 */
export async function pictureWithin(
  store: Pick<PictureStore, "read">,
  path: string,
): Promise<string | undefined> {
  const bytes = await store.read(path);
  return bytes && `data:${pictureType(path)};base64,${Buffer.from(bytes).toString("base64")}`;
}
