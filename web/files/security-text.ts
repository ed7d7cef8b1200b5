/** How long a reader may trust it (RFC 9116 wants less than a year). */
const trustedDays = 180;

/** RFC 9116: whom to tell of a weakness. `contact` is an address that a person reads. */
export function securityText({
  origin,
  contact,
  now,
}: {
  origin: string;
  contact: string;
  now: Date;
}): string {
  // Of the day, so that the file is the same all day long and can be kept.
  const expires = new Date(now.getTime() + trustedDays * 86_400_000).toISOString().slice(0, 10);
  return [
    `Contact: mailto:${contact}`,
    `Expires: ${expires}T00:00:00.000Z`,
    "Preferred-Languages: en",
    `Canonical: ${origin}/.well-known/security.txt`,
    "",
  ].join("\n");
}
