import { expect, it } from "vitest";
import { statuses } from "../../functions/edge/statuses.ts";
import { ofType, templates } from "./templates.ts";

const service = () => templates().atOurDomain.service;

function distribution() {
  return ofType(service(), "AWS::CloudFront::Distribution")[0]?.Properties.DistributionConfig;
}

it("keeps one copy of the start page for each language, and of all else one for everybody", () => {
  const policies = ofType(service(), "AWS::CloudFront::CachePolicy").map(
    ({ Properties }) => Properties.CachePolicyConfig.ParametersInCacheKeyAndForwardedToOrigin.HeadersConfig,
  );
  expect(policies).toContainEqual({ HeaderBehavior: "whitelist", Headers: ["accept-language"] });
  expect(policies).toContainEqual({ HeaderBehavior: "none" });
  const start = distribution().CacheBehaviors.find((one: { PathPattern: string }) => one.PathPattern === "/");
  expect(start.FunctionAssociations).toHaveLength(1);
});

it("answers with a page of its own where the API is not reached, or has no answer in time, and leaves the functions' answers alone", () => {
  const answers = distribution().CustomErrorResponses;
  expect(answers.map(({ ErrorCode }: { ErrorCode: number }) => ErrorCode)).toEqual([502, 503, 504]);
  const ours = Object.values(statuses).map(({ status }) => status);
  for (const { ErrorCode } of answers) expect(ours).not.toContain(ErrorCode);
  for (const { ResponsePagePath } of answers)
    expect(ResponsePagePath).toMatch(/^\/assets\/[0-9a-f]+\/down\.html$/);
});

it("sends assets with the headers of a file that may do nothing", () => {
  const { SecurityHeadersConfig } = headersOf("AssetHeaders");
  expect(SecurityHeadersConfig.ContentTypeOptions).toEqual({ Override: true });
  expect(SecurityHeadersConfig.ContentSecurityPolicy.ContentSecurityPolicy).toContain("default-src 'none'");
});

it("says what the gateway does not say where it answers for itself, and leaves what the functions say", () => {
  const { SecurityHeadersConfig } = headersOf("AnswerHeaders");
  expect(SecurityHeadersConfig.StrictTransportSecurity).toMatchObject({ Override: false });
  expect(SecurityHeadersConfig.ContentSecurityPolicy.ContentSecurityPolicy).toContain(
    "frame-ancestors 'none'",
  );
  const behaviors = [distribution().DefaultCacheBehavior, ...distribution().CacheBehaviors];
  for (const { ResponseHeadersPolicyId } of behaviors) expect(ResponseHeadersPolicyId).toBeDefined();
});

it("sends pictures that people sent with the headers of a file that may do nothing at all, out of a bucket of their own", () => {
  const { SecurityHeadersConfig } = headersOf("PictureHeaders");
  expect(SecurityHeadersConfig.ContentTypeOptions).toEqual({ Override: true });
  expect(SecurityHeadersConfig.ContentSecurityPolicy).toEqual({
    ContentSecurityPolicy: "sandbox; default-src 'none'; frame-ancestors 'none'",
    Override: true,
  });
  const { CacheBehaviors, Origins } = distribution();
  const behaviour = CacheBehaviors.find(
    ({ PathPattern }: { PathPattern: string }) => PathPattern === "/pictures/*",
  );
  expect(behaviour.AllowedMethods).toBeUndefined();
  const origin = Origins.find(({ Id }: { Id: string }) => Id === behaviour.TargetOriginId);
  expect(JSON.stringify(origin.DomainName)).toContain("Pictures");
  expect(origin.OriginAccessControlId).toBeDefined();
});

/** The headers that the CDN adds, by the id of their policy. */
function headersOf(id: string) {
  const policies = Object.entries(service()).filter(
    ([name, { Type }]) => Type === "AWS::CloudFront::ResponseHeadersPolicy" && name.includes(id),
  );
  return policies[0]?.[1].Properties.ResponseHeadersPolicyConfig ?? {};
}
