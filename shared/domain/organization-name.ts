import { withoutLookAlikes } from "./confusables.ts";
import { folded } from "./folded.ts";

/** Words that say only what an organization is before the law; after folding, dots dropped. */
const legalForms = new Set(
  `ab ac ag aisbl aps as asa asbl bv bvba cic co company corp corporation cooperative coop doo eingetragener ev gag ggmbh
   gmbh inc incorporated kft kg kk limited llc llp lp ltd ltda mbh nv ob oo ou oy oyj plc pllc pte pty pvt rf sa sae saoc
   sarl sas sasu sccl scrl sl slu sp spa srl sro stichting ug vereniging verein vzw zs zrt`.split(/\s+/),
);

/** How a name stands in an alphabetical list: folded, one space between words, without a leading article. */
export function sortName(name: string): string {
  const words = folded(name)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  return words.replace(/^the (?=.)/, "") || name.trim().toLowerCase();
}

/**
 * What makes two spellings one organization, as it stands in the claim's key: case, accents, punctuation, legal forms
 * and look-alike letters of other scripts taken away. Words that are legal forms are dropped at both ends, never all.
 */
export function nameIdentity(name: string): string {
  const words = withoutLookAlikes(folded(name))
    .replace(/&/g, " and ")
    .replace(/(?<=\b\p{L})\.(?=\p{L}\b)/gu, "")
    .replace(/['’.]/g, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  while (words.length > 1 && isForm(words.at(-1))) words.pop();
  while (words.length > 1 && (words[0] === "the" || isForm(words[0]))) words.shift();
  return words.join(" ") || sortName(name);
}

function isForm(word: string | undefined): boolean {
  return word !== undefined && legalForms.has(word);
}

/** From 0 (nothing in common) to 1 (the same): Dice's coefficient over pairs of letters of two name identities. */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const [left, right] = [pairsOf(a), pairsOf(b)];
  if (left.length === 0 || right.length === 0) return 0;
  const remaining = [...right];
  let shared = 0;
  for (const pair of left) {
    const at = remaining.indexOf(pair);
    if (at < 0) continue;
    remaining.splice(at, 1);
    shared++;
  }
  return (2 * shared) / (left.length + right.length);
}

function pairsOf(text: string): string[] {
  const letters = [...text.replaceAll(" ", "")];
  return letters.slice(1).map((letter, i) => `${letters[i]}${letter}`);
}

const nearEnough = 0.7;

/** Why one organization may be another: the same domain, or a name that is nearly the same. Undefined where it is not. */
export function nearness(
  one: { name: string; domain?: string | undefined },
  other: { name: string; domain?: string | undefined },
): { by: "domain" | "name"; likeness: number } | undefined {
  const how = likeness(nameIdentity(one.name), nameIdentity(other.name));
  if (one.domain !== undefined && one.domain === other.domain) return { by: "domain", likeness: how };
  return how >= nearEnough || isAcronym(one.name, other.name) || isAcronym(other.name, one.name)
    ? { by: "name", likeness: how }
    : undefined;
}

function isAcronym(short: string, long: string): boolean {
  const letters = nameIdentity(short);
  const words = nameIdentity(long).split(" ");
  return letters.length > 2 && words.length > 2 && words.map((word) => word[0]).join("") === letters;
}
