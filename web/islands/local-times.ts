/**
 * Puts the visitor's own time beside that of the event's place, where the two differ. Without it the page says the
 * place's time and zone, which is right everywhere. A form that asks for it is told the visitor's zone.
 */
const inFull = { dateStyle: "medium", timeStyle: "short" } as const;
const own = Intl.DateTimeFormat().resolvedOptions().timeZone;

tellAll();
document.addEventListener("shown", tellAll);

function tellAll(): void {
  for (const time of document.querySelectorAll<HTMLTimeElement>("time[data-zone]"))
    if (!time.querySelector(".your-time")) tell(time);
  // With a registration, so that its reminders reach people by day.
  for (const field of document.querySelectorAll<HTMLInputElement>("input[name=timeZone]")) field.value = own;
}

function tell(time: HTMLTimeElement): void {
  const { zone = "", locale, yours = "" } = time.dataset;
  const at = new Date(time.dateTime);
  // As the page writes its times: English without a region would be American in its dates.
  const language = locale === "en" ? "en-GB" : locale;
  const said = (timeZone: string, style: Intl.DateTimeFormatOptions = inFull) =>
    new Intl.DateTimeFormat(language, { ...style, timeZone }).format(at);
  if (said(zone) === said(own)) return;
  // On the same day the hour says it all.
  const isSameDay = said(zone, { dateStyle: "medium" }) === said(own, { dateStyle: "medium" });
  const beside = document.createElement("span");
  beside.className = "your-time";
  beside.textContent = ` (${yours.replace("%", said(own, isSameDay ? { timeStyle: "short" } : inFull))})`;
  time.append(beside);
}
