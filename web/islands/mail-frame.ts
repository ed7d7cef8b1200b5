/**
 * Shows the mail that the staff console hands over, as a reader's program would. The page around it may run nothing but
 * this, and a link of the mail leads nowhere: a look at a mail must not unsubscribe anybody.
 */
addEventListener("message", ({ data, source }) => {
  if (source !== parent || typeof data !== "string") return;
  const mail = new DOMParser().parseFromString(data, "text/html");
  document.documentElement.replaceWith(document.adoptNode(mail.documentElement));
});
addEventListener("click", (event) => event.preventDefault(), { capture: true });
