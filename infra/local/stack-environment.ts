import { need, type StackOutputs } from "./deploy.ts";
import { emulatorEnvironment } from "./emulator.ts";

/** What a function of ours finds in its environment, and what an SDK client needs to reach the emulator. */
export function environmentOf(endpoint: string, outputs: StackOutputs): Record<string, string> {
  return {
    ...emulatorEnvironment(endpoint),
    STAGE: "local",
    PUBLIC_ORIGIN: need(outputs, "Origin"),
    TABLE_NAME: need(outputs, "TableName"),
    PERSON_KEY_SECRET_ID: need(outputs, "PersonKeySecretId"),
    LINK_SECRET_ID: need(outputs, "LinkSecretId"),
    CONFIRMATION_QUEUE_URL: need(outputs, "ConfirmationQueueUrl"),
    BULK_QUEUE_URL: need(outputs, "BulkQueueUrl"),
    SENDER_ADDRESS: need(outputs, "SenderAddress"),
    CONFIGURATION_SET: need(outputs, "ConfigurationSet"),
    STAFF_CLIENT_ID: need(outputs, "StaffClientId"),
    STAFF_POOL_ID: need(outputs, "StaffPoolId"),
    STAFF_SIGN_IN_URL: `${need(outputs, "Origin")}/cognito-idp/`,
    PICTURES_BUCKET: need(outputs, "PicturesBucket"),
    UNVERIFIED_DAYS: "7",
    DECLINED_DAYS: "180",
    MAILER_WORKERS: need(outputs, "MailerWorkers"),
  };
}
