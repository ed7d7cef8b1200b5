import * as z from "zod";
import { staffRoles } from "../domain/staff-roles.ts";
import { email } from "./fields.ts";
import { cursor } from "./list-query.ts";

const roles = z.array(z.enum(staffRoles)).min(1, "required").max(staffRoles.length, "too-long");

/** Somebody of the staff. `id` is the user pool's, by which the audit list names them. */
export const StaffPerson = z.object({
  id: z.string(),
  email: z.string(),
  roles: z.array(z.enum(staffRoles)),
  status: z.enum(["active", "invited"]),
  since: z.iso.datetime(),
});
export type StaffPerson = z.infer<typeof StaffPerson>;

export const StaffPeopleQuery = z.object({
  role: z.enum(staffRoles).optional().meta({ description: "One that they hold." }),
  status: StaffPerson.shape.status.optional().meta({ description: "`invited` have not come yet." }),
  cursor,
});

export const StaffPeople = z.object({ items: z.array(StaffPerson), next: z.string().nullable() });

export const Invitation = z.object({ email, roles });

/** Other roles for somebody; `from` are those that the admin looked at. */
export const RolesChange = z.object({ roles, from: z.array(z.enum(staffRoles)).max(staffRoles.length) });
