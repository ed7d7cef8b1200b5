import { beforeAll, describe, expect, it } from "vitest";
import { actsOn } from "../../../shared/table/audit.ts";
import { shownComments } from "../../../shared/table/signatories.ts";
import { signingDesk } from "./signing.ts";

const pledge = "pledge.make-the-switch";
type Desk = Awaited<ReturnType<typeof signingDesk>>;

/** Who signed with a comment, each their own; all wait for a moderator. */
async function commented(people: number): Promise<Desk> {
  const desk = await signingDesk();
  const comment = async (n: number) => {
    const email = `person-${n}@example.org`;
    await desk.sign(pledge, { email, comment: `comment ${n}` });
    await desk.confirm(pledge, email);
  };
  await Promise.all(Array.from({ length: people }, (_, n) => comment(n)));
  await desk.settle();
  return desk;
}

const allOf = (people: number) => Array.from({ length: people }, (_, n) => `comment ${n}`).sort();

/** Every comment in a state, page after page. */
async function listed(desk: Desk, query: Record<string, string>) {
  const pages: Record<string, unknown>[][] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const { items, next }: Awaited<ReturnType<Desk["staffPage"]>> = await desk.staffPage(
      "GET /api/staff/comments",
      { ...query, ...(cursor && { cursor }) },
    );
    pages.push(items);
    cursor = next;
  }
  return pages;
}

const decide = (desk: Desk, item: Record<string, unknown> | undefined, body: Record<string, unknown>) =>
  desk.staff("POST /api/staff/comments/{comment}/decision", { comment: String(item?.comment) }, body);

it("gives moderators every comment once, fifty a page, whatever is decided between two pages", async () => {
  const people = 56;
  const desk = await commented(people);
  const first = await desk.staffPage("GET /api/staff/comments", {});
  for (const [at, decision] of [
    [0, "approved"],
    [-1, "declined"],
  ] as const) {
    await decide(desk, first.items.at(at), { decision });
  }
  const second = await desk.staffPage("GET /api/staff/comments", { cursor: String(first.next) });
  const textsOf = (page: typeof first) => page.items.map(({ text }) => String(text));
  expect([first.items.length, second.items.length, second.next]).toEqual([50, people - 50, null]);
  expect([...textsOf(first), ...textsOf(second)].sort()).toEqual(allOf(people));

  const left = await desk.staffPage("GET /api/staff/comments", {});
  expect(left.items, "what was decided makes room for what waits").toHaveLength(50);
  expect(textsOf(left)).not.toContain(textsOf(first)[0]);
});

describe("comments that are shown", () => {
  const people = 104;
  let desk: Desk;
  beforeAll(async () => {
    desk = await commented(people);
    const waiting = (await listed(desk, {})).flat();
    await Promise.all(waiting.map((item) => decide(desk, item, { decision: "approved" })));
  });

  const takenDown = async () =>
    (await actsOn(desk.table, pledge, { limit: 500 })).filter(
      ({ from, to }) => from === "approved" && to === "declined",
    );
  const shown = async () => (await shownComments(desk.table, pledge, 200)).map(({ text }) => text);

  it("are listed to their end, each once, and found by their words on whichever page", async () => {
    const pages = await listed(desk, { state: "approved" });
    expect(pages.map(({ length }) => length)).toEqual([50, 50, 4]);
    const items = pages.flat();
    expect(items.map(({ text }) => text).sort()).toEqual(allOf(people));
    expect(new Set(items.map(({ state }) => state))).toEqual(new Set(["approved"]));
    expect((await listed(desk, { state: "approved", words: "Comment 77" })).flat()).toHaveLength(1);
    expect((await listed(desk, { state: "approved", scope: pledge })).flat()).toHaveLength(people);
    expect((await listed(desk, { state: "approved", scope: "pledge.another" })).flat()).toEqual([]);
    expect((await listed(desk, {})).flat(), "none of them waits").toEqual([]);
  });

  it("are taken down with a reason, which the audit list has, and can be shown again", async () => {
    const find = async (state: string) =>
      (await listed(desk, { state, words: "comment 42" })).flat() as Record<string, unknown>[];
    const [item] = await find("approved");
    const taken = { decision: "declined", from: "approved", reason: "It names somebody." };
    expect(await decide(desk, item, taken)).toMatchObject({ review: "declined" });
    expect(await decide(desk, item, taken), "twice is as once").toMatchObject({ review: "declined" });
    expect(await shown()).toHaveLength(people - 1);
    expect(await shown()).not.toContain("comment 42");
    expect(await find("approved")).toEqual([]);
    expect(await find("declined")).toMatchObject([{ text: "comment 42", state: "declined" }]);
    expect(await takenDown()).toMatchObject([
      { act: "comment-declined", who: "staff-1", reason: "It names somebody." },
    ]);
    await decide(desk, item, { decision: "approved", from: "declined", reason: "They explained it." });
    expect(await shown()).toContain("comment 42");
    expect(await find("declined")).toEqual([]);
    const turned = (await actsOn(desk.table, pledge, { limit: 500 })).filter(
      ({ from }) => from === "declined",
    );
    expect(turned).toMatchObject([{ act: "comment-approved", reason: "They explained it." }]);
  });

  it("are not decided on by whoever looked at them before somebody else decided", async () => {
    const [item] = (await listed(desk, { state: "approved", words: "comment 51" })).flat();
    await decide(desk, item, { decision: "declined", from: "approved" });
    await expect(decide(desk, item, { decision: "approved", from: "submitted" })).rejects.toMatchObject({
      word: "changed-meanwhile",
    });
    expect(await shown()).not.toContain("comment 51");
    const [, last] = (await listed(desk, { state: "approved" })).flat();
    const both = await Promise.allSettled(
      ["declined", "declined"].map((decision) => decide(desk, last, { decision, from: "approved" })),
    );
    expect(both.some(({ status }) => status === "fulfilled")).toBe(true);
    expect(await takenDown(), "each once").toHaveLength(3);
  });

  it("go with their signature, from that list too", async () => {
    await desk.manage(pledge, "person-60@example.org", "withdraw");
    await desk.settle();
    expect((await listed(desk, { state: "approved", words: "comment 60" })).flat()).toEqual([]);
  });

  it("have no place but one that the list gave", async () => {
    const cursor = Buffer.from("pledge.another 2027").toString("base64url");
    await expect(
      desk.staffPage("GET /api/staff/comments", { state: "approved", cursor }),
    ).rejects.toMatchObject({ problems: [{ pointer: "/cursor", reason: "not-valid" }] });
  });
});
