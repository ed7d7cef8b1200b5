import { RemovalPolicy } from "aws-cdk-lib";
import { AttributeType, Billing, ProjectionType, StreamViewType, TableV2 } from "aws-cdk-lib/aws-dynamodb";
import type { Construct } from "constructs";
import type { Stage } from "../stage.ts";

export const listsIndex = "lists";
export const headlinesIndex = "headlines";

const text = AttributeType.STRING;

/**
 * The one table. On demand, since a campaign's day is a thousand times its eve; its stream carries both images, since
 * mails and counts are decided from what changed.
 */
export function coalitionTable(scope: Construct, stage: Stage): TableV2 {
  return new TableV2(scope, "Table", {
    partitionKey: { name: "pk", type: text },
    sortKey: { name: "sk", type: text },
    billing: Billing.onDemand(),
    dynamoStream: StreamViewType.NEW_AND_OLD_IMAGES,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    timeToLiveAttribute: "expiresAt",
    deletionProtection: !stage.isLocal,
    removalPolicy: RemovalPolicy.RETAIN,
    globalSecondaryIndexes: [
      {
        indexName: listsIndex,
        partitionKey: { name: "listPk", type: text },
        sortKey: { name: "listSk", type: text },
        projectionType: ProjectionType.ALL,
      },
      {
        // Only what `GET counts` shows of every scope: a hundred of them are read for a few units.
        indexName: headlinesIndex,
        partitionKey: { name: "headline", type: text },
        sortKey: { name: "scope", type: text },
        projectionType: ProjectionType.INCLUDE,
        nonKeyAttributes: ["people", "actions", "reported", "kept", "members"],
      },
    ],
  });
}
