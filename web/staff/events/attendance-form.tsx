import { useConsole } from "../console-context.ts";
import { useDraft } from "../drafts.ts";
import { Facts } from "../parts/facts.tsx";
import { TextField } from "../parts/field.tsx";
import { useSending } from "../parts/sending.ts";
import { SentForm } from "../parts/sent-form.tsx";
import { momentText, t } from "../texts/texts.ts";
import { type Acting, eventPath } from "./acting.ts";

/** How many came: as ticked at the door, and as reported with what shows it. */
export function AttendanceForm({ event, done }: Acting) {
  const { ask } = useConsole();
  const { figures, report } = event;
  const before = { reported: report ? String(report.reported) : "", evidence: report?.evidence ?? "" };
  const [draft, setDraft, forget] = useDraft(`event.${event.slug}.attendance`, before);
  const sending = useSending();
  const isTaken = event.state === "published" || event.state === "closed";
  const hasBegun = new Date(event.startsAt) <= new Date();
  const submit = () =>
    sending.send(async () => {
      const body = { reported: Number(draft.reported), evidence: draft.evidence };
      await ask(eventPath(event, "attendance"), { method: "POST", body });
      forget();
      done(t("event.report.saved", { n: draft.reported }));
    });
  return (
    <section class="card">
      <h2>{t("event.attendance")}</h2>
      <Facts
        facts={[
          [t("event.registered"), figures && String(figures.registered)],
          [t("event.waiting"), figures?.waiting ? String(figures.waiting) : undefined],
          [t("event.attended"), figures && String(figures.attended)],
          [
            t("event.reported"),
            report ? `${report.reported} (${momentText(report.reportedAt)})` : t("event.report.none"),
          ],
          [t("event.report.asks"), event.reportAsks ? String(event.reportAsks) : undefined],
        ]}
      />
      {!hasBegun && <p class="hint">{t("event.report.not-yet")}</p>}
      {isTaken && hasBegun && (
        <SentForm sending={sending} submit={submit} button={t("event.report.save")} look="button-quiet">
          <TextField
            name="reported"
            label={t("event.report.reported")}
            problem={sending.problemOf("/reported")}
            value={draft.reported}
            change={(reported) => setDraft({ ...draft, reported })}
            input={{ type: "number", min: 0, required: true }}
          />
          <TextField
            name="evidence"
            label={t("event.report.evidence")}
            hint={t("event.report.evidence.hint")}
            problem={sending.problemOf("/evidence")}
            value={draft.evidence}
            change={(evidence) => setDraft({ ...draft, evidence })}
            input={{ type: "text", required: true, maxLength: 500 }}
          />
        </SentForm>
      )}
    </section>
  );
}
