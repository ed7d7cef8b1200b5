import { join } from "node:path";
import { Duration, RemovalPolicy } from "aws-cdk-lib";
import {
  type AddToPrincipalPolicyResult,
  Effect,
  type IRole,
  PolicyDocument,
  PolicyStatement,
  Role,
  ServicePrincipal,
} from "aws-cdk-lib/aws-iam";
import {
  ApplicationLogLevel,
  Architecture,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
} from "aws-cdk-lib/aws-lambda";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import type { FunctionId } from "../catalogue.ts";

export interface HouseFunctionProps {
  entry: FunctionId;
  /** The folder that `bundleFunctions` wrote to. */
  bundles: string;
  environment: Record<string, string>;
  timeout?: Duration;
  /** Nobody waits for its answer: it gets less of a processor, since it waits for others most of its time. */
  background?: boolean;
}

/** What API Gateway waits for at most is 30 seconds; a person waits less. */
const apiTimeout = Duration.seconds(10);

/**
 * A function as the house makes it: Node.js 24 on arm64, a role of its own that may write its own log and nothing else
 * until it is granted, logs kept for a month. 1,769 MB are one whole processor: cold starts are half as long as with
 * half of it, at the same price.
 */
export class HouseFunction extends Construct {
  readonly lambda: LambdaFunction;
  readonly role: IRole;

  constructor(scope: Construct, id: string, props: HouseFunctionProps) {
    super(scope, id);
    const logGroup = new LogGroup(this, "Log", {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new OwnRole(this, "Role");
    logGroup.grantWrite(role);
    this.role = role;
    this.lambda = new LambdaFunction(this, "Function", {
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: Code.fromAsset(join(props.bundles, props.entry)),
      handler: "index.handler",
      memorySize: props.background ? 512 : 1769,
      timeout: props.timeout ?? apiTimeout,
      environment: props.environment,
      role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel.INFO,
      // Lambda's own three lines for each call would be most of what is logged; its metrics say the same.
      systemLogLevelV2: SystemLogLevel.WARN,
      description: props.entry,
    });
  }

  /** Grants exactly these actions on exactly these resources. */
  may(actions: string[], resources: string[]): this {
    this.role.addToPrincipalPolicy(new PolicyStatement({ effect: Effect.ALLOW, actions, resources }));
    return this;
  }
}

/**
 * A function's role, whose rights stand in it. CDK would put them into a policy beside it, which is one more of the 500
 * resources that a stack may have. No function may call itself, so role and function never wait for each other.
 */
class OwnRole extends Role {
  private readonly rights: PolicyDocument;

  constructor(scope: Construct, id: string) {
    const rights = new PolicyDocument();
    super(scope, id, {
      assumedBy: new ServicePrincipal("lambda.amazonaws.com"),
      inlinePolicies: { rights },
    });
    this.rights = rights;
  }

  override addToPrincipalPolicy(statement: PolicyStatement): AddToPrincipalPolicyResult {
    this.rights.addStatements(statement);
    return { statementAdded: true, policyDependable: this };
  }
}
