import { useConsole } from "../console-context.ts";
import { useDraft } from "../drafts.ts";
import { LongTextField, TextField } from "../parts/field.tsx";
import { useSending } from "../parts/sending.ts";
import { SentForm } from "../parts/sent-form.tsx";
import { t, utcText } from "../texts/texts.ts";
import { type Acting, type StaffSignable, signablePath } from "./staff-signable.ts";

/** When signing ends: at a moment, now, or when the staff says so. A statement is fixed for good then. */
export function ClosingForm({ file, done }: Acting) {
  const { ask } = useConsole();
  const stands = { at: file.closesAt?.slice(0, 16) ?? "", reason: "" };
  const [typed, setTyped, forget] = useDraft(`${file.scope}.closing`, stands);
  const sending = useSending();
  const close = (closesAt: string | null) =>
    sending.send(async () => {
      const body = { closesAt, reason: typed.reason };
      const set = await ask<StaffSignable>(signablePath(file, "/closing"), { method: "POST", body });
      forget();
      // Not what was typed: a moment that has passed stands for one in a few seconds.
      done(
        set.closesAt === null
          ? t("signable.closing.none.saved")
          : t("signable.closing.saved", { at: utcText(set.closesAt) }),
      );
    });
  if (file.frozen)
    return (
      <section class="card">
        <h2>{t("signable.closing")}</h2>
        <p>{t("signable.frozen", { at: utcText(file.frozen.at), n: file.frozen.signatures })}</p>
        <p class="hint digest">SHA-256 {file.frozen.sha256}</p>
        <p>
          <a href={`/api/statements/${file.slug}/frozen`} target="_blank" rel="noreferrer">
            {t("signable.frozen.record")}
          </a>
        </p>
      </section>
    );
  return (
    <SentForm
      title={t("signable.closing")}
      sending={sending}
      submit={() => close(typed.at ? new Date(`${typed.at}Z`).toISOString() : null)}
      button={t("signable.closing.save")}
      look="button-quiet"
    >
      <p class="hint">
        {file.closesAt
          ? t("signable.closing.at", { at: utcText(file.closesAt) })
          : t("signable.closing.open")}
      </p>
      {file.kind === "statement" && <p class="notice">{t("signable.closing.freezes")}</p>}
      <TextField
        name="closes-at"
        label={t("signable.closing.label")}
        hint={t("signable.closing.hint")}
        problem={sending.problemOf("/closesAt")}
        value={typed.at}
        change={(at) => setTyped({ ...typed, at })}
        input={{ type: "datetime-local" }}
      />
      <LongTextField
        name="closing-reason"
        label={t("field.reason")}
        hint={t("signable.closing.reason.hint")}
        problem={sending.problemOf("/reason")}
        value={typed.reason}
        change={(reason) => setTyped({ ...typed, reason })}
        rows={2}
        required
      />
    </SentForm>
  );
}
