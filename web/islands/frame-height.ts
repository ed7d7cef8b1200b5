/**
 * Tells the page around the frame how high our content is, whenever that changes: a number and nothing else. Where the
 * line that put us there has brought its script, the frame follows (`web/framing/follow-heights.ts`); elsewhere nobody listens.
 */
const content = document.querySelector<HTMLElement>("main");
if (content && parent !== self)
  new ResizeObserver(() => {
    parent.postMessage({ encryptionFrameHeight: Math.ceil(content.getBoundingClientRect().height) }, "*");
  }).observe(content);
