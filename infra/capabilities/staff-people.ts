import { Construct } from "constructs";
import { routes } from "../../shared/contracts/routes.ts";
import { type Foundation, makeFunction } from "../foundation.ts";

/** Who is on the staff. The one function that may change the user pool, and it may nothing else but note that it did. */
export class StaffPeople extends Construct {
  constructor(scope: Construct, id: string, ground: Foundation) {
    super(scope, id);
    const { data, api } = ground;
    const { userPoolId, userPoolArn } = data.staff.pool;
    const house = makeFunction(
      this,
      { ground, entry: "staff-people" },
      { environment: { STAFF_POOL_ID: userPoolId } },
    );
    const operations = [
      "ListUsers",
      "ListUsersInGroup",
      "AdminCreateUser",
      "AdminDeleteUser",
      "AdminAddUserToGroup",
      "AdminRemoveUserFromGroup",
    ];
    house.may(
      operations.map((operation) => `cognito-idp:${operation}`),
      [userPoolArn],
    );
    house.may(["dynamodb:PutItem"], [data.table.tableArn]);
    api.sendStaff(routes["staff-people"], house);
  }
}
