import { CfnOutput, Duration, RemovalPolicy, Stack } from "aws-cdk-lib";
import { Certificate } from "aws-cdk-lib/aws-certificatemanager";
import {
  AllowedMethods,
  type BehaviorOptions,
  CacheHeaderBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  Function as CdnFunction,
  Distribution,
  FunctionEventType,
  FunctionRuntime,
  HeadersReferrerPolicy,
  type IOrigin,
  OriginRequestPolicy,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from "aws-cdk-lib/aws-cloudfront";
import { HttpOrigin, S3BucketOrigin } from "aws-cdk-lib/aws-cloudfront-origins";
import { BlockPublicAccess, Bucket, type CfnBucket } from "aws-cdk-lib/aws-s3";
import { BucketDeployment, CacheControl, Source } from "aws-cdk-lib/aws-s3-deployment";
import { Construct } from "constructs";
import type { Stage } from "../stage.ts";
import { accept } from "./accept.ts";
import type { BuiltAssets } from "./assets.ts";
import { answerHeaders, fileHeaders, pictureHeaders } from "./cdn-headers.ts";
import { firstLanguage } from "./first-language.ts";
import { ownPageFor } from "./own-page.ts";
import type { PublicApi } from "./public-api.ts";

export interface SiteFrontProps {
  stage: Stage;
  api: PublicApi;
  assets: BuiltAssets;
  /** Pictures that people sent; it lets the CDN read what is under `pictures/`. */
  pictures: Bucket;
}

/**
 * The one address of all: assets from a private bucket, everything else from the HTTP API. On one machine the bucket is
 * made all the same, and `infra/local` plays the CDN.
 */
export class SiteFront extends Construct {
  readonly origin: string;

  constructor(scope: Construct, id: string, props: SiteFrontProps) {
    super(scope, id);
    const bucket = assetsBucket(this);
    new CfnOutput(Stack.of(this), "AssetsBucket", { value: bucket.bucketName });
    if (props.stage.isLocal) {
      if (!props.stage.origin)
        throw new Error("-c stage=local needs -c origin=, the address of the local front");
      this.origin = props.stage.origin;
      return;
    }
    upload(this, bucket, props.assets);
    const distribution = this.distribution(bucket, props);
    this.origin = props.stage.origin ?? `https://${distribution.domainName}`;
  }

  private distribution(bucket: Bucket, { stage, api, assets, pictures }: SiteFrontProps): Distribution {
    const { region, urlSuffix } = Stack.of(this);
    const origin = new HttpOrigin(`${api.api.apiId}.execute-api.${region}.${urlSuffix}`);
    const responseHeadersPolicy = headersPolicy(this, "AnswerHeaders", {
      headers: answerHeaders,
      override: false,
    });
    const fromApi = (cachePolicy: CachePolicy): BehaviorOptions => ({
      origin,
      cachePolicy,
      allowedMethods: AllowedMethods.ALLOW_ALL,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      responseHeadersPolicy,
    });
    const distribution = new Distribution(this, "Cdn", {
      comment: `Global encryption campaign, ${stage.name}`,
      ...(stage.website && {
        minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
        domainNames: [stage.website.domain],
        certificate: Certificate.fromCertificateArn(this, "Certificate", stage.website.certificateArn),
      }),
      defaultBehavior: fromApi(asTheOriginSays(this)),
      additionalBehaviors: {
        "/": {
          ...fromApi(byLanguage(this)),
          functionAssociations: [
            {
              eventType: FunctionEventType.VIEWER_REQUEST,
              function: new CdnFunction(this, "FirstLanguage", {
                runtime: FunctionRuntime.JS_2_0,
                code: firstLanguage(),
                comment: "One of our languages out of Accept-Language, for visits to the start page",
              }),
            },
          ],
        },
        "/api/staff/*": fromApi(CachePolicy.CACHING_DISABLED as CachePolicy),
        "/assets/*": {
          origin: S3BucketOrigin.withOriginAccessControl(bucket),
          viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
          compress: true,
          responseHeadersPolicy: headersPolicy(this, "AssetHeaders", {
            headers: fileHeaders,
            override: true,
          }),
        },
        "/pictures/*": {
          origin: picturesOrigin(this, pictures),
          viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
          cachePolicy: forAnHour(this),
          responseHeadersPolicy: headersPolicy(this, "PictureHeaders", {
            headers: pictureHeaders,
            override: true,
          }),
        },
      },
      errorResponses: ownPageFor.map((httpStatus) => ({
        httpStatus,
        responseHttpStatus: httpStatus,
        responsePagePath: `/assets/${assets.hash}/down.html`,
        ttl: Duration.seconds(5),
      })),
    });
    accept(distribution, {
      "AwsSolutions-CFR1": "The campaign is global; no country is shut out.",
      "AwsSolutions-CFR2":
        "No firewall yet: the API is throttled, bodies are small and an address gets a few mails a day.",
      "AwsSolutions-CFR3":
        "An access log of the CDN holds paths, and paths hold the tokens of mailed links. The API's log names routes.",
      ...(!stage.website && {
        "AwsSolutions-CFR4":
          "The certificate of cloudfront.net fixes the protocol; with -c domain= it is TLS 1.2 at least.",
      }),
    });
    return distribution;
  }
}

/** As all others, and for `/` by the language that `first-language` has made out. */
function byLanguage(scope: Construct): CachePolicy {
  return new CachePolicy(scope, "ByLanguage", {
    ...byWhatIsAsked,
    headerBehavior: CacheHeaderBehavior.allowList("accept-language"),
  });
}

/** Headers as a policy of the CDN's; `override`: whether they stand in place of what the origin says. */
function headersPolicy(
  scope: Construct,
  id: string,
  { headers, override }: { headers: typeof fileHeaders | typeof answerHeaders; override: boolean },
): ResponseHeadersPolicy {
  const { "content-security-policy": contentSecurityPolicy } = headers;
  const custom = Object.entries(headers).filter(([header]) => /^(access-control|cross-origin)-/.test(header));
  return new ResponseHeadersPolicy(scope, id, {
    securityHeadersBehavior: {
      contentTypeOptions: { override },
      strictTransportSecurity: {
        accessControlMaxAge: Duration.days(730),
        includeSubdomains: true,
        override,
      },
      contentSecurityPolicy: { contentSecurityPolicy, override },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override },
    },
    ...(custom.length > 0 && {
      customHeadersBehavior: {
        customHeaders: custom.map(([header, value]) => ({ header, value, override })),
      },
    }),
  });
}

/** By a name that carries no reference back: this bucket is made before the CDN, and has let in those of our account. */
function picturesOrigin(scope: Construct, { bucketName }: Bucket): IOrigin {
  const region = Stack.of(scope).region;
  return S3BucketOrigin.withOriginAccessControl(
    Bucket.fromBucketAttributes(scope, "PicturesBucket", { bucketName, region }),
  );
}

/** Browsers keep a picture as long as they like. The CDN asks again, so that one that was taken back is gone by then. */
function forAnHour(scope: Construct): CachePolicy {
  return new CachePolicy(scope, "ForAnHour", {
    minTtl: Duration.seconds(0),
    defaultTtl: Duration.hours(1),
    maxTtl: Duration.hours(1),
  });
}

/** Pages and counts say themselves how long they may be kept, and nothing is kept that does not say so. */
function asTheOriginSays(scope: Construct): CachePolicy {
  return new CachePolicy(scope, "AsTheOriginSays", {
    ...byWhatIsAsked,
    headerBehavior: CacheHeaderBehavior.none(),
  });
}

const byWhatIsAsked = {
  minTtl: Duration.seconds(0),
  defaultTtl: Duration.seconds(0),
  maxTtl: Duration.days(1),
  queryStringBehavior: CacheQueryStringBehavior.all(),
  enableAcceptEncodingGzip: true,
  enableAcceptEncodingBrotli: true,
};

function assetsBucket(scope: Construct): Bucket {
  const bucket = new Bucket(scope, "Assets", {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    enforceSSL: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  accept(bucket, {
    "AwsSolutions-S1": "It holds published styles and scripts only; only the CDN can read it.",
  });
  return bucket;
}

/** Old releases stay: a page that someone has open still finds its script. */
function upload(scope: Construct, bucket: Bucket, assets: BuiltAssets): void {
  const deployment = new BucketDeployment(scope, "Upload", {
    destinationBucket: bucket,
    destinationKeyPrefix: "assets",
    sources: [Source.asset(assets.folder)],
    prune: false,
    cacheControl: [CacheControl.fromString("public, max-age=31536000, immutable")],
  });
  acceptUploader(deployment, bucket);
}

/** The function that CDK brings to copy files at deploy time is CDK's own, down to its role. */
function acceptUploader(deployment: BucketDeployment, bucket: Bucket): void {
  const stack = Stack.of(deployment);
  const bucketId = stack.getLogicalId(bucket.node.defaultChild as CfnBucket);
  const uploader = stack.node.children.find((child) =>
    child.node.id.startsWith("Custom::CDKBucketDeployment"),
  );
  if (!uploader)
    throw new Error("BucketDeployment no longer brings a function: remove what is accepted for it");
  const wildcards = [
    "Action::s3:GetBucket*",
    "Action::s3:GetObject*",
    "Action::s3:List*",
    "Action::s3:DeleteObject*",
    "Action::s3:Abort*",
    `Resource::<${bucketId}.Arn>/*`,
    "Resource::arn:<AWS::Partition>:s3:::cdk-hnb659fds-assets-<AWS::AccountId>-<AWS::Region>/*",
  ];
  const reason =
    "CDK's uploader runs at deploy time, on the bucket of public assets and CDK's own; its role is CDK's.";
  accept(uploader, Object.fromEntries(wildcards.map((finding) => [`AwsSolutions-IAM5[${finding}]`, reason])));
  accept(uploader, {
    "AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]":
      reason,
    "AwsSolutions-L1": "Its runtime is chosen by CDK, which keeps it supported.",
  });
}
