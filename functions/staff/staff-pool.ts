import { randomBytes } from "node:crypto";
import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminDeleteUserCommand,
  AdminRemoveUserFromGroupCommand,
  CognitoIdentityProviderClient,
  ListUsersCommand,
  ListUsersInGroupCommand,
  UserNotFoundException,
  UsernameExistsException,
  type UserType,
} from "@aws-sdk/client-cognito-identity-provider";
import type { StaffPerson } from "../../shared/contracts/staff-people.ts";
import { AlreadyStaff, NotFound } from "../../shared/domain/refused.ts";
import { type StaffRole, staffRoles } from "../../shared/domain/staff-roles.ts";

/** The user pool that staff are in. */
export interface Pool {
  client: CognitoIdentityProviderClient;
  id: string;
}

export function openPool(id: string): Pool {
  return { client: new CognitoIdentityProviderClient({}), id };
}

/** Everybody, by address. One call for each 60 of them, and as many for each role. */
export async function everybody(pool: Pool): Promise<StaffPerson[]> {
  const [users, ...inRoles] = await Promise.all([
    allPages((next) => usersPage(pool, next)),
    ...staffRoles.map((role) => allPages((next) => rolePage(pool, role, next))),
  ]);
  const holders = inRoles.map((found) => new Set(found.map(({ Username }) => Username)));
  const people = users.map((user) =>
    personOf(
      user,
      staffRoles.filter((_, i) => holders[i]?.has(user.Username)),
    ),
  );
  return people.sort((a, b) => a.email.localeCompare(b.email, "en"));
}

/** Makes an account without any role, and has Cognito mail a password for once. Throws `AlreadyStaff`. */
export async function invite({ client, id: UserPoolId }: Pool, email: string): Promise<StaffPerson> {
  try {
    const { User } = await client.send(
      new AdminCreateUserCommand({
        UserPoolId,
        Username: email,
        UserAttributes: [
          { Name: "email", Value: email },
          { Name: "email_verified", Value: "true" },
        ],
        // Ours, since not every pool makes one that its own policy accepts; mailed by Cognito and good for once.
        TemporaryPassword: `Aa1!${randomBytes(18).toString("base64url")}`,
        DesiredDeliveryMediums: ["EMAIL"],
      }),
    );
    return personOf(User ?? {}, []);
  } catch (cause) {
    if (cause instanceof UsernameExistsException) throw new AlreadyStaff();
    throw cause;
  }
}

/** Has Cognito mail another password for once to somebody who has not come yet: the first is good for three days. */
export async function inviteAgain({ client, id: UserPoolId }: Pool, email: string): Promise<void> {
  await findable(() =>
    client.send(
      new AdminCreateUserCommand({
        UserPoolId,
        Username: email,
        MessageAction: "RESEND",
        DesiredDeliveryMediums: ["EMAIL"],
      }),
    ),
  );
}

/** Gives and takes roles until somebody has just these. Repeating it does no harm. Throws `NotFound`. */
export async function setRoles(
  { client, id: UserPoolId }: Pool,
  person: Pick<StaffPerson, "id" | "roles">,
  wanted: readonly StaffRole[],
): Promise<void> {
  const inPool = { UserPoolId, Username: person.id };
  const given = wanted.filter((role) => !person.roles.includes(role));
  const taken = person.roles.filter((role) => !wanted.includes(role));
  await findable(async () => {
    for (const GroupName of taken)
      await client.send(new AdminRemoveUserFromGroupCommand({ ...inPool, GroupName }));
    for (const GroupName of given)
      await client.send(new AdminAddUserToGroupCommand({ ...inPool, GroupName }));
  });
}

/** Removes an account, and with it the address: the audit list keeps the id alone. Throws `NotFound`. */
export async function remove({ client, id: UserPoolId }: Pool, Username: string): Promise<void> {
  await findable(() => client.send(new AdminDeleteUserCommand({ UserPoolId, Username })));
}

async function findable<Answer>(act: () => Promise<Answer>): Promise<Answer> {
  try {
    return await act();
  } catch (cause) {
    if (cause instanceof UserNotFoundException) throw new NotFound();
    throw cause;
  }
}

function personOf(user: UserType, roles: StaffPerson["roles"]): StaffPerson {
  return {
    id: user.Username ?? "",
    email: user.Attributes?.find(({ Name }) => Name === "email")?.Value ?? "",
    roles,
    status: user.UserStatus === "FORCE_CHANGE_PASSWORD" ? "invited" : "active",
    since: (user.UserCreateDate ?? new Date(0)).toISOString(),
  };
}

interface UsersPage {
  users: UserType[];
  next: string | undefined;
}

async function allPages(read: (next: string | undefined) => Promise<UsersPage>): Promise<UserType[]> {
  const all: UserType[] = [];
  let next: string | undefined;
  do {
    const page = await read(next);
    all.push(...page.users);
    next = page.next;
  } while (next);
  return all;
}

async function usersPage({ client, id: UserPoolId }: Pool, PaginationToken?: string): Promise<UsersPage> {
  const answer = await client.send(new ListUsersCommand({ UserPoolId, PaginationToken }));
  return { users: answer.Users ?? [], next: answer.PaginationToken };
}

async function rolePage(
  { client, id: UserPoolId }: Pool,
  GroupName: StaffRole,
  NextToken?: string,
): Promise<UsersPage> {
  const answer = await client.send(new ListUsersInGroupCommand({ UserPoolId, GroupName, NextToken }));
  return { users: answer.Users ?? [], next: answer.NextToken };
}
