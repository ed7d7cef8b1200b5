import { Validations } from "aws-cdk-lib";
import type { Construct } from "constructs";

/** Accepts findings of cdk-nag on one construct (and what is in it), each with the reason it holds here. */
export function accept(construct: Construct, findings: Record<string, string>): void {
  for (const [id, reason] of Object.entries(findings)) Validations.of(construct).acknowledge({ id, reason });
}
