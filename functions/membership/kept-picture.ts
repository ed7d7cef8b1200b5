import type { PictureAnswer } from "../../shared/contracts/picture.ts";
import type { PictureStore } from "../../shared/pictures/store.ts";
import type { Picture } from "../../shared/table/picture.ts";
import { describe, logger } from "../edge/chain.ts";

/** Where pictures are read that the public may not see. */
export interface KeptPictures {
  pictures: { store: Pick<PictureStore, "read"> };
}

/**
 * A picture for its owner or our staff, whether or not the public may see it. It comes within what they are sent: an address
 * of its own could be handed on before anybody has reviewed it. Null where there is none, or where it cannot be read just
 * now: nobody is kept from their entry by a logo.
 */
export async function keptView(
  { pictures }: KeptPictures,
  picture: Picture | undefined,
): Promise<PictureAnswer | null> {
  const png = picture && (await pictures.store.read(picture.path).catch(notNow));
  if (!png) return null;
  const { width, height } = picture;
  return { url: `data:image/png;base64,${Buffer.from(png).toString("base64")}`, width, height };
}

function notNow(error: unknown): undefined {
  logger.error("a picture could not be read", { fault: describe(error) });
}
