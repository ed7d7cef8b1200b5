/** The groups of staff in the user pool. An admin may do what the others may. */
export const staffRoles = ["reviewer", "organizer", "admin"] as const;
export type StaffRole = (typeof staffRoles)[number];
