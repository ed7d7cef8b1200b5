import type { IOptions } from "sanitize-html";

/** What of Markdown is shown: text, lists, links, emphasis. No pictures (they tell others who reads), no headings of ours. */
const allowed: IOptions = {
  allowedTags: [
    "p",
    "br",
    "ul",
    "ol",
    "li",
    "strong",
    "em",
    "del",
    "code",
    "pre",
    "blockquote",
    "a",
    "h3",
    "h4",
  ],
  allowedAttributes: { a: ["href", "rel"] },
  allowedSchemes: ["https", "mailto"],
  allowProtocolRelative: false,
  transformTags: {
    h1: "h3",
    h2: "h3",
    h5: "h4",
    h6: "h4",
    a: (tagName, attribs) => ({ tagName, attribs: { ...attribs, rel: "nofollow noopener ugc" } }),
  },
};

/**
 * Markdown as HTML of a safe subset: whatever else stands in it is left out. What reads it is read itself when it is first
 * needed: it is a fifth of whatever bundle carries it.
 */
export async function safeHtml(markdown: string): Promise<string> {
  const [{ marked }, { default: sanitize }] = await Promise.all([import("marked"), import("sanitize-html")]);
  return sanitize(marked.parse(markdown, { async: false, gfm: true, breaks: true }), allowed).trim();
}
