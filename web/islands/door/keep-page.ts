/** Lets the door's page come back without a network: a worker of its own keeps it, and what it is made of. */

interface ScriptAddresses {
  createScriptURL(address: string): unknown;
}
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(address: string): string }): ScriptAddresses;
}

/**
 * Starts the worker of `address`. Answers once it has kept this page; `asOf` is then told which list that was. Where a
 * browser has none, or does not want one, the door works as before, while there is a network.
 */
export async function keepPage(address: string, asOf: (moment: string) => void): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  const wasThere = navigator.serviceWorker.controller !== null;
  await navigator.serviceWorker.register(trusted(address) as string);
  await navigator.serviceWorker.ready;
  if (!wasThere) await taken();
  const parts = performance.getEntriesByType("resource").map(({ name }) => name);
  const own = parts.filter((name) => name.startsWith(`${location.origin}/assets/`));
  // Asked for through the worker, which keeps what comes; the camera's reader is not there before somebody needs it.
  const reader = new URL("read-code.js", import.meta.url).href;
  await Promise.all([...new Set([...own, reader])].map((name) => fetch(name)));
  if (wasThere) return;
  const page = await fetch(location.pathname);
  const moment = /data-as-of="(\d+)"/.exec(await page.text())?.[1];
  if (page.ok && moment) asOf(moment);
}

/** A worker that has just started has taken over the pages that are open. */
function taken(): Promise<void> {
  return new Promise((resolve) => {
    if (navigator.serviceWorker.controller) resolve();
    else navigator.serviceWorker.addEventListener("controllerchange", () => resolve(), { once: true });
  });
}

/** The policy of this page lets a script make this address and no other. */
function trusted(address: string): unknown {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  if (!trustedTypes) return address;
  const only = (asked: string): string => {
    if (asked !== address) throw new TypeError("not our worker");
    return asked;
  };
  return trustedTypes.createPolicy("door-worker", { createScriptURL: only }).createScriptURL(address);
}
