import { AwsClient } from "aws4fetch";

/** Where pictures lie that people sent: a bucket that only the CDN may read. Twice is as once. */
export interface PictureStore {
  put(path: string, bytes: Uint8Array): Promise<void>;
  remove(path: string): Promise<void>;
}

/** A path names one picture for ever, so whoever has it need not ask again. */
const kept = "public, max-age=31536000, immutable";

/**
 * The bucket, by S3's REST API and its signatures. Two operations need no SDK client, which would add a quarter to the
 * bundle of each function that takes a form.
 */
export function pictureStore(bucket: string, environment: NodeJS.ProcessEnv = process.env): PictureStore {
  const send = async (method: "PUT" | "DELETE", path: string, body?: Uint8Array): Promise<void> => {
    const client = new AwsClient({
      accessKeyId: environment.AWS_ACCESS_KEY_ID ?? "",
      secretAccessKey: environment.AWS_SECRET_ACCESS_KEY ?? "",
      ...(environment.AWS_SESSION_TOKEN && { sessionToken: environment.AWS_SESSION_TOKEN }),
      service: "s3",
      region: environment.AWS_REGION ?? "us-east-1",
      retries: 2,
    });
    const answer = await client.fetch(`${addressOf(bucket, environment)}/pictures/${path}`, {
      method,
      ...(body && {
        body: Buffer.from(body),
        headers: { "content-type": typeOf(path), "cache-control": kept },
      }),
      signal: AbortSignal.timeout(5000),
    });
    if (!answer.ok) throw new Error(`S3 answers ${method} with ${answer.status}`);
  };
  return { put: (path, bytes) => send("PUT", path, bytes), remove: (path) => send("DELETE", path) };
}

/** By its name, which we gave it. */
function typeOf(path: string): string {
  return path.endsWith(".jpg") ? "image/jpeg" : "image/png";
}

function addressOf(
  bucket: string,
  { AWS_ENDPOINT_URL, AWS_REGION = "us-east-1" }: NodeJS.ProcessEnv,
): string {
  return AWS_ENDPOINT_URL
    ? `${AWS_ENDPOINT_URL}/${bucket}`
    : `https://${bucket}.s3.${AWS_REGION}.amazonaws.com`;
}
