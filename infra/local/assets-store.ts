import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";

const mediaTypes: Record<string, string> = {
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  json: "application/json",
  svg: "image/svg+xml",
  png: "image/png",
  jpg: "image/jpeg",
  webp: "image/webp",
  ico: "image/x-icon",
  woff2: "font/woff2",
  txt: "text/plain; charset=utf-8",
  html: "text/html; charset=utf-8",
  webmanifest: "application/manifest+json",
};

/** Puts built assets into the bucket, as the cloud's BucketDeployment does; that one hangs on the emulator. */
export async function putAssets(bucketUrl: string, folder: string): Promise<void> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  await Promise.all(
    files.map(async (entry) => {
      const file = join(entry.parentPath, entry.name);
      const key = relative(folder, file).split(sep).join("/");
      const answer = await fetch(`${bucketUrl}/assets/${key}`, {
        method: "PUT",
        headers: {
          "content-type": mediaTypes[entry.name.split(".").at(-1) ?? ""] ?? "application/octet-stream",
          "cache-control": "public, max-age=31536000, immutable",
        },
        body: readFileSync(file),
      });
      if (!answer.ok) throw new Error(`the bucket took no ${key}: ${answer.status}`);
    }),
  );
}
