import { encode } from "uqr";
import { t } from "../texts/texts.ts";

/** The secret of a second factor as a picture for an authenticator app, and as text for those who type it. */
export function KeyPicture({ secret, email }: { secret: string; email: string }) {
  const issuer = "Encryption Coalition";
  const label = encodeURIComponent(`${issuer}:${email}`);
  const address = `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(issuer)}`;
  const { data, size } = encode(address, { ecc: "M", border: 4 });
  const dark = data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : "")));
  return (
    <div class="key-picture">
      <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={t("sign-in.set-up.picture")}>
        <rect width={size} height={size} fill="#fff" />
        <path d={dark.join("")} fill="#000" shape-rendering="crispEdges" />
      </svg>
      <p>
        {t("sign-in.set-up.key")}: <code>{secret.replaceAll(/(.{4})/g, "$1 ").trim()}</code>
      </p>
    </div>
  );
}
