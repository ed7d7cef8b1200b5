/**
 * Sends a form once, however often its button is pressed; and where the line or the system fails, says so beside the
 * button, with all that was typed still there. Without it the browser sends the form, which is harmless twice.
 */
for (const form of document.querySelectorAll<HTMLFormElement>("form:has([data-unsent])")) watchOver(form);

type State = "typing" | "sending" | "left to the browser";

function watchOver(form: HTMLFormElement): void {
  let state: State = "typing";
  const become = (next: State) => {
    state = next;
    const status = form.querySelector<HTMLElement>("[data-sending]");
    if (status) status.textContent = next === "typing" ? "" : (status.dataset.sending ?? "");
  };
  // A page that is come back to stands as it was left.
  addEventListener("pageshow", () => become("typing"));
  form.addEventListener("submit", async (event) => {
    if (state === "left to the browser") return;
    event.preventDefault();
    if (state === "sending") return;
    become("sending");
    showUnsent(form, false);
    const answer = await send(form).catch(() => undefined);
    if (answer?.redirected) return location.assign(answer.url);
    if (answer && isForPeople(answer)) {
      become("left to the browser");
      return form.requestSubmit();
    }
    become("typing");
    showUnsent(form, true);
  });
}

/** As long as the API itself takes at most. */
const patience = 30_000;

function send(form: HTMLFormElement): Promise<Response> {
  const typed = new FormData(form);
  const texts = [...typed].map(([name, value]) => [name, String(value)]);
  return fetch(form.action, {
    method: "POST",
    body: form.enctype === "multipart/form-data" ? typed : new URLSearchParams(texts),
    headers: { accept: "text/html" },
    signal: AbortSignal.timeout(patience),
  });
}

/** Whether the answer is a page of ours that says what is wrong. It comes again, since no script may write a page. */
function isForPeople({ status, headers }: Response): boolean {
  return status < 500 && (headers.get("content-type") ?? "").startsWith("text/html");
}

function showUnsent(form: HTMLFormElement, isShown: boolean): void {
  const said = form.querySelector<HTMLElement>("[data-unsent]");
  if (!said) return;
  said.hidden = !isShown;
  if (!isShown) return;
  said.focus({ preventScroll: true });
  said.scrollIntoView({ block: "center", behavior: "instant" });
}
