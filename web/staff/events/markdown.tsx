import { lexer, type Token, type Tokens } from "marked";
import type { ComponentChildren } from "preact";

/**
 * Markdown as the public will see it: the same parts of it that `safe-markdown.ts` lets through. Made of elements, not of
 * HTML, which no page of ours may write.
 */
export function Markdown({ text }: { text: string }) {
  return <>{lexer(text, { gfm: true, breaks: true }).map(shown)}</>;
}

function shown(token: Token, key: number): ComponentChildren {
  const inner = "tokens" in token && token.tokens ? token.tokens.map(shown) : undefined;
  switch (token.type) {
    case "paragraph":
      return <p key={key}>{inner}</p>;
    case "heading":
      return token.depth <= 3 ? <h3 key={key}>{inner}</h3> : <h4 key={key}>{inner}</h4>;
    case "list":
      return listOf(token as Tokens.List, key);
    case "blockquote":
      return <blockquote key={key}>{inner}</blockquote>;
    case "code":
      return <pre key={key}>{token.text}</pre>;
    case "codespan":
      return <code key={key}>{token.text}</code>;
    case "strong":
      return <strong key={key}>{inner}</strong>;
    case "em":
      return <em key={key}>{inner}</em>;
    case "del":
      return <del key={key}>{inner}</del>;
    case "br":
      return <br key={key} />;
    case "link":
      return linkOf(token as Tokens.Link, inner, key);
    case "text":
    case "escape":
      return inner ?? token.text;
    default:
      return null;
  }
}

function listOf({ ordered, items }: Tokens.List, key: number) {
  const List = ordered ? "ol" : "ul";
  return (
    <List key={key}>
      {items.map((item) => (
        <li key={item.raw}>{item.tokens.map(shown)}</li>
      ))}
    </List>
  );
}

function linkOf({ href }: Tokens.Link, inner: ComponentChildren, key: number) {
  const isAllowed = /^(?:https:|mailto:)/i.test(href);
  return isAllowed ? (
    <a key={key} href={href} target="_blank" rel="noopener noreferrer">
      {inner}
    </a>
  ) : (
    <span key={key}>{inner}</span>
  );
}
