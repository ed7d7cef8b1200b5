import { randomUUID } from "node:crypto";
import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
  CreateGroupCommand,
  CreateUserPoolCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { beforeEach, describe, expect, it } from "vitest";
import { api } from "../../../functions/edge/chain.ts";
import { peopleRoutes } from "../../../functions/staff/people-routes.ts";
import { everybody, type Pool } from "../../../functions/staff/staff-pool.ts";
import type { StaffPerson } from "../../../shared/contracts/staff-people.ts";
import { staffRoles } from "../../../shared/domain/staff-roles.ts";
import { actsOn } from "../../../shared/table/audit.ts";
import { clientFor, engine } from "../../stack/provided.ts";
import { makeScene, type Scene } from "../scene.ts";
import { callAs, type Door, said } from "./ask.ts";
import { everyPage, namesIn } from "./every-page.ts";

let scene: Scene;
let pool: Pool;
let door: Door;
beforeEach(async () => {
  scene = await makeScene();
  pool = await makePool();
  const surroundings = { pool, table: scene.table, clock: () => new Date(), id: randomUUID };
  door = api(peopleRoutes(surroundings)) as unknown as Door;
});

async function makePool(): Promise<Pool> {
  const client = new CognitoIdentityProviderClient(clientFor(engine().endpoint));
  const { UserPool } = await client.send(
    new CreateUserPoolCommand({ PoolName: `staff-${randomUUID()}`, UsernameAttributes: ["email"] }),
  );
  const id = UserPool?.Id ?? "";
  for (const GroupName of staffRoles)
    await client.send(new CreateGroupCommand({ UserPoolId: id, GroupName }));
  return { client, id };
}

/** Somebody who is an admin in the pool itself; gives their id. */
async function admin(name: string): Promise<string> {
  const { client, id: UserPoolId } = pool;
  const email = `${name}@staff.example`;
  const UserAttributes = [{ Name: "email", Value: email }];
  const { User } = await client.send(
    new AdminCreateUserCommand({ UserPoolId, Username: email, UserAttributes, MessageAction: "SUPPRESS" }),
  );
  const Username = User?.Username ?? "";
  await client.send(new AdminAddUserToGroupCommand({ UserPoolId, Username, GroupName: "admin" }));
  return Username;
}

const people = "/api/staff/people";
const as = (id: string) => ({ role: "admin", id });
const invite = (who: string, email: string, roles: string[]) =>
  callAs(as(who), door, `POST ${people}`, { body: { email, roles } });
const setRoles = (who: string, id: string, body: unknown) =>
  callAs(as(who), door, `POST ${people}/{id}/roles`, { params: { id }, body });
const remove = (who: string, id: string) =>
  callAs(as(who), door, `POST ${people}/{id}/removal`, { params: { id }, body: {} });
const admins = async () => (await everybody(pool)).filter(({ roles }) => roles.includes("admin"));

describe("an admin", () => {
  it("invites somebody, changes their roles and removes them; all of it is noted", async () => {
    const ada = await admin("ada");
    const reply = await invite(ada, "ben@staff.example", ["reviewer"]);
    expect(reply.statusCode, reply.body).toBe(201);
    const ben = said<StaffPerson>(reply);
    expect(ben).toMatchObject({ email: "ben@staff.example", roles: ["reviewer"], status: "invited" });
    expect(said(await invite(ada, "ben@staff.example", ["admin"]))).toMatchObject({ type: "already-staff" });
    const wished = { from: ["reviewer"], roles: ["organizer"] };
    expect(said(await setRoles(ada, ben.id, wished))).toMatchObject({ roles: ["organizer"] });
    expect(said(await setRoles(ada, ben.id, wished))).toMatchObject({ type: "changed-meanwhile" });
    expect((await remove(ada, ben.id)).statusCode).toBe(200);
    expect((await remove(ada, ben.id)).statusCode).toBe(404);
    const acts = (await actsOn(scene.table, `staff.${ben.id}`)).map(({ act, who }) => [act, who]);
    expect(acts.reverse()).toEqual([
      ["staff.invite", ada],
      ["staff.roles", ada],
      ["staff.remove", ada],
    ]);
  });

  it("invites again who has not come yet, and nobody else", async () => {
    const ada = await admin("ada");
    const ben = said<StaffPerson>(await invite(ada, "ben@staff.example", ["reviewer"]));
    const again = (id: string) => callAs(as(ada), door, `POST ${people}/{id}/invitation`, { params: { id } });
    expect((await again(ben.id)).statusCode).toBe(200);
    const { client, id: UserPoolId } = pool;
    const Password = "A-password-of-my-own-1";
    await client.send(
      new AdminSetUserPasswordCommand({ UserPoolId, Username: ben.id, Password, Permanent: true }),
    );
    expect(said(await again(ben.id))).toMatchObject({ type: "changed-meanwhile" });
    expect((await again("nobody")).statusCode).toBe(404);
    const acts = (await actsOn(scene.table, `staff.${ben.id}`)).map(({ act }) => act);
    expect(acts).toEqual(["staff.invite-again", "staff.invite"]);
  });

  it("cannot remove themself or lay their own role down, so the last one stays", async () => {
    const ada = await admin("ada");
    expect(said(await remove(ada, ada))).toMatchObject({ type: "not-yourself" });
    const wished = { from: ["admin"], roles: ["reviewer"] };
    expect(said(await setRoles(ada, ada, wished))).toMatchObject({ type: "not-yourself" });
    expect(await admins()).toHaveLength(1);
  });

  it("is left over where two of them remove each other at once", async () => {
    for (let round = 0; round < 3; round++) {
      const [ada, ben] = [await admin(`ada${round}`), await admin(`ben${round}`)];
      const replies = await Promise.all([remove(ada, ben), remove(ben, ada)]);
      expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, 403]);
    }
    expect(await admins()).toHaveLength(3);
  });

  it("is one no more from the moment they were removed, whatever their token says", async () => {
    const [ada, ben] = [await admin("ada"), await admin("ben")];
    await remove(ada, ben);
    expect((await invite(ben, "eve@staff.example", ["admin"])).statusCode).toBe(403);
    expect((await remove(ben, ada)).statusCode).toBe(403);
    expect(await everybody(pool)).toHaveLength(1);
  });

  it("sees who is on the staff page after page, by role and by who has not come yet", async () => {
    const ada = await admin("ada");
    for (let i = 0; i < 52; i++)
      await invite(
        ada,
        `r${String(i).padStart(2, "0")}@staff.example`,
        i % 26 ? ["reviewer"] : ["organizer"],
      );
    const listed = (query: Record<string, string> = {}) => everyPage("admin", door, people, query);
    const whole = await listed();
    expect(whole.map(({ length }) => length)).toEqual([50, 3]);
    const addresses = namesIn(whole, "email");
    expect(addresses).toEqual([...addresses].sort());
    expect(namesIn(await listed({ role: "organizer" }), "email")).toEqual([
      "r00@staff.example",
      "r26@staff.example",
    ]);
    expect(namesIn(await listed({ role: "admin" }), "email")).toEqual(["ada@staff.example"]);
    expect((await listed({ status: "invited", role: "reviewer" })).flat()).toHaveLength(50);
    for (const [field, value] of [
      ["role", "king"],
      ["status", "gone"],
      ["cursor", "bm9uc2Vuc2U"],
    ] as const) {
      const reply = await callAs(as(ada), door, `GET ${people}`, { query: { [field]: value } });
      expect(said(reply)).toMatchObject({ errors: [{ pointer: `/${field}` }] });
    }
  });

  it("acts by an access token, not by one that says who they are", async () => {
    const ada = await admin("ada");
    const calls = ["access", "id"].map((token_use) =>
      callAs({ ...as(ada), claims: { token_use } }, door, `GET ${people}`),
    );
    expect((await Promise.all(calls)).map(({ statusCode }) => statusCode)).toEqual([200, 403]);
  });

  it("alone may do it, and says what is wrong with an invitation", async () => {
    const ada = await admin("ada");
    for (const role of ["reviewer", "organizer", undefined]) {
      expect((await callAs({ role, id: ada }, door, `GET ${people}`)).statusCode).toBe(403);
      const params = { id: ada };
      expect((await callAs({ role }, door, `POST ${people}/{id}/removal`, { params })).statusCode).toBe(403);
    }
    expect(said(await invite(ada, "no address", []))).toMatchObject({
      type: "invalid-request",
      errors: [{ pointer: "/email" }, { pointer: "/roles" }],
    });
  });
});
