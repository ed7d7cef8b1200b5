import { describe, expect, it } from "vitest";
import { catalogue } from "../../infra/catalogue.ts";
import { ofType as allOfType, templates } from "./templates.ts";

const ofType = (type: string) => allOfType(templates().atOurDomain.service, type);

describe("what the public reaches", () => {
  it("is named route by route, and staff's only with a token of our own pool", () => {
    const routes = ofType("AWS::ApiGatewayV2::Route");
    const keys = routes.map(({ Properties }) => Properties.RouteKey);
    expect(keys).toContain("POST /api/events/{slug}/registrations");
    expect(keys).toContain("POST /{locale}/confirm/{token}");
    for (const { Properties } of routes) {
      if (Properties.RouteKey.includes("/api/staff")) expect(Properties.AuthorizationType).toBe("JWT");
    }
    const authorizers = ofType("AWS::ApiGatewayV2::Authorizer");
    expect(authorizers).toHaveLength(1);
  });

  it("may be asked by HEAD wherever the public may GET: such a route is one of any method", () => {
    const routes = ofType("AWS::ApiGatewayV2::Route");
    const keys = routes.map(({ Properties }) => Properties.RouteKey as string);
    expect(keys).toContain("ANY /api/counts/{scope}");
    for (const key of keys.filter((named) => named.startsWith("GET ")))
      expect(key).toMatch(/^GET \/api\/staff\//);
  });

  it("takes only so many views of forms a second, once their route is there, so that signups have room", () => {
    const [stage] = ofType("AWS::ApiGatewayV2::Stage");
    const { RouteSettings, DefaultRouteSettings } = stage?.Properties ?? {};
    const most = DefaultRouteSettings.ThrottlingRateLimit;
    expect(Object.keys(RouteSettings)).toEqual(["POST /api/seen/{scope}"]);
    expect(RouteSettings["POST /api/seen/{scope}"].ThrottlingRateLimit).toBeLessThanOrEqual(most / 10);
    const route = Object.entries(templates().atOurDomain.service).find(
      ([, { Properties }]) => Properties?.RouteKey === "POST /api/seen/{scope}",
    );
    expect(stage?.DependsOn).toContain(route?.[0]);
  });

  it("leaves room in each stack, which may have 500 resources", () => {
    for (const { data, service } of Object.values(templates()))
      for (const resources of [data, service]) expect(Object.keys(resources).length).toBeLessThan(490);
  });

  it("leaves no path and no caller's address in the access log, since a path can hold a token", () => {
    const [stage] = ofType("AWS::ApiGatewayV2::Stage");
    const format = stage?.Properties.AccessLogSettings.Format;
    expect(format).toContain("$context.routeKey");
    expect(format).not.toMatch(/\$context\.(path|identity|http\.path)|requestOverride/);
    expect(stage?.Properties.DefaultRouteSettings.ThrottlingRateLimit).toBeGreaterThan(0);
  });

  it("holds no asset open to the world but through the CDN, at our own domain", () => {
    expect(ofType("AWS::S3::Bucket")[0]?.Properties).toMatchObject({
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        RestrictPublicBuckets: true,
      },
    });
    expect(ofType("AWS::CloudFront::Distribution")[0]?.Properties).toMatchObject({
      DistributionConfig: { Aliases: ["act.example.org"] },
    });
  });
});

describe("functions", () => {
  it("run on Node.js 24 and arm64, with a log that ends", () => {
    const functions = ofType("AWS::Lambda::Function");
    const ours = functions.filter(({ Properties }) => Properties.Description in catalogue);
    expect(ours).toHaveLength(Object.keys(catalogue).length + 1);
    for (const { Properties } of ours)
      expect(Properties).toMatchObject({ Runtime: "nodejs24.x", Architectures: ["arm64"] });
    for (const { Properties } of ofType("AWS::Logs::LogGroup")) {
      expect(Properties.RetentionInDays).toBeGreaterThan(0);
    }
  });

  it("are told our own address where the links in their mails lead", () => {
    const functions = ofType("AWS::Lambda::Function");
    const origins = functions.flatMap(
      ({ Properties }) => Properties.Environment?.Variables?.PUBLIC_ORIGIN ?? [],
    );
    expect(new Set(origins)).toEqual(new Set(["https://act.example.org"]));
  });
});
