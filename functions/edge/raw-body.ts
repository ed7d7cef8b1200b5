import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { BodyTooLarge } from "../../shared/domain/refused.ts";

/** What a route takes instead of JSON and forms: bytes of these media types, up to so many. */
export interface RawBody {
  types: readonly string[];
  largest: number;
}

/** The bytes of a body that a route takes as it is; undefined where it is of another type. */
export function readRaw(event: APIGatewayProxyEventV2, raw: RawBody | undefined): Buffer | undefined {
  const type = (event.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  if (!raw?.types.includes(type)) return undefined;
  const bytes = Buffer.from(event.body ?? "", event.isBase64Encoded ? "base64" : "utf8");
  if (bytes.length > raw.largest) throw new BodyTooLarge();
  return bytes;
}
