import { AwsClient } from "aws4fetch";
import { pictureType } from "../domain/picture.ts";

/**
 * Where pictures lie that people sent: all under `kept/`, which we alone read, and those that the public may see under
 * `pictures/` too, which the CDN reads. Each verb done twice is as once.
 */
export interface PictureStore {
  put(path: string, bytes: Uint8Array): Promise<void>;
  /** Undefined where there is none. */
  read(path: string): Promise<Uint8Array | undefined>;
  /** Lets the public see it, where it is kept. */
  show(path: string): Promise<void>;
  /** Keeps it, but from the public. */
  hide(path: string): Promise<void>;
  /** For good, wherever it lies. */
  remove(path: string): Promise<void>;
}

/** A path names one picture for ever, so whoever has it need not ask again. */
const unchanging = "public, max-age=31536000, immutable";

/** S3 says the second to those who may not list a bucket, as nobody may. */
const isMissing = ({ status }: Response) => status === 404 || status === 403;

/**
 * The bucket, by S3's REST API and its signatures. Four operations need no SDK client, which would add a quarter to the
 * bundle of each function that takes a form.
 */
export function pictureStore(bucket: string, environment: NodeJS.ProcessEnv = process.env): PictureStore {
  const send = async (method: string, object: string, init: RequestInit = {}): Promise<Response> => {
    const client = new AwsClient({
      accessKeyId: environment.AWS_ACCESS_KEY_ID ?? "",
      secretAccessKey: environment.AWS_SECRET_ACCESS_KEY ?? "",
      ...(environment.AWS_SESSION_TOKEN && { sessionToken: environment.AWS_SESSION_TOKEN }),
      service: "s3",
      region: environment.AWS_REGION ?? "us-east-1",
      retries: 2,
    });
    const signal = AbortSignal.timeout(5000);
    return client.fetch(`${addressOf(bucket, environment)}/${object}`, { method, signal, ...init });
  };
  const remove = async (object: string) => done(await send("DELETE", object));
  return {
    async put(path, bytes) {
      const headers = { "content-type": pictureType(path), "cache-control": unchanging };
      done(await send("PUT", `kept/${path}`, { body: Buffer.from(bytes), headers }));
    },
    async read(path) {
      const answer = await send("GET", `kept/${path}`);
      return isMissing(answer) ? undefined : new Uint8Array(await done(answer).arrayBuffer());
    },
    async show(path) {
      const headers = { "x-amz-copy-source": `/${bucket}/kept/${path}` };
      const answer = await send("PUT", `pictures/${path}`, { headers });
      if (!isMissing(answer)) done(answer);
    },
    hide: (path) => remove(`pictures/${path}`).then(() => {}),
    async remove(path) {
      await remove(`pictures/${path}`);
      await remove(`kept/${path}`);
    },
  };
}

function done(answer: Response): Response {
  if (!answer.ok) throw new Error(`S3 answers with ${answer.status}`);
  return answer;
}

function addressOf(
  bucket: string,
  { AWS_ENDPOINT_URL, AWS_REGION = "us-east-1" }: NodeJS.ProcessEnv,
): string {
  return AWS_ENDPOINT_URL
    ? `${AWS_ENDPOINT_URL}/${bucket}`
    : `https://${bucket}.s3.${AWS_REGION}.amazonaws.com`;
}
