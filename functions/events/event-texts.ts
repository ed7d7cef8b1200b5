import type { EventEdit } from "../../shared/contracts/proposal.ts";
import { InvalidRequest } from "../../shared/domain/refused.ts";
import { safeHtml } from "../../shared/domain/safe-markdown.ts";
import type { Event } from "../../shared/table/scope.ts";

type Written = NonNullable<EventEdit["texts"]>;
type Texts = Pick<Event, "title" | "summary" | "description" | "descriptionHtml">;

/** The language that comes first in what is written of an event: English, if it is there. */
export function firstLanguage({ title }: Event): keyof Written {
  return (title.en === undefined ? (Object.keys(title)[0] ?? "en") : "en") as keyof Written;
}

/** What was given without a language, as the event's first one. */
export function firstText(
  event: Event,
  { title, summary, description }: Pick<EventEdit, "title" | "summary" | "description">,
): Written {
  if (title === undefined && summary === undefined && description === undefined) return {};
  const language = firstLanguage(event);
  return {
    [language]: {
      title: title ?? event.title[language] ?? "",
      summary: summary ?? event.summary[language] ?? "",
      description: description ?? event.description?.[language],
    },
  };
}

/** An event's texts with those of some languages replaced or, where null, taken away; one must be left. */
export async function withTexts(event: Event, written: Written): Promise<Texts> {
  const texts = {
    title: { ...event.title },
    summary: { ...event.summary },
    description: { ...event.description },
    descriptionHtml: { ...event.descriptionHtml },
  };
  for (const [language, text] of Object.entries(written)) {
    for (const part of Object.values(texts)) delete part[language];
    if (!text) continue;
    texts.title[language] = text.title;
    texts.summary[language] = text.summary;
    if (!text.description) continue;
    texts.description[language] = text.description;
    texts.descriptionHtml[language] = await safeHtml(text.description);
  }
  if (Object.keys(texts.title).length === 0)
    throw new InvalidRequest([{ pointer: "/texts", reason: "required" }]);
  const { title, summary } = texts;
  return {
    title,
    summary,
    description: some(texts.description),
    descriptionHtml: some(texts.descriptionHtml),
  };
}

function some(texts: Record<string, string>): Record<string, string> | undefined {
  return Object.keys(texts).length > 0 ? texts : undefined;
}
