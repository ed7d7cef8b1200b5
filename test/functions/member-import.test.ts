import { describe, expect, it } from "vitest";
import { importMembers } from "../../functions/membership/import-members.ts";
import { readCsv } from "../../functions/membership/read-csv.ts";
import { importExample } from "../../shared/contracts/membership-import.ts";
import { InvalidRequest } from "../../shared/domain/refused.ts";
import { allMembers } from "../../shared/table/member-list.ts";
import { type MemberScene, memberScene, retention } from "./member-scene.ts";

const columns = "name,kind,country,website,email,contact,role,joined,locale";

function problemsOf(bytes: Buffer | string): string[] {
  try {
    readCsv(Buffer.from(bytes as string));
    return [];
  } catch (error) {
    if (!(error instanceof InvalidRequest)) throw error;
    return error.problems.map(({ pointer, reason }) => `${pointer} ${reason}`);
  }
}

function file(lines: number): Buffer {
  const rows = Array.from(
    { length: lines },
    (_, i) =>
      `"Member, ${i} e.V.",civil-society,SN,https://m${i}.example,x@m${i}.example,"Ann ""A"" ${i}",,2021-05-0${(i % 9) + 1},ar`,
  );
  return Buffer.from(`\ufeff${columns}\r\n${rows.join("\r\n")}\r\n`);
}

const importing = (
  scene: MemberScene,
  csv: Buffer,
  wish: { dry?: boolean; from?: number; within?: number } = {},
) =>
  importMembers(
    {
      table: scene.table,
      retention,
      clock: scene.clock,
      personKey: async () => "a key of the tests, which is long enough",
    },
    csv,
    { who: "admin-1", dry: false, within: Number.POSITIVE_INFINITY, ...wish },
  );

describe("a CSV of members", () => {
  it("is read as the example has it, with a mark, quotes and either line end", () => {
    expect(readCsv(Buffer.from(importExample))[0]).toMatchObject({
      line: 2,
      entry: { name: "Privacy Land" },
    });
    expect(readCsv(file(1))[0]?.entry).toMatchObject({ name: "Member, 0 e.V.", contact: 'Ann "A" 0' });
  });

  it.each<[string, Buffer | string, string[]]>([
    [
      "a website that is none",
      `${columns}\nA,company,SN,http://127.0.0.1,a@a.example,,,,\n`,
      ["/2/website not-a-website"],
    ],
    [
      "faults in two lines",
      `${columns}\nA,company,XX,https://a.example,a@a.example,,,,\nB,firm,SN,https://b.example,b,,,3 May,\n`,
      [
        "/2/country unknown-country",
        "/3/kind not-one-of-the-choices",
        "/3/email not-an-email-address",
        "/3/joined not-a-day",
      ],
    ],
    ["a line with too few cells", `${columns}\nA,company\n`, ["/2 wrong-number-of-cells"]],
    [
      "a quote that is not closed",
      `${columns}\nA,company,SN,https://a.example,a@a.example,"Ann,,,\n`,
      ["/2 broken-line"],
    ],
    [
      "a quote that is not closed, with whole lines before and behind it",
      `${columns}\nB,company,SN,https://b.example,b@b.example,,,,\n"A,company,SN,,a@a.example,,,,\n${"C,company,SN,,c@c.example,,,,\n".repeat(9)}`,
      ["/3 broken-line"],
    ],
    [
      "what was decoded wrongly before",
      `${columns}\nA,company,SN,,a@a.example,M\ufffdnch,,\n`,
      ["/2 not-utf-8"],
    ],
    [
      "another encoding",
      Buffer.concat([
        Buffer.from(`${columns}\nA,company,SN,https://a.example,a@a.example,`),
        Buffer.from([0xe9]),
        Buffer.from(",,,\n"),
      ]),
      ["/2 not-utf-8"],
    ],
    ["an unknown column", "name,kind,country,mail\n", ["/1/mail unknown-column", "/1/email column-missing"]],
  ])("with %s says where", (_what, bytes, found) => {
    expect(problemsOf(bytes)).toEqual(found);
  });
});

describe("importing", () => {
  it("says in a dry run what would happen, and changes nothing", async () => {
    const scene = await memberScene();
    expect(await importing(scene, file(3), { dry: true })).toMatchObject({ dry: true, added: 3, known: 0 });
    expect(await allMembers(scene.table, "approved")).toEqual([]);
  });

  it("of 500 lines twice puts each in once, with its day of joining, and counts it once", async () => {
    const scene = await memberScene();
    expect(await importing(scene, file(500))).toMatchObject({ added: 500, known: 0 });
    const again = await importing(scene, file(500));
    expect(again).toMatchObject({ added: 0, known: 500 });
    const members = await allMembers(scene.table, "approved");
    expect(members).toHaveLength(500);
    expect(members.find(({ name }) => name === "Member, 0 e.V.")).toMatchObject({
      joined: "2021-05-01",
      invited: [expect.any(String)],
    });
    expect((await scene.counted()).members).toBe(500);
  }, 120_000);

  it("is done in parts where it takes long, each of which says where the next goes on", async () => {
    const scene = await memberScene();
    const parts: [number, number | null][] = [];
    for (let from: number | null = 1; from !== null; ) {
      const { added, next } = await importing(scene, file(25), { from, within: 0 });
      parts.push([added, next]);
      from = next;
    }
    expect(parts).toEqual([
      [10, 12],
      [10, 22],
      [5, null],
    ]);
    expect(await allMembers(scene.table, "approved")).toHaveLength(25);
  });

  it("knows who is there already by name or domain, and takes an invited contact's word", async () => {
    const scene = await memberScene();
    const { lines } = await importing(scene, file(1));
    const id = lines[0]?.id ?? "";
    const other = `${columns}\nAnother Name,company,SN,https://www.m0.example,y@m0.example,,,,\n`;
    expect((await importing(scene, Buffer.from(other))).lines).toMatchObject([
      { line: 2, what: "known", id },
    ]);
    await scene.confirm(id, "x@m0.example");
    expect(await scene.member(id)).toMatchObject({
      state: "approved",
      contacts: [expect.any(String)],
      invited: [],
    });
  });

  it("refuses a file with one organization twice, whole", async () => {
    const scene = await memberScene();
    const twice = Buffer.from(
      `${file(2)}MEMBER 1,company,SN,https://other.example,z@other.example,,,,\r\n`.replace(
        "MEMBER 1",
        '"Member, 1"',
      ),
    );
    await expect(importing(scene, twice)).rejects.toMatchObject({
      problems: [{ pointer: "/4/name", reason: "line-is-double" }],
    });
    expect(await allMembers(scene.table, "approved")).toEqual([]);
  });
});
