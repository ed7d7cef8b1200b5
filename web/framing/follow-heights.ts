/** Lower or higher is no form of ours; CSS pixels. */
const lowest = 120;
const highest = 20_000;

/**
 * Makes frames that show pages of `own` as high as those pages say that they are (`web/islands/frame-height.ts`). Only a
 * frame's own page is heard, and all that it can change is that frame's height.
 */
export function followHeights(own: string): void {
  addEventListener("message", ({ origin, source, data }: MessageEvent<unknown>) => {
    const height = heightIn(data);
    if (origin !== own || height === undefined) return;
    for (const frame of document.querySelectorAll("iframe"))
      if (frame.contentWindow === source) frame.height = String(height);
  });
}

function heightIn(data: unknown): number | undefined {
  const height = (data as { encryptionFrameHeight?: unknown } | null)?.encryptionFrameHeight;
  return typeof height === "number" && height >= lowest && height <= highest ? height : undefined;
}
