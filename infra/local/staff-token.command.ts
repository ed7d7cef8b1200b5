import { localFolder } from "./paths.ts";
import { findRunningStack } from "./stack.ts";
import { signInStaff, staffRoles } from "./staff.ts";

/** `npm run -s staff-token -- reviewer`: prints a bearer token of the local stack and nothing else. */
const role = staffRoles.find((known) => known === process.argv[2]);
if (!role) {
  console.error(`Say which: npm run -s staff-token -- ${staffRoles.join("|")}`);
  process.exit(2);
}
try {
  const { token } = await signInStaff(findRunningStack(localFolder), role);
  console.log(token);
} catch (cause) {
  console.error(cause instanceof Error ? cause.message : cause);
  process.exit(1);
}
