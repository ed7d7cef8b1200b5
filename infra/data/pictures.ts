import { RemovalPolicy, Stack } from "aws-cdk-lib";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { BlockPublicAccess, Bucket, BucketEncryption } from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";
import { accept } from "../building-blocks/accept.ts";
import type { HouseFunction } from "../building-blocks/house-function.ts";

/**
 * Pictures that people sent, drawn anew: all under `kept/`, those for the public under `pictures/` too. It is kept with the
 * table, whose items name them. No versions: what is removed is to be gone. Only a CDN of this account may read, and only
 * what is public; which CDN is not known yet where this is made.
 */
export function picturesBucket(scope: Construct): Bucket {
  const bucket = new Bucket(scope, "Pictures", {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  const { partition, account } = Stack.of(scope);
  bucket.addToResourcePolicy(
    new PolicyStatement({
      actions: ["s3:GetObject"],
      principals: [new ServicePrincipal("cloudfront.amazonaws.com")],
      resources: [bucket.arnForObjects("pictures/*")],
      conditions: {
        ArnLike: { "aws:SourceArn": `arn:${partition}:cloudfront::${account}:distribution/*` },
      },
    }),
  );
  accept(bucket, {
    "AwsSolutions-S1":
      "A log of who looked at which logo is nobody's business; writes are the functions', which log them.",
  });
  return bucket;
}

type Use = "Get" | "Put" | "Delete";

/** Lets a function read pictures, put them in or take them out, where it says. */
export function mayUsePictures(
  house: HouseFunction,
  bucket: Bucket,
  uses: Partial<Record<"kept" | "pictures", Use[]>>,
): void {
  for (const [place, verbs] of Object.entries(uses))
    house.may(
      verbs.map((verb) => `s3:${verb}Object`),
      [bucket.arnForObjects(`${place}/*`)],
    );
  // The finding names the bucket as the other stack exports it.
  const exported = Stack.of(house).resolve(Stack.of(bucket).exportValue(bucket.bucketArn))["Fn::ImportValue"];
  const why = "Pictures come and go under names that nobody knows before.";
  for (const place of Object.keys(uses))
    accept(house, { [`AwsSolutions-IAM5[Resource::${exported}/${place}/*]`]: why });
}
