import type { PictureAnswer } from "../../shared/contracts/picture.ts";
import type { PictureStore } from "../../shared/pictures/store.ts";
import { pictureWithin } from "../../shared/pictures/within.ts";
import type { Picture } from "../../shared/table/picture.ts";
import { describe, logger } from "../edge/chain.ts";

/** Where pictures are read that the public may not see. */
export interface KeptPictures {
  pictures: { store: Pick<PictureStore, "read"> };
}

/**
 * A picture for its owner or our staff, whether or not the public may see it. Null where there is none, or where it cannot
 * be read just now: nobody is kept from their entry by a logo.
 */
export async function keptView(
  { pictures }: KeptPictures,
  picture: Picture | undefined,
): Promise<PictureAnswer | null> {
  const url = picture && (await pictureWithin(pictures.store, picture.path).catch(notNow));
  return url ? { url, width: picture.width, height: picture.height } : null;
}

function notNow(error: unknown): undefined {
  logger.error("a picture could not be read", { fault: describe(error) });
}
