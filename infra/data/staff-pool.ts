import { Duration, RemovalPolicy } from "aws-cdk-lib";
import { CfnUserPoolGroup, Mfa, UserPool, type UserPoolClient } from "aws-cdk-lib/aws-cognito";
import { Construct } from "constructs";
import { accept } from "../building-blocks/accept.ts";
import type { Stage } from "../stage.ts";
import { invitation } from "./invitation.ts";

export const staffGroups = ["reviewer", "organizer", "admin"] as const;

/** Staff: invited only, in groups, with a second factor from an app everywhere but on one's own machine. */
export class StaffPool extends Construct {
  readonly pool: UserPool;
  readonly client: UserPoolClient;

  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id);
    this.pool = new UserPool(this, "Pool", {
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      userInvitation: invitation(stage.origin),
      mfa: stage.isLocal ? Mfa.OFF : Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        minLength: 14,
        requireDigits: true,
        requireLowercase: true,
        requireUppercase: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(3),
      },
      deletionProtection: !stage.isLocal,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    for (const groupName of staffGroups) {
      new CfnUserPoolGroup(this, groupName, { userPoolId: this.pool.userPoolId, groupName });
    }
    this.client = this.pool.addClient("Console", {
      // The password goes to Cognito itself over TLS, and nowhere else; a second factor is asked for behind it.
      authFlows: { userPassword: true, ...(stage.isLocal && { adminUserPassword: true }) },
      accessTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.hours(12),
      preventUserExistenceErrors: true,
      disableOAuth: true,
    });
    accept(this.pool, {
      "AwsSolutions-COG3":
        "Threat protection needs the Plus plan, priced per user; a second factor is required of a few dozen invited people instead.",
      "AwsSolutions-COG8": "As above: what the Plus plan adds is threat protection.",
    });
  }
}
