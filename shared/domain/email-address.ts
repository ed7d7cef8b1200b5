import { domainToASCII, domainToUnicode } from "node:url";

/** Why a text is not an address that we can write to; each word has its sentence in `shared/locales`. */
export type AddressProblem = "not-an-email-address" | "email-local-part-not-ascii" | "too-long";

export type ReadAddress = { address: string } | { problem: AddressProblem };

const asciiLocalPart = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
const domainLabel = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * Reads an address as people type it into the form that SES takes: trimmed, NFC, the domain in lower-case punycode
 * (RFC 5891). SES takes no local part outside ASCII (RFC 6531), which is said instead of failing later.
 */
export function readAddress(text: string): ReadAddress {
  const typed = text.trim().normalize("NFC");
  const at = typed.lastIndexOf("@");
  if (at < 1) return { problem: "not-an-email-address" };
  const local = typed.slice(0, at);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the test is for what lies outside ASCII
  if (/[^\x00-\x7f]/.test(local)) return { problem: "email-local-part-not-ascii" };
  const domain = domainToASCII(typed.slice(at + 1).toLowerCase());
  if (!asciiLocalPart.test(local) || !isHostName(domain)) return { problem: "not-an-email-address" };
  if (local.length > 64 || domain.length > 253) return { problem: "too-long" };
  return { address: `${local}@${domain}` };
}

function isHostName(domain: string): boolean {
  const labels = domain.split(".");
  const last = labels.at(-1) ?? "";
  return labels.length > 1 && labels.every((label) => domainLabel.test(label)) && !/^\d+$/.test(last);
}

/**
 * What makes two spellings one person: the local part's case is ignored too. The standard lets a host tell `Ann` from
 * `ann`, but no large one does, and counting a person twice is the greater harm. At the hosts of `ignoreDotsAt` dots and
 * a `+suffix` of the local part are dropped as well, since they deliver them alike (a setting, none by default).
 */
export function identityOf(address: string, ignoreDotsAt: readonly string[] = []): string {
  const at = address.lastIndexOf("@");
  const local = address.slice(0, at).toLowerCase();
  const host = address.slice(at + 1);
  const plain = ignoreDotsAt.includes(host) ? (local.split("+")[0] ?? local).replaceAll(".", "") : local;
  return `${plain}@${host}`;
}

/** As a person would read it: `a@xn--bcher-kva.example` becomes `a@bücher.example`. */
export function addressForPeople(address: string): string {
  const at = address.lastIndexOf("@");
  return `${address.slice(0, at)}@${domainToUnicode(address.slice(at + 1))}`;
}
