import type { ShownPicture } from "../view.ts";

/** A photo across a column; its sides are known, so that nothing moves when it comes. */
export function Photo({ picture }: { picture: ShownPicture }) {
  const { url, width, height, alt, lang } = picture;
  return <img class="photo" src={url} width={width} height={height} alt={alt} lang={lang} decoding="async" />;
}
