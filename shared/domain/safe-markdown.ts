import { marked } from "marked";
import sanitize from "sanitize-html";

/** What of Markdown is shown: text, lists, links, emphasis. No pictures (they tell others who reads), no headings of ours. */
const allowed: sanitize.IOptions = {
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
    a: sanitize.simpleTransform("a", { rel: "nofollow noopener ugc" }),
  },
};

/** Markdown as HTML of a safe subset: whatever else stands in it is left out. */
export function safeHtml(markdown: string): string {
  return sanitize(marked.parse(markdown, { async: false, gfm: true, breaks: true }), allowed).trim();
}
