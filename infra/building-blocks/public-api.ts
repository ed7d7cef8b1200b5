import { CfnOutput, Duration, RemovalPolicy, Stack } from "aws-cdk-lib";
import { AccessLogFormat } from "aws-cdk-lib/aws-apigateway";
import {
  CfnAuthorizer,
  CfnIntegration,
  CfnRoute,
  type CfnRouteProps,
  type CfnStage,
  HttpApi,
  HttpStage,
  LogGroupLogDestination,
} from "aws-cdk-lib/aws-apigatewayv2";
import { ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import type { ITopic } from "aws-cdk-lib/aws-sns";
import { Construct } from "constructs";
import type { StaffPool } from "../data/staff-pool.ts";
import { accept } from "./accept.ts";
import { raiseAlarm } from "./alarm.ts";
import type { HouseFunction } from "./house-function.ts";

/** Names the route, never the path, which can hold a token; and no address of the caller, which is personal data. */
const accessLog = AccessLogFormat.custom(
  JSON.stringify({
    at: "$context.requestTime",
    request: "$context.requestId",
    method: "$context.httpMethod",
    route: "$context.routeKey",
    status: "$context.status",
    milliseconds: "$context.responseLatency",
    bytes: "$context.responseLength",
    failure: "$context.integrationErrorMessage",
  }),
);

/** The HTTP API: every route is named, so what is public can be read in one place per capability. */
export class PublicApi extends Construct {
  readonly api: HttpApi;

  private readonly stage: CfnStage;
  private readonly staffOnly: CfnAuthorizer;

  constructor(scope: Construct, id: string, { alarms, staff }: { alarms: ITopic; staff: StaffPool }) {
    super(scope, id);
    this.api = new HttpApi(this, "Api", { createDefaultStage: false });
    const log = new LogGroup(this, "AccessLog", {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const stage = new HttpStage(this, "Stage", {
      httpApi: this.api,
      stageName: "$default",
      autoDeploy: true,
      throttle: { rateLimit: 3000, burstLimit: 5000 },
      accessLogSettings: { destination: new LogGroupLogDestination(log), format: accessLog },
    });
    this.stage = stage.node.defaultChild as CfnStage;
    accept(this, {
      "AwsSolutions-APIG4":
        "The campaign is public: whoever is not staff signs in to nothing. Staff routes carry the JWT authorizer.",
    });
    raiseAlarm(this, "ServerErrorAlarm", {
      metric: this.api.metricServerError({ period: Duration.minutes(5), statistic: "sum" }),
      above: 5,
      impact: "People who sign up, confirm or read the counts meet an error page.",
      topic: alarms,
    });
    this.staffOnly = new CfnAuthorizer(this, "StaffOnly", {
      apiId: this.api.apiId,
      name: "staff",
      authorizerType: "JWT",
      identitySource: ["$request.header.Authorization"],
      jwtConfiguration: {
        audience: [staff.client.userPoolClientId],
        // The pool's own attribute for this is not known to every emulator; this is what it holds.
        issuer: `https://cognito-idp.${Stack.of(this).region}.amazonaws.com/${staff.pool.userPoolId}`,
      },
    });
    new CfnOutput(Stack.of(this), "ApiId", { value: this.api.apiId });
  }

  /** Sends these routes (`POST /api/events/{slug}/registrations`) to one function. Whoever may GET may HEAD. */
  send(routes: readonly string[], house: HouseFunction): void {
    this.route(routes.map(anyForGet), house, {});
  }

  /**
   * The same for routes that need a token of our own pool. The functions check the group again. Only the console asks them,
   * which never asks by HEAD; a route less for each counts, since a stack may have 500 resources.
   */
  sendStaff(routes: readonly string[], house: HouseFunction): void {
    this.route(routes, house, {
      authorizationType: "JWT",
      authorizerId: this.staffOnly.attrAuthorizerId,
    });
  }

  /** Takes so many requests a second of each of these routes at most, so that a flood of them leaves the others room. */
  limit(routes: readonly string[], perSecond: number): void {
    const settings = { ThrottlingRateLimit: perSecond, ThrottlingBurstLimit: perSecond };
    for (const routeKey of routes) {
      this.stage.addPropertyOverride(`RouteSettings.${routeKey}`, settings);
      this.stage.node.addDependency(this.node.findChild(idOf(routeKey)));
    }
  }

  private route(
    routeKeys: readonly string[],
    house: HouseFunction,
    authorization: Partial<CfnRouteProps>,
  ): void {
    const { target, integration } = this.targetOf(house);
    for (const routeKey of routeKeys) {
      const route = new CfnRoute(this, idOf(routeKey), {
        apiId: this.api.apiId,
        routeKey,
        target,
        ...authorization,
      });
      route.node.addDependency(integration);
    }
  }

  private targetOf(house: HouseFunction): { target: string; integration: CfnIntegration } {
    const known = house.node.tryFindChild("Integration") as CfnIntegration | undefined;
    if (known) return { target: `integrations/${known.ref}`, integration: known };
    const integration = new CfnIntegration(house, "Integration", {
      apiId: this.api.apiId,
      integrationType: "AWS_PROXY",
      integrationUri: house.lambda.functionArn,
      payloadFormatVersion: "2.0",
    });
    house.lambda.addPermission("Api", {
      principal: new ServicePrincipal("apigateway.amazonaws.com"),
      sourceArn: Stack.of(this).formatArn({
        service: "execute-api",
        resource: this.api.apiId,
        resourceName: "*",
      }),
    });
    return { target: `integrations/${integration.ref}`, integration };
  }
}

const idOf = (routeKey: string): string => routeKey.replaceAll("/", ":");

/**
 * One route for GET and HEAD, since a stack may have 500 resources: a route that names its method goes before one of any
 * method, and the functions know none but the two (`functions/edge/asked.ts`).
 */
function anyForGet(route: string): string {
  return route.replace(/^GET /, "ANY ");
}
