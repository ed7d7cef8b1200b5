/** Hosts under which many organizations have a page or a mailbox: having one proves nothing and claims nothing. */
const shared = new Set(
  `facebook.com instagram.com twitter.com x.com linkedin.com youtube.com tiktok.com github.com gitlab.com medium.com
   google.com goo.gl bit.ly linktr.ee wordpress.com blogspot.com substack.com notion.site t.me telegram.org
   gmail.com googlemail.com outlook.com hotmail.com live.com yahoo.com icloud.com me.com proton.me protonmail.com pm.me
   gmx.net gmx.de web.de mail.ru yandex.ru qq.com 163.com aol.com zoho.com fastmail.com tutanota.com tuta.com
   posteo.de mailbox.org riseup.net`.split(/\s+/),
);

/** The public suffix list, read when it is first asked: it is a quarter of whatever bundle carries it. */
const suffixes = () => import("tldts");

/** The registrable domain (public suffix list, private suffixes too) of a website or an address's host. */
export async function registrableDomain(urlOrHost: string): Promise<string | undefined> {
  const { getDomain } = await suffixes();
  return getDomain(urlOrHost, { allowPrivateDomains: true }) ?? undefined;
}

/**
 * The domain that an organization claims by its website, or undefined where it is shared with strangers. Chapters often
 * live under their mother's domain, so one claims its own host name.
 */
export async function claimedDomain(website: string, kind: string): Promise<string | undefined> {
  const domain = await registrableDomain(website);
  if (!domain || shared.has(domain)) return undefined;
  const { getHostname } = await suffixes();
  return kind === "chapter" ? (getHostname(website) ?? domain).replace(/^www\./, "") : domain;
}

export type ProofStrength = "strong" | "weak";

/** A contact whose mailbox is at the organization's own domain speaks for it; any other may. */
export async function strengthByAddress(email: string, website: string): Promise<ProofStrength> {
  const own = await registrableDomain(website);
  const theirs = await registrableDomain(email.slice(email.lastIndexOf("@") + 1));
  return own !== undefined && own === theirs && !shared.has(own) ? "strong" : "weak";
}
