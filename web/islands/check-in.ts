/**
 * The door's list without a network: a tick is kept on the phone and sent when the network is back, in the order in which
 * it was made. Without this script each tick is a form that posts.
 */
interface Tick {
  person: string;
  attended: boolean;
}

const page = document.querySelector<HTMLElement>("[data-check-in]");
const address = page?.dataset.checkIn ?? "";
const place = `ticks:${address}`;

const kept = (): Tick[] => JSON.parse(localStorage.getItem(place) ?? "[]") as Tick[];
const keep = (ticks: Tick[]): void => {
  if (ticks.length > 0) localStorage.setItem(place, JSON.stringify(ticks));
  else localStorage.removeItem(place);
  showWaiting(ticks.length);
};

let sending = false;

/** Sends what is kept, oldest first. What the server refuses for good is let go; anything else is tried again. */
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
      if (answer.status >= 500 || answer.status === 429) break;
      keep(kept().slice(1));
    }
  } catch {
    // No network: what is kept stays kept.
  } finally {
    sending = false;
  }
}

function showWaiting(n: number): void {
  const notice = page?.querySelector<HTMLElement>("[data-waiting]");
  if (!notice) return;
  notice.hidden = n === 0;
  notice.textContent = (notice.dataset.text ?? "").replace("%", String(n));
}

function show(form: HTMLFormElement, isIn: boolean): void {
  const button = form.querySelector("button");
  const attended = form.querySelector<HTMLInputElement>("input[name=attended]");
  if (!button || !attended) return;
  attended.value = String(!isIn);
  button.textContent = (isIn ? form.dataset.out : form.dataset.in) ?? "";
  button.classList.toggle("button-quiet", isIn);
}

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-tick]")) {
  const person = form.querySelector<HTMLInputElement>("input[name=person]")?.value ?? "";
  const last = kept().findLast((tick) => tick.person === person);
  if (last) show(form, last.attended);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const isIn = form.querySelector<HTMLInputElement>("input[name=attended]")?.value === "true";
    show(form, isIn);
    keep([...kept(), { person, attended: isIn }]);
    void sendKept();
  });
}

document.querySelector<HTMLInputElement>("#q")?.addEventListener("input", ({ target }) => {
  const wanted = (target as HTMLInputElement).value.trim().toLowerCase();
  for (const row of document.querySelectorAll<HTMLElement>("[data-name]"))
    row.hidden = !row.dataset.name?.includes(wanted);
});

showWaiting(kept().length);
addEventListener("online", () => void sendKept());
setInterval(() => void sendKept(), 5_000);
void sendKept();
