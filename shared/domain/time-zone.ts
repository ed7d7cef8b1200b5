const known = new Set<string>();

/**
 * Whether a name is that of an IANA time zone; needs no library, so that signups can ask it. What the platform said of a
 * zone by its own name is kept, some hundreds in all: asking is dear, and each browser tells its zone.
 */
export function isTimeZone(name: string): boolean {
  if (known.has(name)) return true;
  // A bare offset is accepted by the platform but follows no place's rules.
  if (!/^[A-Za-z][A-Za-z0-9_+\-/]{1,60}$/.test(name)) return false;
  try {
    const { timeZone } = new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions();
    if (timeZone === name) known.add(name);
    return true;
  } catch {
    return false;
  }
}
