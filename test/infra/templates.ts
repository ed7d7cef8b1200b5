import { inject } from "vitest";
import { catalogue } from "../../infra/catalogue.ts";

export interface Statement {
  Effect: string;
  Action: string | string[];
  Resource: unknown;
}

export interface Resource {
  Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: a template is a tree of whatever CloudFormation knows
  Properties: any;
  DeletionPolicy?: string;
  DependsOn?: string[];
}

export type Resources = Record<string, Resource>;

/** The resources of both stacks, by logical id. */
export interface StageTemplates {
  data: Resources;
  service: Resources;
  /** What the data stack says of itself. */
  outputs: Record<string, { Value: unknown }>;
}

declare module "vitest" {
  interface ProvidedContext {
    templates: Record<"prod" | "atOurDomain" | "withOurZone" | "local", StageTemplates>;
  }
}

/** The templates as they would be deployed to each stage. */
export const templates = () => inject("templates");

/** All resources of a type. */
export function ofType(resources: Resources, type: string): Resource[] {
  return Object.values(resources).filter(({ Type }) => Type === type);
}

interface OwnPolicy {
  PolicyDocument: { Statement: Statement[] };
}

/** What stands in a role, and in policies beside it. */
function statementsByRole(resources: Resources): Map<string, Statement[]> {
  const byRole = new Map<string, Statement[]>();
  const add = (role: string, { PolicyDocument }: OwnPolicy) =>
    byRole.set(role, [...(byRole.get(role) ?? []), ...PolicyDocument.Statement]);
  for (const [id, { Type, Properties }] of Object.entries(resources)) {
    if (Type === "AWS::IAM::Role") for (const own of Properties.Policies ?? []) add(id, own);
    if (Type === "AWS::IAM::Policy")
      for (const { Ref } of Properties.Roles) add(Ref, Properties as OwnPolicy);
  }
  return byRole;
}

/** Every statement that a function's own role carries, by the function's id; CDK's own helpers are left out. */
export function statementsByFunction(resources: Resources): Map<string, Statement[]> {
  const byRole = statementsByRole(resources);
  const found = new Map<string, Statement[]>();
  for (const [id, { Type, Properties }] of Object.entries(resources)) {
    if (Type !== "AWS::Lambda::Function" || !(Properties.Description in catalogue)) continue;
    const name = id.includes("bulk") ? "mail-bulk-mailer" : Properties.Description;
    found.set(name, byRole.get(Properties.Role["Fn::GetAtt"][0]) ?? []);
  }
  return found;
}

export function actionsOf({ Action }: Statement): string[] {
  return [Action].flat();
}
