import { RemovalPolicy } from "aws-cdk-lib";
import { Secret } from "aws-cdk-lib/aws-secretsmanager";
import type { Construct } from "constructs";
import { accept } from "../building-blocks/accept.ts";

/**
 * 64 generated letters and digits, kept when the stack goes: without the person key no address finds its items again,
 * without the link secret no link that was mailed works.
 */
export function generatedSecret(scope: Construct, id: string, description: string): Secret {
  const secret = new Secret(scope, id, {
    description,
    generateSecretString: { passwordLength: 64, excludePunctuation: true },
    removalPolicy: RemovalPolicy.RETAIN,
  });
  accept(secret, {
    "AwsSolutions-SMG4":
      "Rotating it on a timer would cut every person from their items and every mailed link from its meaning; a rotation is a migration, run by hand.",
  });
  return secret;
}
