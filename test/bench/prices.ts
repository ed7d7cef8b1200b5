/**
 * List prices in US dollars, us-east-1, as of 2025-11 to our best knowledge; not fetched by any command, so check them
 * against the pages of AWS before a budget hangs on them. Free tiers are left out.
 */
export const prices = {
  readOn: "2025-11",
  /** DynamoDB, on demand, per million units. */
  writeUnits: 0.625,
  readUnits: 0.125,
  /** API Gateway, HTTP API, per million requests. */
  httpRequests: 1.0,
  /** Lambda on arm64: per million requests, and per GB-second. */
  invocations: 0.2,
  gbSecond: 0.0000133334,
  /** SQS standard, per million requests. */
  queueRequests: 0.4,
  /** CloudWatch Logs, per GB taken in. */
  logGb: 0.5,
} as const;
