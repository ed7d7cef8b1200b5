import { isText, type Speech, type TextKey } from "../shared/locales/speak.ts";
import type { Member } from "../shared/table/member.ts";

/**
 * A text as it is said of what somebody asked for: an application, another contact's request and a wish for a change are
 * told apart where it matters; so is an expert who has left, of whom no name is kept, not even for the mail that says goodbye.
 */
export function memberText(
  speech: Speech,
  text: TextKey,
  { name, what }: Pick<Member, "name" | "what">,
): string {
  const kinds = what === "application" ? (name ? [] : ["nameless"]) : [what, "request"];
  const own = kinds.map((kind) => `${text}.${kind}`).find(isText);
  return speech.t(own ?? text, { name });
}
