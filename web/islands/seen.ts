/**
 * Tells us once that a form of the page has come into view, in which language and from which source, and nothing of who
 * looks at it. One view in so many tells, as the page says; none where the browser asks not to be followed.
 */
const { doNotTrack, globalPrivacyControl } = navigator as Navigator & { globalPrivacyControl?: boolean };

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-seen]"))
  if (!globalPrivacyControl && doNotTrack !== "1" && Math.random() * Number(form.dataset.oneIn) < 1)
    tellOnceSeen(form);

function tellOnceSeen(form: HTMLFormElement): void {
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    const page = new FormData(form);
    const said = ["locale", "source"].map((name) => [name, String(page.get(name))]);
    navigator.sendBeacon(`/api/seen/${form.dataset.seen}`, new URLSearchParams(said));
  });
  observer.observe(form);
}
