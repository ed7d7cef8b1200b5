import { randomUUID } from "node:crypto";
import { AwsClient } from "aws4fetch";
import { beforeAll, describe, expect, it } from "vitest";
import { pictureStore } from "../../shared/pictures/store.ts";
import { png } from "../pictures/samples.ts";
import { engine } from "../stack/provided.ts";

const bucket = `pictures-${randomUUID()}`;
const path = "member.0123456789abcdef0123/logo.png";
const picture = png(30, 20);
const access = { accessKeyId: "test", secretAccessKey: "test", region: "us-east-1", service: "s3" };
let store: ReturnType<typeof pictureStore>;

beforeAll(async () => {
  const { endpoint } = engine();
  await new AwsClient(access).fetch(`${endpoint}/${bucket}`, { method: "PUT" });
  store = pictureStore(bucket, {
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: access.accessKeyId,
    AWS_SECRET_ACCESS_KEY: access.secretAccessKey,
  });
});

/** What the CDN finds: it may read `pictures/` and nothing else. */
async function publicly(): Promise<Response> {
  return new AwsClient(access).fetch(`${engine().endpoint}/${bucket}/pictures/${path}`);
}

describe("a picture in the bucket", () => {
  it("is kept from the public until it is shown, then served as what it is, hidden again, and gone for good", async () => {
    await store.show(path);
    expect((await publicly()).status, "there is nothing to show").toBe(404);
    await store.put(path, picture);
    expect((await publicly()).status).toBe(404);
    expect(await store.read(path)).toEqual(new Uint8Array(picture));
    for (let time = 0; time < 2; time++) await store.show(path);
    const shown = await publicly();
    expect(shown.headers.get("content-type")).toBe("image/png");
    expect(shown.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(new Uint8Array(await shown.arrayBuffer())).toEqual(new Uint8Array(picture));
    for (let time = 0; time < 2; time++) await store.hide(path);
    expect((await publicly()).status).toBe(404);
    expect(await store.read(path), "its owner has it still").toBeDefined();
    await store.show(path);
    for (let time = 0; time < 2; time++) await store.remove(path);
    expect([(await publicly()).status, await store.read(path)]).toEqual([404, undefined]);
  });
});
