/** Whether a name is that of an IANA time zone; needs no library, so that signups can ask it. */
export function isTimeZone(name: string): boolean {
  // A bare offset is accepted by the platform but follows no place's rules.
  if (!/^[A-Za-z][A-Za-z0-9_+\-/]{1,60}$/.test(name)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
