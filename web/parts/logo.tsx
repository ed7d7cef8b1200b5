import type { PictureView } from "../member-view.ts";

/** A logo beside the name that it stands for, which says all that it says: so it has no words of its own. */
export function Logo({ logo, large = false }: { logo: PictureView; large?: boolean }) {
  return (
    <span class={large ? "logo logo-large" : "logo"}>
      <img src={logo.url} width={logo.width} height={logo.height} alt="" loading={large ? "eager" : "lazy"} />
    </span>
  );
}
