import { HtmlValidate } from "html-validate";

const validator = new HtmlValidate({
  extends: ["html-validate:recommended", "html-validate:document"],
  rules: {
    // Our renderer writes void elements as XHTML does, and true attributes without a value.
    "void-style": "off",
    "doctype-style": ["error", { style: "lowercase" }],
    // The one page that asks again by itself does so for those without script only, until they stand in the count.
    "meta-refresh": "off",
    "long-title": "off",
    "attribute-boolean-style": "off",
    "no-trailing-whitespace": "off",
    // A list without bullets is one to a screen reader only where it says so.
    "no-redundant-role": "off",
    "require-sri": "off",
  },
});

/** What is wrong with the markup of a page, a line for each fault, with its place. */
export async function htmlFaults(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId} ${message}`),
  );
}
