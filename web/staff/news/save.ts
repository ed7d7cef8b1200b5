import { type Locale, locales } from "../../../shared/locales/languages.ts";
import { type Ask, Refusal } from "../api.ts";
import { type Mailing, mailingPath, settingsToSend, textToSend, type Unsaved } from "./mailing.ts";

/** Saving ended at the text of a language, or at the settings; what stood before it is saved. */
export class NotSaved extends Refusal {
  readonly at: Locale | "settings";
  readonly left: Unsaved;
  constructor({ problem }: Refusal, at: Locale | "settings", left: Unsaved) {
    super(problem);
    this.at = at;
    this.left = left;
  }
}

/**
 * Saves what was changed, each language in a request of its own, on the version that was looked at. Throws `NotSaved` with
 * what is left. Gives the version that the mailing has now.
 */
export async function save(ask: Ask, { id, campaign }: Mailing, unsaved: Unsaved): Promise<number> {
  let left = unsaved;
  const put = async (at: Locale | "settings", body: object): Promise<void> => {
    const path = mailingPath(id, at === "settings" ? "" : `/texts/${at}`);
    try {
      const { version } = await ask<Mailing>(path, {
        method: "PUT",
        body: { ...body, version: left.version },
      });
      left = without(left, at, version);
    } catch (cause) {
      throw cause instanceof Refusal ? new NotSaved(cause, at, left) : cause;
    }
  };
  if (unsaved.settings) await put("settings", { campaign, ...settingsToSend(unsaved.settings) });
  for (const locale of locales) {
    const text = unsaved.texts[locale];
    if (text) await put(locale, textToSend(text));
  }
  return left.version;
}

function without(unsaved: Unsaved, saved: Locale | "settings", version: number): Unsaved {
  const { settings, texts } = unsaved;
  if (saved === "settings") return { version, texts };
  const { [saved]: _, ...left } = texts;
  return { version, texts: left, ...(settings && { settings }) };
}
