/** Text as it may stand in HTML, in an attribute too. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

const styles = `body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a}
table{border-collapse:collapse;width:100%}td,th{text-align:start;padding:.4rem .6rem;border-bottom:1px solid #ccc;vertical-align:top}
li,td,p,h1{overflow-wrap:anywhere}pre{white-space:pre-wrap;overflow-wrap:anywhere;unicode-bidi:plaintext;background:#f4f4f4;padding:1rem}iframe{width:100%;height:36rem;border:1px solid #767676}`;

/** A small page of the local front. */
export function pageOf(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title><style>${styles}</style></head><body><main><h1>${escapeHtml(title)}</h1>${body}</main></body></html>`;
}
