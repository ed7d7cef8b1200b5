/** Puts the focus on what went wrong in a form, as soon as the page is there, so that a screen reader reads it first. */
document.querySelector<HTMLElement>("[data-focus]")?.focus();
