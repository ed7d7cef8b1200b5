/** Copying one's link, and the device's own sharing where it has one. Without script the link stands there to be copied. */
for (const part of document.querySelectorAll<HTMLElement>("[data-share]")) {
  const url = part.dataset.share || (part.querySelector("textarea")?.value ?? "");
  for (const button of part.querySelectorAll<HTMLButtonElement>("button[data-do]")) {
    const copies = button.dataset.do === "copy";
    if (!copies && typeof navigator.share !== "function") continue;
    button.hidden = false;
    button.addEventListener("click", () => {
      if (copies) copy(url, button);
      // Whoever closes the device's window has changed their mind; that is no fault.
      else navigator.share({ url, title: document.title }).catch(() => undefined);
    });
  }
}

function copy(url: string, button: HTMLButtonElement): void {
  navigator.clipboard.writeText(url).then(
    () => {
      button.textContent = button.dataset.done ?? "";
    },
    () => button.closest("[data-share]")?.querySelector<HTMLInputElement>("input, textarea")?.select(),
  );
}
