import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { expect, it } from "vitest";
import { routeKeyOf } from "../../functions/edge/asked.ts";

const asked = (method: string, routeKey: string) =>
  routeKeyOf({ routeKey, requestContext: { http: { method } } } as APIGatewayProxyEventV2);

it("names a route by the method that was asked, where the API has one for any", () => {
  expect(asked("HEAD", "ANY /api/members")).toBe("HEAD /api/members");
  expect(asked("DELETE", "ANY /api/members")).toBe("DELETE /api/members");
  expect(asked("POST", "POST /api/members")).toBe("POST /api/members");
});
