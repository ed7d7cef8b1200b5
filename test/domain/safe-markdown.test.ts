import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { safeHtml } from "../../shared/domain/safe-markdown.ts";

describe("what is shown of Markdown", () => {
  it("is text, lists, links and emphasis", async () => {
    expect(await safeHtml("A *fine* day\n\n- one\n- [two](https://example.org)")).toBe(
      '<p>A <em>fine</em> day</p>\n<ul>\n<li>one</li>\n<li><a href="https://example.org" rel="nofollow noopener ugc">two</a></li>\n</ul>',
    );
  });

  it.each([
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "![p](https://example.org/pixel.gif)",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt&#58;alert(1))",
    "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
    "<svg><script>alert(1)</script></svg>",
    "<iframe src=//example.org></iframe>",
    "<p style='position:fixed' onclick=alert(1)>x</p>",
    "<form action=//example.org><input name=email></form>",
    "[x](//example.org)",
    "<math><mi//xlink:href='data:x,<script>alert(4)</script>'>",
  ])("leaves out what could do something: %s", async (markdown) => {
    const html = await safeHtml(markdown);
    expect(html).not.toMatch(/<(?:script|img|svg|iframe|form|input|math|style)/i);
    expect(html).not.toMatch(/<[^>]*\s(?:on\w+|style|src)\s*=/i);
    expect(html).not.toMatch(/href="(?!https:|mailto:)/i);
  });

  it("holds no other tag whatever is written", async () => {
    const bits = fc.constantFrom(
      "<",
      ">",
      "script",
      "img ",
      "onload=",
      "'",
      '"',
      "[a](",
      ")",
      "`",
      "&lt;",
      "\n",
      "#",
      "*",
      "a",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(bits, { maxLength: 30 }), async (parts) => {
        const tags = [...(await safeHtml(parts.join(""))).matchAll(/<\/?([a-z0-9]+)/gi)].map(
          ([, name]) => name,
        );
        for (const tag of tags)
          expect("p br ul ol li strong em del code pre blockquote a h3 h4".split(" ")).toContain(tag);
      }),
    );
  });
});
