/**
 * Puts the visitor's own time beside that of the event's place, where the two differ. Without it the page says the
 * place's time and zone, which is right everywhere.
 */
const own = Intl.DateTimeFormat().resolvedOptions().timeZone;

for (const time of document.querySelectorAll<HTMLTimeElement>("time[data-zone]")) {
  const { zone = "", locale, yours = "" } = time.dataset;
  const at = new Date(time.dateTime);
  // As the page writes its times: English without a region would be American in its dates.
  const language = locale === "en" ? "en-GB" : locale;
  const said = (timeZone: string) =>
    new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short", timeZone }).format(at);
  if (said(zone) === said(own)) continue;
  const beside = document.createElement("span");
  beside.className = "your-time";
  beside.textContent = ` (${yours.replace("%", said(own))})`;
  time.append(beside);
}
