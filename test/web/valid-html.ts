import { HtmlValidate, type RuleConfig } from "html-validate";

const rules: RuleConfig = {
  // Our renderer writes void elements as XHTML does, and true attributes without a value.
  "void-style": "off",
  "long-title": "off",
  "attribute-boolean-style": "off",
  "no-trailing-whitespace": "off",
  // A list without bullets is one to a screen reader only where it says so.
  "no-redundant-role": "off",
  "require-sri": "off",
};

const pages = new HtmlValidate({
  extends: ["html-validate:recommended", "html-validate:document"],
  rules: {
    ...rules,
    "doctype-style": ["error", { style: "lowercase" }],
    // The one page that asks again by itself does so for those without script only, until they stand in the count.
    "meta-refresh": "off",
  },
});

/** What is drawn in the browser is not written by us as text, so how its tags are written says nothing. */
const drawn = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: {
    ...rules,
    "attribute-empty-style": "off",
    "no-inline-style": "error",
    "no-implicit-button-type": "error",
    "valid-id": ["error", { relaxed: true }],
  },
});

/** What is wrong with the markup of a page, a line for each fault, with its place. */
export function htmlFaults(html: string): Promise<string[]> {
  return faultsBy(pages, html);
}

/** The same of what the console draws, which is no whole page. */
export function drawnFaults(html: string): Promise<string[]> {
  return faultsBy(drawn, html);
}

async function faultsBy(validator: HtmlValidate, html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId} ${message}`),
  );
}
