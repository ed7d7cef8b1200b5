import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { it } from "vitest";
import { root } from "../../infra/local/paths.ts";
import { sampleAddress, serveSamples } from "../journeys/sample-site.ts";
import { launchChromium } from "../stack/browser.ts";
import { looks, newPage, take } from "./take.ts";

/** Every public page once; of those behind links in mails the states that people see most. */
const shown = [
  ...["home", "campaign", "events", "event", "event-refused", "event-workshop", "propose"],
  ...["pledges", "pledge", "statements", "statement", "statement-print", "pledge-text"],
  ...["members", "member", "join", "data", "privacy", "accessibility"],
  ...["check-your-mail", "confirm-pending", "confirm-confirmed", "manage", "manage-ask", "unsubscribe"],
  ...["sign-confirm-done", "signature", "member-confirm-pending", "member-manage", "ticket", "check-in"],
  ...["not-found", "fault"],
] as const;

it("pictures of the public pages", async () => {
  const browser = await launchChromium();
  for (const look of looks) {
    const page = await newPage(browser, look);
    await serveSamples(page.context(), [look.locale]);
    for (const name of shown) {
      await page.goto(sampleAddress(look.locale, name));
      await take(page, `public/${name}.${look.name}`);
    }
    await page.close();
  }
  await browser.close();
  writeFileSync(join(root, "docs/pictures/README.md"), gallery());
});

/** All of them on one page, to be looked at. */
function gallery(): string {
  const heads = looks.map(({ name }) => ` ${name} |`).join("");
  const rows = shown.map((name) => {
    const cells = looks.map((look) => ` <img src="public/${name}.${look.name}.webp" width="240"> |`);
    return `| ${name} |${cells.join("")}`;
  });
  return `# Pictures

Made by \`npm run pictures\` from the samples of \`test/web/samples.ts\`; the console's from the running system. Mails: \`npm run mails\`.

The staff console: [console/](console/).

| page |${heads}
| --- |${" --- |".repeat(looks.length)}
${rows.join("\n")}
`;
}
