import { useState } from "preact/hooks";
import { useConsole } from "../console-context.ts";
import { useSending } from "../parts/sending.ts";
import { t } from "../texts/texts.ts";
import { type Acting, eventPath } from "./acting.ts";

/** The link to the list at the door: whoever has it sees who is registered, and ticks, until some hours after the event. */
export function DoorLink({ event }: Acting) {
  const { ask, say } = useConsole();
  const [url, setUrl] = useState<string>();
  const { send, isBusy, problem } = useSending();
  const make = () =>
    send(async () => {
      const made = await ask<{ url: string }>(eventPath(event, "check-in-link"), {
        method: "POST",
        body: {},
      });
      setUrl(made.url);
    });
  const copy = async (text: string): Promise<void> => {
    await navigator.clipboard.writeText(text);
    say(t("event.door.copied"));
  };
  return (
    <section class="card">
      <h2>{t("event.door")}</h2>
      <p class="hint">{t("event.door.text")}</p>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      {url ? (
        <>
          <p class="door-link" dir="ltr">
            <a href={url} target="_blank" rel="noreferrer">
              {url}
            </a>
          </p>
          <p class="actions">
            <button type="button" class="button-quiet" onClick={() => copy(url)}>
              {t("event.door.copy")}
            </button>
          </p>
        </>
      ) : (
        <p class="actions">
          <button type="button" class="button-quiet" aria-busy={isBusy} onClick={make}>
            {t(isBusy ? "sign-in.busy" : "event.door.make")}
          </button>
        </p>
      )}
    </section>
  );
}
