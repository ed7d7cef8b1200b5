import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface OtherSite {
  origin: string;
  stop(): Promise<void>;
}

/**
 * Somebody's site at another address than ours, with some HTML in its only page. Its own policy lets in what the line to
 * copy needs from us, and nothing else from anybody.
 */
export async function otherSite(html: string, ours: string): Promise<OtherSite> {
  const policy = `default-src 'none'; script-src ${ours}; connect-src ${ours}; frame-src ${ours}; img-src ${ours} data:; style-src-attr 'unsafe-inline'`;
  const server = createServer((_, response) => {
    response.writeHead(200, {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": policy,
    });
    response.end(
      `<!doctype html><html lang="en"><head><title>Somebody’s site</title><link rel="icon" href="data:,"></head><body>${html}</body></html>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
