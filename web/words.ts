import type { RefusalWord } from "../shared/domain/refused.ts";
import { isText, type Speech, type TextKey } from "../shared/locales/speak.ts";
import type { FieldProblemView, View } from "./view.ts";

/** Refusals that only staff meet; the console has its own words for them. */
export const staffWords = [
  "already-staff",
  "not-yourself",
  "nothing-to-prove",
  "slug-taken",
  "campaign-not-published",
  "not-published-yet",
  "published-already",
  "signable-cancelled",
] as const;
type StaffWord = (typeof staffWords)[number];

/** Between facts of one line: where the line breaks, it ends one and begins none. */
export const between = "\u00a0· ";

/** Between a name and what it is of; French sets a space before it, which no line breaks at. */
export function colon({ locale }: Pick<View, "locale">): string {
  return locale === "fr" ? "\u00a0: " : ": ";
}

/** What can go wrong for people: every refusal, and a fault of ours. */
export type ProblemWord = Exclude<RefusalWord, StaffWord> | "internal-error";

/** The text keys of a problem. Does not compile unless each word of `ProblemWord` has its texts. */
function keysOf(word: ProblemWord): { title: TextKey; text: TextKey } {
  return { title: `problem.${word}.title`, text: `problem.${word}.text` };
}

/** What is said of a problem; an unknown word is said to be a fault of ours, which it then is. */
export function problemText(speech: Speech, word: string): { title: string; text: string } {
  const known = isText(`problem.${word}.title`) ? (word as ProblemWord) : "internal-error";
  const keys = keysOf(known);
  return { title: speech.t(keys.title), text: speech.t(keys.text) };
}

/** What is said at a field: the text of the field's own where there is one, else that of the reason. */
export function reasonText(speech: Speech, { field, reason, limit = 0 }: FieldProblemView): string {
  const own = `reason.${field}-${reason}`;
  const common = `reason.${reason}`;
  const key = [own, common].find(isText) ?? "reason.not-valid";
  return speech.t(key, { limit });
}

/** Reasons that are said of any field, and name none. */
const ofAny = [
  "required",
  "too-long",
  "too-short",
  "too-small",
  "too-large",
  "not-valid",
  "wrong-type",
  "control-characters",
];

/** What is said before the form: with the field's name, where what is said at the field does not name it. */
export function summaryText(speech: Speech, problem: FieldProblemView): string {
  const { field, reason } = problem;
  const text = reasonText(speech, problem);
  const label = labelOf(field);
  const namesIt =
    isText(`reason.${field}-${reason}`) || (isText(`reason.${reason}`) && !ofAny.includes(reason));
  if (!label || namesIt) return text;
  return speech.t("form.error.at", { label: speech.t(label), text });
}

function labelOf(field: string): TextKey | undefined {
  const dashed = field
    .replace(".name", "")
    .replace(/\.|(?=[A-Z])/g, "-")
    .toLowerCase();
  return [`form.${dashed}.label`].find(isText);
}
