import type { Table } from "../../shared/table/table.ts";
import { asset } from "../../web/asset.ts";
import { manifest } from "../../web/files/manifest.ts";
import { robots } from "../../web/files/robots.ts";
import { securityText } from "../../web/files/security-text.ts";
import { sitemap } from "../../web/files/sitemap.ts";
import type { Reply } from "../edge/reply.ts";
import { publishedPaths } from "./published-paths.ts";

export interface FileSurroundings {
  table: Table;
  origin: string;
  /** An address that a person reads. */
  contact: string;
  clock: () => Date;
}

type File = (surroundings: FileSurroundings) => Promise<Reply> | Reply;

/** What programs ask a site for, at the addresses where they look for it. */
const files: Record<string, File> = {
  "/robots.txt": ({ origin }) => file("text/plain; charset=utf-8", robots(origin)),
  "/sitemap.xml": async ({ table, origin }) =>
    file("application/xml; charset=utf-8", sitemap(origin, await publishedPaths(table))),
  "/site.webmanifest": () => file("application/manifest+json; charset=utf-8", JSON.stringify(manifest())),
  "/favicon.ico": () => ({
    statusCode: 302,
    headers: { location: asset("favicon.ico"), "cache-control": "public, max-age=3600" },
  }),
  // At an address that never changes, since it stands in pages of others; what it leads to is named by its content.
  "/embed/counter.js": () => ({
    statusCode: 302,
    headers: {
      location: asset("embeds/counter.js"),
      "cache-control": "public, max-age=300",
      "access-control-allow-origin": "*",
      "cross-origin-resource-policy": "cross-origin",
    },
  }),
  "/.well-known/security.txt": ({ origin, contact, clock }) =>
    file("text/plain; charset=utf-8", securityText({ origin, contact, now: clock() })),
};

/** The file at a path, or undefined where the path is none of a file. */
export async function siteFile(surroundings: FileSurroundings, path: string): Promise<Reply | undefined> {
  return Object.hasOwn(files, path) ? files[path]?.(surroundings) : undefined;
}

function file(type: string, body: string): Reply {
  return {
    statusCode: 200,
    headers: { "content-type": type, "cache-control": "public, max-age=300" },
    body,
  };
}
