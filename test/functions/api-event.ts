import type { APIGatewayProxyEventV2 } from "aws-lambda";

/** A request as API Gateway hands it to a function: a route with its parameters filled in, and a JSON body where there is one. */
export function apiEvent(
  routeKey: string,
  pathParameters: Record<string, string>,
  body?: object,
): APIGatewayProxyEventV2 {
  const [method = "", path = ""] = routeKey.split(" ");
  const rawPath = Object.entries(pathParameters).reduce(
    (filled, [name, value]) => filled.replace(`{${name}}`, value),
    path,
  );
  return {
    ...{ routeKey, rawPath, rawQueryString: "", pathParameters, isBase64Encoded: false },
    headers: body ? { "content-type": "application/json" } : {},
    requestContext: { http: { method, path: rawPath, sourceIp: "192.0.2.1" }, requestId: "request" },
    ...(body && { body: JSON.stringify(body) }),
  } as unknown as APIGatewayProxyEventV2;
}
