import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";

/** A piece of HTML as somebody may copy it. */
export function snippet(piece: VNode): string {
  return renderToString(piece);
}

/** A whole HTML document out of a page. The only place where pages become text; everything put in is escaped. */
export function document(page: VNode): string {
  return `<!doctype html>\n${renderToString(page)}\n`;
}
