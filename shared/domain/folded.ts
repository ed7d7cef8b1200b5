/** A name as people look for it: compatibility forms, case and accents taken away. */
export function folded(name: string): string {
  return name.normalize("NFKC").toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
}
