import type { StaffRole } from "../../../shared/domain/staff-roles.ts";
import { useConsole } from "../console-context.ts";
import { useDraft } from "../drafts.ts";
import { TextField } from "../parts/field.tsx";
import { useSending } from "../parts/sending.ts";
import { t } from "../texts/texts.ts";
import { RoleBoxes } from "./role-boxes.tsx";

const nothing: { email: string; roles: StaffRole[] } = { email: "", roles: [] };

/** Invites somebody; Cognito mails them a password for once. */
export function InviteForm({ invited }: { invited: () => void }) {
  const { ask, say } = useConsole();
  const [draft, setDraft, forget] = useDraft("invitation", nothing, "page");
  const { send, isBusy, problemOf, problem } = useSending();
  const submit = () =>
    send(async () => {
      await ask("people", { method: "POST", body: draft });
      say(t("people.invited", { email: draft.email }));
      forget();
      invited();
    });
  return (
    <form
      class="card form"
      aria-busy={isBusy}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h2>{t("people.invite")}</h2>
      <p>{t("people.invite.lead")}</p>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <TextField
        name="invite-email"
        label={t("field.email")}
        value={draft.email}
        problem={problemOf("/email")}
        change={(email) => setDraft({ ...draft, email })}
        input={{ type: "email", autoComplete: "off", required: true, spellcheck: false }}
      />
      <RoleBoxes within="invite" roles={draft.roles} change={(roles) => setDraft({ ...draft, roles })} />
      {problemOf("/roles") && <p class="problem">{problemOf("/roles")}</p>}
      <p class="actions">
        <button type="submit">{t(isBusy ? "sign-in.busy" : "people.invite.button")}</button>
      </p>
    </form>
  );
}
