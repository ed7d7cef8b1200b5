import { sent, showAnswer } from "../sending/show-answer.ts";

/**
 * Sends a form once, however often its button is pressed; and where the line or the system fails, says so beside the
 * button, with all that was typed still there. Without it the browser sends the form, which is harmless twice.
 */
watchOver(document);

function watchOver(page: Document): void {
  for (const form of page.querySelectorAll<HTMLFormElement>(sent)) sendingOnce(form);
}

function sendingOnce(form: HTMLFormElement): void {
  let isBeingSent = false;
  const become = (sending: boolean) => {
    isBeingSent = sending;
    const status = form.querySelector<HTMLElement>("[data-sending]");
    if (status) status.textContent = sending ? (status.dataset.sending ?? "") : "";
  };
  // A page that is come back to stands as it was left.
  addEventListener("pageshow", () => become(false));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (isBeingSent) return;
    become(true);
    showUnsent(form, false);
    const request = await send(form).catch(() => undefined);
    const [address] = form.action.split("#");
    if (request && request.responseURL !== address) return location.assign(request.responseURL);
    become(false);
    const answer = request && pageOf(request);
    if (!answer) return showUnsent(form, true);
    watchOver(answer);
    showAnswer(answer, form.action);
  });
}

/** As long as the API itself takes at most. */
const patience = 30_000;

/** Not by `fetch`, which gives an answer as text: that may become no page where scripts may write no HTML. */
function send(form: HTMLFormElement): Promise<XMLHttpRequest> {
  const typed = new FormData(form);
  const texts = [...typed].map(([name, value]) => [name, String(value)]);
  const request = new XMLHttpRequest();
  request.open("POST", form.action);
  request.setRequestHeader("accept", "text/html");
  request.responseType = "document";
  request.timeout = patience;
  return new Promise((resolve, reject) => {
    request.onload = () => resolve(request);
    request.onerror = request.ontimeout = reject;
    request.send(form.enctype === "multipart/form-data" ? typed : new URLSearchParams(texts));
  });
}

/** The page of ours that says what is wrong; none where the line or the system has failed. */
function pageOf({ status, response }: XMLHttpRequest): Document | undefined {
  return status < 500 && response?.querySelector("main") ? response : undefined;
}

function showUnsent(form: HTMLFormElement, isShown: boolean): void {
  const said = form.querySelector<HTMLElement>("[data-unsent]");
  if (!said) return;
  said.hidden = !isShown;
  if (!isShown) return;
  said.focus({ preventScroll: true });
  said.scrollIntoView({ block: "center", behavior: "instant" });
}
