import { Stack } from "aws-cdk-lib";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  DkimIdentity,
  EasyDkimSigningKeyLength,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  SuppressionReasons,
} from "aws-cdk-lib/aws-ses";
import { Topic } from "aws-cdk-lib/aws-sns";
import { Construct } from "constructs";
import type { Stage } from "../stage.ts";
import { bounceDomainOf, sayOrMakeRecords } from "./sender-records.ts";

/** Every word that SES has on what became of a mail; opens and clicks are none of our business. */
const events = [
  EmailSendingEvent.SEND,
  EmailSendingEvent.DELIVERY,
  EmailSendingEvent.DELIVERY_DELAY,
  EmailSendingEvent.BOUNCE,
  EmailSendingEvent.COMPLAINT,
  EmailSendingEvent.REJECT,
  EmailSendingEvent.RENDERING_FAILURE,
];

/** Who we send as, and where SES tells what became of it. */
export class Sender extends Construct {
  readonly identity: EmailIdentity;
  readonly configurationSet: ConfigurationSet;
  readonly feedback: Topic;

  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id);
    this.configurationSet = new ConfigurationSet(this, "ConfigurationSet", {
      reputationMetrics: true,
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    });
    this.identity = new EmailIdentity(this, "Identity", {
      identity: stage.senderDomain
        ? Identity.domain(stage.senderDomain)
        : Identity.email(stage.senderAddress),
      configurationSet: this.configurationSet,
      ...(stage.senderDomain && {
        dkimIdentity: DkimIdentity.easyDkim(EasyDkimSigningKeyLength.RSA_2048_BIT),
        mailFromDomain: bounceDomainOf(stage.senderDomain),
      }),
    });
    if (stage.senderDomain)
      sayOrMakeRecords(this, this.identity, { ...stage, senderDomain: stage.senderDomain });
    this.feedback = feedbackTopic(this);
    this.configurationSet.addEventDestination("Feedback", {
      destination: EventDestination.snsTopic(this.feedback),
      events,
    });
  }
}

function feedbackTopic(scope: Construct): Topic {
  const topic = new Topic(scope, "FeedbackTopic", { enforceSSL: true, signatureVersion: "2" });
  topic.addToResourcePolicy(
    new PolicyStatement({
      actions: ["sns:Publish"],
      principals: [new ServicePrincipal("ses.amazonaws.com")],
      resources: [topic.topicArn],
      conditions: { StringEquals: { "aws:SourceAccount": Stack.of(scope).account } },
    }),
  );
  return topic;
}
