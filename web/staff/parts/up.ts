/** The list as it was last seen, with its filters and its page, for the way back from one of its rows. */
const seen = new Map<string, string>();

export function noteList(section: string): void {
  seen.set(section, location.pathname + location.search);
}

export function listAddress(section: string): string {
  return seen.get(section) ?? `/staff/${section}`;
}
