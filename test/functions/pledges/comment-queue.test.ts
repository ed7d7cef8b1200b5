import { expect, it } from "vitest";
import { signingDesk } from "./signing.ts";

const pledge = "pledge.make-the-switch";
const people = 56;

it("gives moderators every comment once, fifty a page, whatever is decided between two pages", async () => {
  const desk = await signingDesk();
  const comment = async (n: number) => {
    const email = `person-${n}@example.org`;
    await desk.sign(pledge, { email, comment: `comment ${n}` });
    await desk.confirm(pledge, email);
  };
  await Promise.all(Array.from({ length: people }, (_, n) => comment(n)));
  await desk.settle();
  const first = await desk.staffPage("GET /api/staff/comments", {});
  for (const [at, decision] of [
    [0, "approved"],
    [-1, "declined"],
  ] as const) {
    const params = { comment: String(first.items.at(at)?.comment) };
    await desk.staff("POST /api/staff/comments/{comment}/decision", params, { decision });
  }
  const second = await desk.staffPage("GET /api/staff/comments", { cursor: String(first.next) });
  const textsOf = (page: typeof first) => page.items.map(({ text }) => String(text));
  expect([first.items.length, second.items.length, second.next]).toEqual([50, people - 50, null]);
  const all = Array.from({ length: people }, (_, n) => `comment ${n}`);
  expect([...textsOf(first), ...textsOf(second)].sort()).toEqual(all.sort());

  const left = await desk.staffPage("GET /api/staff/comments", {});
  expect(left.items, "what was decided makes room for what waits").toHaveLength(50);
  expect(textsOf(left)).not.toContain(textsOf(first)[0]);
});
