import { Stack } from "aws-cdk-lib";
import { CfnAuthorizer } from "aws-cdk-lib/aws-apigatewayv2";
import { Construct } from "constructs";
import type { Foundation } from "../foundation.ts";

/** Who may use `/api/staff`: those with a token of our own pool. Its functions check the group again. */
export class Staff extends Construct {
  readonly authorizer: CfnAuthorizer;

  constructor(scope: Construct, id: string, ground: Foundation) {
    super(scope, id);
    const { pool, client } = ground.data.staff;
    this.authorizer = new CfnAuthorizer(this, "Authorizer", {
      apiId: ground.api.api.apiId,
      name: "staff",
      authorizerType: "JWT",
      identitySource: ["$request.header.Authorization"],
      jwtConfiguration: {
        audience: [client.userPoolClientId],
        // The pool's own attribute for this is not known to every emulator; this is what it holds.
        issuer: `https://cognito-idp.${Stack.of(this).region}.amazonaws.com/${pool.userPoolId}`,
      },
    });
  }
}
