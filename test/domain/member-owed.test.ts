import { describe, expect, it } from "vitest";
import type { MemberState } from "../../shared/domain/member-states.ts";
import { owedByMember } from "../../shared/mail/member-owed.ts";
import type { Member } from "../../shared/table/member.ts";

const id = "0123456789abcdef0123";

function member(state: MemberState, more: Partial<Member> = {}): Member {
  return {
    ...{ pk: `MEMBER#${id}`, sk: "PROFILE", entity: "member", id, what: "application", kind: "company" },
    ...{ name: "Privacy Land", country: "SN", principles: "1", strength: "weak", proofs: [], locale: "en" },
    consent: { listed: true, text: "1", locale: "en", at: "2026-11-24T00:00:00.000Z" },
    contacts: ["ann"],
    invited: [],
    ...{
      asks: 1,
      asksToday: 1,
      askedOn: "2026-11-24",
      createdAt: "1",
      changedAt: "2026-11-24T00:00:00.000Z",
    },
    state,
    version: 7,
    ...more,
  } as Member;
}

const kinds = (before: Member | undefined, after: Member) =>
  owedByMember(before, after).map(({ kind }) => kind);

describe("the mails that a membership owes", () => {
  it.each<[string, Member | undefined, Member, string[]]>([
    ["an application", undefined, member("unverified"), ["member-confirm"]],
    ["a second ask", member("unverified"), member("unverified", { asks: 2 }), ["member-confirm"]],
    ["an application of a member", member("approved"), member("approved", { asks: 2 }), ["member-already"]],
    ["a confirmation", member("unverified"), member("submitted", { submittedAt: "1" }), ["member-submitted"]],
    ["a question", member("submitted"), member("questioned"), ["member-question"]],
    ["an answer", member("questioned"), member("submitted"), []],
    ["an approval", member("submitted"), member("approved"), ["member-approved"]],
    ["a decline", member("questioned"), member("declined"), ["member-declined"]],
    ["a reversal", member("approved"), member("submitted"), ["member-reversed"]],
    ["leaving", member("approved"), member("left"), ["member-left"]],
    ["a correction", member("approved"), member("approved", { country: "CH" }), []],
    ["an invitation", member("approved"), member("approved", { invited: ["bob"] }), ["member-invited"]],
    [
      "an import",
      undefined,
      member("approved", { asks: 0, contacts: [], invited: ["ann"] }),
      ["member-invited"],
    ],
    [
      "a wish for a change",
      undefined,
      member("submitted", { asks: 0, submittedAt: "1" }),
      ["member-submitted"],
    ],
  ])("%s", (_what, before, after, owed) => expect(kinds(before, after)).toEqual(owed));

  it("go to every contact, each with a key of its own", () => {
    const owed = owedByMember(
      member("submitted"),
      member("approved", { contacts: ["ann", "bob"], version: 8 }),
    );
    expect(owed.map(({ person, occurrence }) => [person, occurrence])).toEqual([
      ["ann", 8],
      ["bob", 8],
    ]);
  });
});
