import type { StaffRole } from "../../../shared/domain/staff-roles.ts";
import { useConsole } from "../console-context.ts";
import { useDraft } from "../drafts.ts";
import { TextField } from "../parts/field.tsx";
import { useSending } from "../parts/sending.ts";
import { SentForm } from "../parts/sent-form.tsx";
import { t } from "../texts/texts.ts";
import { RoleBoxes } from "./role-boxes.tsx";

const nothing: { email: string; roles: StaffRole[] } = { email: "", roles: [] };

/** Invites somebody; Cognito mails them a password for once. */
export function InviteForm({ invited }: { invited: () => void }) {
  const { ask, say } = useConsole();
  const [draft, setDraft, forget] = useDraft("invitation", nothing, "page");
  const sending = useSending();
  const { problemOf } = sending;
  const submit = () =>
    sending.send(async () => {
      await ask("people", { method: "POST", body: draft });
      say(t("people.invited", { email: draft.email }));
      forget();
      invited();
    });
  return (
    <SentForm title={t("people.invite")} sending={sending} submit={submit} button={t("people.invite.button")}>
      <p>{t("people.invite.lead")}</p>
      <TextField
        name="invite-email"
        label={t("field.email")}
        value={draft.email}
        problem={problemOf("/email")}
        change={(email) => setDraft({ ...draft, email })}
        input={{ type: "email", autoComplete: "off", required: true, spellcheck: false }}
      />
      <RoleBoxes
        within="invite"
        roles={draft.roles}
        problem={problemOf("/roles")}
        change={(roles) => setDraft({ ...draft, roles })}
      />
    </SentForm>
  );
}
