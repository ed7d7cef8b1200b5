/** Who may show a page in a frame: nobody, but for embeds, which are made for it. */
export type Framing = "nobody" | "anybody";

/** What a page that may stand in anybody's frame is sent with. */
export const framable = () => ({
  "content-security-policy": contentPolicy("anybody"),
  "cross-origin-resource-policy": "cross-origin",
});

/** Names the one kind of address that a script of the door's page may make: that of its service worker. */
export const doorWorkers = "door-worker";

/** What the door's page is sent with: it may have a worker, which brings it back where there is no network. */
export const withDoorWorker = () => ({ "content-security-policy": contentPolicy("nobody", doorWorkers) });

/**
 * What a page of ours may load and do. Nothing inline, nothing from elsewhere; a block of JSON-LD is data, which no policy
 * counts as script. Trusted Types: no script of ours may make HTML out of text.
 */
export function contentPolicy(framing: Framing = "nobody", trusted = "'none'"): string {
  return [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self' data:",
    "script-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "frame-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${framing === "anybody" ? "*" : "'none'"}`,
    "require-trusted-types-for 'script'",
    `trusted-types ${trusted}`,
  ].join("; ");
}
