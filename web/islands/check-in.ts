import { folded } from "../../shared/domain/folded.ts";
import { keepPage } from "./door/keep-page.ts";
import { scan } from "./door/scan.ts";

/**
 * The door's list without a network: a tick is kept on the phone and sent when the network is back, in the order in which
 * it was made; the page itself comes back from the phone too. Tickets are read by the camera. Without this script each tick is a form that posts.
 */
type Tick = { person: string; attended: boolean } | { ticket: string; attended: true };

const page = document.querySelector<HTMLElement>("[data-check-in]");
const address = page?.dataset.checkIn ?? "";
const place = `ticks:${address}`;
const part = <Kind extends HTMLElement>(name: string) => page?.querySelector<Kind>(`[data-${name}]`);
const texts = part("scan-texts")?.dataset ?? {};

const kept = (): Tick[] => JSON.parse(localStorage.getItem(place) ?? "[]") as Tick[];
const keep = (ticks: Tick[]): void => {
  if (ticks.length > 0) localStorage.setItem(place, JSON.stringify(ticks));
  else localStorage.removeItem(place);
  showWaiting(ticks.length);
};

/**
 * What was sent since the list was read. A page that comes back from the phone is older than these; one that comes from the
 * network has them, and is another list, so they are forgotten.
 */
interface Sent {
  asOf: string | undefined;
  ticks: Record<string, boolean>;
}
const sentPlace = `sent:${address}`;

function sentSince(): Sent {
  const asOf = page?.dataset.asOf;
  const sent = JSON.parse(localStorage.getItem(sentPlace) ?? "null") as Sent | null;
  return sent && sent.asOf === asOf ? sent : { asOf, ticks: {} };
}

function noteSent(person: string, attended: boolean): void {
  const { asOf, ticks } = sentSince();
  localStorage.setItem(sentPlace, JSON.stringify({ asOf, ticks: { ...ticks, [person]: attended } }));
}

/** The list that the phone keeps was read a moment after the one that is shown. */
function keptAsOf(moment: string): void {
  const { ticks } = sentSince();
  if (page) page.dataset.asOf = moment;
  localStorage.setItem(sentPlace, JSON.stringify({ asOf: moment, ticks }));
}

let sending = false;

/** Sends what is kept, oldest first. What the server refuses for good is let go and said; anything else is tried again. */
async function sendKept(): Promise<void> {
  if (sending) return;
  sending = true;
  try {
    for (let [next] = kept(); next; [next] = kept()) {
      const answer = await fetch(address, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(next),
      });
      if (answer.status >= 500 || answer.status === 429 || answer.headers.has("retry-after")) break;
      keep(kept().slice(1));
      if (answer.ok) taken(next, (await answer.json()) as { person: string });
      else refused(next);
    }
  } catch {
    // No network: what is kept stays kept.
    if (kept().some((tick) => "ticket" in tick)) say(texts.kept);
  } finally {
    sending = false;
  }
}

function taken(tick: Tick, { person }: { person: string }): void {
  noteSent(person, tick.attended);
  if (!("ticket" in tick)) return;
  const form = formOf(person);
  if (form) show(form, true);
  const name = form?.querySelector("bdi")?.textContent ?? person.slice(0, 4);
  say(texts.in?.replace("%", name));
  navigator.vibrate?.(80);
}

function refused(tick: Tick): void {
  say(texts.refused);
  const form = "person" in tick ? formOf(tick.person) : undefined;
  if (form && "person" in tick) show(form, !tick.attended);
}

function say(text: string | undefined): void {
  const notice = part("said");
  if (!notice || !text) return;
  notice.hidden = false;
  notice.textContent = text;
}

function showWaiting(n: number): void {
  const notice = part("waiting");
  if (!notice) return;
  notice.hidden = n === 0;
  notice.textContent = (notice.dataset.text ?? "").replace("%", String(n));
}

const forms = document.querySelectorAll<HTMLFormElement>("form[data-tick]");

const personOf = (form: HTMLFormElement) =>
  form.querySelector<HTMLInputElement>("input[name=person]")?.value ?? "";

function formOf(person: string): HTMLFormElement | undefined {
  return [...forms].find((form) => personOf(form) === person);
}

function show(form: HTMLFormElement, isIn: boolean): void {
  const button = form.querySelector("button");
  const attended = form.querySelector<HTMLInputElement>("input[name=attended]");
  if (!button || !attended || attended.value !== String(isIn)) return;
  attended.value = String(!isIn);
  button.textContent = (isIn ? form.dataset.out : form.dataset.in) ?? "";
  button.setAttribute("aria-label", `${button.textContent}: ${form.querySelector("bdi")?.textContent}`);
  button.classList.toggle("button-quiet", isIn);
  showCame(isIn ? 1 : -1);
}

/** How many are here, moved by what was ticked since the page came. */
function showCame(difference: number): void {
  const line = part("came");
  if (!line) return;
  const came = Number(line.dataset.came) + difference;
  line.dataset.came = String(came);
  const number = new Intl.NumberFormat(document.documentElement.lang).format(came);
  line.textContent = (line.dataset.text ?? "").replace("%", number);
}

const { ticks: sent } = sentSince();
for (const form of forms) {
  const person = personOf(form);
  const was = sent[person];
  if (was !== undefined) show(form, was);
  const last = kept().findLast((tick) => "person" in tick && tick.person === person);
  if (last) show(form, last.attended);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const isIn = form.querySelector<HTMLInputElement>("input[name=attended]")?.value === "true";
    show(form, isIn);
    keep([...kept(), { person, attended: isIn }]);
    void sendKept();
  });
}

const ticketForm = part<HTMLFormElement>("ticket");
ticketForm?.addEventListener("submit", (event) => {
  event.preventDefault();
  const typed = ticketForm.querySelector<HTMLInputElement>("input[name=ticket]");
  const ticket = typed?.value.trim();
  if (!typed || !ticket) return;
  typed.value = "";
  keep([...kept(), { ticket, attended: true }]);
  void sendKept();
});

const search = document.querySelector<HTMLInputElement>("#q");
function find(): void {
  const wanted = folded(search?.value.trim() ?? "");
  for (const row of document.querySelectorAll<HTMLElement>("[data-name]"))
    row.hidden = !row.dataset.name?.includes(wanted);
}
search?.addEventListener("input", find);
// A search that met no network is answered by the whole list.
if (search && !search.value) search.value = new URLSearchParams(location.search).get("q") ?? "";
find();

const [button, video] = [part<HTMLButtonElement>("scan"), part<HTMLVideoElement>("camera")];
let stop: (() => void) | undefined;

async function toggleCamera(): Promise<void> {
  if (!button || !video) return;
  if (stop) {
    stop();
    stop = undefined;
  } else {
    try {
      stop = await scan(video, (ticket) => {
        keep([...kept(), { ticket, attended: true }]);
        void sendKept();
      });
      say(texts.hold);
    } catch {
      say(texts.none);
    }
  }
  video.hidden = !stop;
  button.textContent = (stop ? texts.stop : texts.start) ?? "";
}

if (button && navigator.mediaDevices) {
  button.hidden = false;
  button.addEventListener("click", () => void toggleCamera());
}

showWaiting(kept().length);
addEventListener("online", () => void sendKept());
setInterval(() => void sendKept(), 5_000);
void sendKept();
// Where the browser wants no worker, or the network goes meanwhile, the door works as without one.
if (page?.dataset.worker) keepPage(page.dataset.worker, keptAsOf).catch(() => undefined);
