/**
 * Shows a form's answer in place of the page that it was sent from, as the browser would have: under the form's address, and
 * with the page before it, as it was typed, behind the back button. The answer is a document already, which the browser
 * read by itself, so that no text becomes HTML here.
 */
export function showAnswer(answer: Document, address: string): void {
  // What stands above a form, such as a counter that moves, stays; an answer without a form is a page of its own.
  const place = answer.querySelector(sent) ? ".page, .embed-form" : "main";
  const nodes = [...(answer.querySelector(place)?.childNodes ?? [])];
  steps.splice(at, steps.length, { place, nodes, title: answer.title });
  history.replaceState({ step: at }, "");
  history.pushState({ step: at + 1 }, "", address);
  goTo(at + 1);
  const first = document.querySelector<HTMLElement>("[data-focus]") ?? document.querySelector("main");
  first?.scrollIntoView({ behavior: "instant" });
  first?.focus({ preventScroll: true });
}

/** The forms that are sent by script. */
export const sent = "form:has([data-unsent])";

/** What one sees on the other side of each answer. */
const steps: { place: string; nodes: Node[]; title: string }[] = [];
let at = 0;

// A jump within the page has no step, and leaves what is shown.
addEventListener("popstate", ({ state }) => {
  if (typeof state?.step === "number" && state.step <= steps.length) goTo(state.step);
});

function goTo(step: number): void {
  while (at < step) cross(at++);
  while (at > step) cross(--at);
  document.dispatchEvent(new Event("shown"));
}

function cross(index: number): void {
  const step = steps[index];
  const place = step && document.querySelector(step.place);
  if (!place) return;
  const here = { nodes: [...place.childNodes], title: document.title };
  place.replaceChildren(...step.nodes);
  document.title = step.title;
  Object.assign(step, here);
}
