import { ImportAnswer, ImportQuery } from "../../shared/contracts/membership-import.ts";
import {
  ApplicationFile,
  DecisionAnswer,
  DecisionRequest,
  ProofAnswer,
  Queue,
  QueueQuery,
} from "../../shared/contracts/membership-staff.ts";
import type { RouteKey } from "../../shared/contracts/routes.ts";
import { isMemberId } from "../../shared/domain/member-id.ts";
import { NotPossible, UnsupportedMediaType } from "../../shared/domain/refused.ts";
import type { Member } from "../../shared/table/member.ts";
import { membersPage } from "../../shared/table/member-list.ts";
import { holdsWords } from "../../shared/table/reading-on.ts";
import type { Asked } from "../edge/asked.ts";
import type { Routes } from "../edge/chain.ts";
import { check } from "../edge/check.ts";
import { cursorOf, readCursor } from "../edge/cursor.ts";
import { json } from "../edge/reply.ts";
import { staffMember } from "../edge/staff.ts";
import { applicationFile, queueItem } from "./application-file.ts";
import { decide } from "./decide.ts";
import { type ImportDesk, importMembers } from "./import-members.ts";
import type { KeptPictures } from "./kept-picture.ts";
import { lookForTheirProof, type ProofDesk } from "./staff-proof.ts";

const pageSize = 50;

/** The reviewers' queue and decisions. The group is checked here too, before anything is read. */
export function membershipStaffRoutes(
  desk: ImportDesk & ProofDesk & KeptPictures,
): Routes<RouteKey<"membership-staff">> {
  const { table, clock } = desk;
  return {
    "GET /api/staff/members": {
      async handle(asked) {
        staffMember(asked, "reviewer");
        const { state, cursor, name, ...filters } = check(QueueQuery, asked.query);
        const wanted = (member: Member) =>
          holdsWords([member.name], name) &&
          (["kind", "country", "strength"] as const).every(
            (field) => filters[field] === undefined || filters[field] === member[field],
          );
        const list = `members.${state}`;
        const page = { state, after: readCursor(cursor, list), limit: pageSize, wanted };
        const { items, next } = await membersPage(table, page);
        return json(200, Queue.parse({ items: items.map(queueItem), next: cursorOf(next, list) }));
      },
    },
    "GET /api/staff/members/{id}": {
      async handle(asked) {
        staffMember(asked, "reviewer");
        return json(200, ApplicationFile.parse(await applicationFile(desk, idIn(asked), clock())));
      },
    },
    "POST /api/staff/members/import": {
      raw: { types: ["text/csv", "application/octet-stream"], largest: 1024 * 1024 },
      async handle(asked) {
        const { id: who } = staffMember(asked, "admin");
        if (!Buffer.isBuffer(asked.body)) throw new UnsupportedMediaType();
        const { dry, from } = check(ImportQuery, asked.query);
        const wish = { who, dry: dry === "true", from };
        return json(200, ImportAnswer.parse(await importMembers(desk, asked.body, wish)));
      },
    },
    "POST /api/staff/members/{id}/proof": {
      async handle(asked) {
        const { id: who } = staffMember(asked, "reviewer");
        const { member, found } = await lookForTheirProof(desk, { id: idIn(asked), who });
        const { strength, version } = member;
        return json(200, ProofAnswer.parse({ found, strength, version }));
      },
    },
    "POST /api/staff/members/{id}/decision": {
      async handle(asked) {
        const { id: who } = staffMember(asked, "reviewer");
        const wanted = check(DecisionRequest, asked.body);
        const {
          id,
          state,
          version,
          decision = null,
        } = await decide(desk, { ...wanted, id: idIn(asked), who });
        return json(200, DecisionAnswer.parse({ id, state, version, decision }));
      },
    },
  };
}

function idIn({ params }: Asked): string {
  const { id = "" } = params;
  if (!isMemberId(id)) throw new NotPossible("no-application");
  return id;
}
