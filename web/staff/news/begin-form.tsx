import { useState } from "preact/hooks";
import { useConsole } from "../console-context.ts";
import { ChoiceField } from "../parts/field.tsx";
import { useSending } from "../parts/sending.ts";
import { go } from "../place.ts";
import { t } from "../texts/texts.ts";
import type { Mailing } from "./mailing.ts";

/** Begins a mailing of a campaign, as a draft without a text, and opens it. */
export function BeginForm({ campaigns }: { campaigns: readonly { slug: string; title: string }[] }) {
  const { ask } = useConsole();
  const [campaign, setCampaign] = useState(campaigns[0]?.slug ?? "");
  const { send, isBusy, problem, problemOf } = useSending();
  const submit = () =>
    send(async () => {
      const { id } = await ask<Mailing>("news", { method: "POST", body: { campaign } });
      go(`/staff/news/${id}`);
    });
  return (
    <form
      class="card form"
      aria-busy={isBusy}
      onSubmit={(submitted) => {
        submitted.preventDefault();
        submit();
      }}
    >
      <h2>{t("news.begin")}</h2>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <ChoiceField
        name="news-campaign"
        label={t("news.campaign")}
        value={campaign}
        problem={problemOf("/campaign")}
        change={setCampaign}
        choices={campaigns.map(({ slug, title }) => ({ value: slug, text: title }))}
        required
      />
      <p class="actions">
        <button type="submit">{t(isBusy ? "sign-in.busy" : "news.begin.button")}</button>
      </p>
    </form>
  );
}
