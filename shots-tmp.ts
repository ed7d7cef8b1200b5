import { launchChromium } from "/work/wt-console/test/stack/browser.ts";
import { signInStaff } from "/work/wt-console/infra/local/staff.ts";
import { findRunningStack } from "/work/wt-console/infra/local/stack.ts";
import { applicationExamples } from "/work/wt-console/shared/contracts/membership.ts";
import { mkdirSync } from "node:fs";
const stack = findRunningStack("/work/wt-console/.local");
const origin = stack.origin;
mkdirSync("/tmp/console-shots", { recursive: true });
const post = (path: string, body: unknown) => fetch(origin + path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
const names: [string, string][] = [["Digital Rights Senegal","SN"],["مؤسسة الخصوصية","EG"],["Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft","AT"]];
if (process.argv.includes("seed")) {
for (const [i, [organization, country]] of names.entries()) {
  const email = `a${Date.now()}${i}@rights${i}.example`;
  const r = await post("/api/members", { ...applicationExamples.organization, email, organization, country, website: `https://rights${i}.example` });
  console.log(r.status);
  for (let n=0;n<60;n++){ const m = await (await fetch(`${origin}/mailbox.json?to=${email}`)).json() as any[]; if(m.length){ const raw = m[0].raw.replace(/=\r?\n/g,""); const tok=/\/confirm\/([\w.~-]+)/.exec(raw)?.[1]; console.log((await post(`/api/confirmations/${tok}`, {})).status); break;} await new Promise(r=>setTimeout(r,500)); }
}}
const browser = await launchChromium();
const staff = await signInStaff(stack, "admin");
for (const [w, scheme] of [[1280,"light"],[390,"dark"],[1280,"dark"],[390,"light"]] as const) {
  const page = await (await browser.newContext({ viewport: { width: w, height: 850 }, colorScheme: scheme, locale: process.env.LOC ?? "en-GB" })).newPage();
  page.on("console", (m) => m.type() === "error" && console.log("console:", m.text()));
  page.on("pageerror", (e) => console.log("error:", e.message));
  const shot = (n: string) => page.screenshot({ path: `/tmp/console-shots/${n}-${w}-${scheme}.png`, fullPage: true });
  await page.goto(`${origin}/staff`);
  await page.locator("input[type=email]").waitFor();
  await shot("signin");
  await page.locator("input[type=email]").fill(staff.email);
  await page.locator("input[type=password]").fill(staff.password);
  await page.keyboard.press("Enter");
  await page.locator("main h1").waitFor();
  await page.waitForLoadState("networkidle"); await shot("home");
  const paths = (process.env.PATHS ?? "members,people,audit").split(",");
  for (const p of paths) { await page.goto(`${origin}/staff/${p}`); await page.locator("main h1").waitFor(); await page.waitForLoadState("networkidle"); await page.waitForTimeout(200); await shot(p.replaceAll("/","_")); }
  await page.goto(`${origin}/staff/members`); 
  if (await page.locator("[data-row]").first().waitFor({timeout:3000}).then(()=>true,()=>false)) {
  await page.locator("[data-row]").first().click(); await page.locator(".desk").waitFor(); await page.keyboard.press("d"); await page.waitForTimeout(300); await shot("member"); }
  await page.keyboard.press("Escape"); await page.locator("h1").first().click(); await page.keyboard.press("?"); await page.waitForTimeout(200); await page.screenshot({ path: `/tmp/console-shots/help-${w}-${scheme}.png` });
}
await browser.close();
