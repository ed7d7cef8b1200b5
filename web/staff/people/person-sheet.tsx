import { useState } from "preact/hooks";
import type { StaffPerson } from "../../../shared/contracts/staff-people.ts";
import { useConsole } from "../console-context.ts";
import { useSending } from "../parts/sending.ts";
import { Sheet } from "../parts/sheet.tsx";
import { t } from "../texts/texts.ts";
import { RoleBoxes } from "./role-boxes.tsx";

interface PersonSheetProps {
  person: StaffPerson;
  changed: () => void;
  close: () => void;
}

const said = {
  roles: "people.roles.saved",
  removal: "people.removed",
  invitation: "people.invited",
} as const;

/** Roles of one person, and their removal, which is asked for twice. */
export function PersonSheet({ person, changed, close }: PersonSheetProps) {
  const { ask, say, session } = useConsole();
  const isMe = person.id === session.claims?.id;
  const [roles, setRoles] = useState(person.roles);
  const [isRemoving, setRemoving] = useState(false);
  const { send, isBusy, problem, problemOf } = useSending();
  const { email } = person;
  const post = (verb: keyof typeof said, body: unknown) =>
    send(async () => {
      await ask(`people/${encodeURIComponent(person.id)}/${verb}`, { method: "POST", body });
      say(t(said[verb], { email }));
      changed();
      close();
    });
  return (
    <Sheet
      title={isRemoving ? t("people.remove.title", { email }) : t("people.roles.of", { email })}
      close={close}
    >
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      {isRemoving ? (
        <>
          <p>{t("people.remove.text")}</p>
          <p class="actions">
            <button type="button" class="button-grave" onClick={() => post("removal", {})}>
              {t("people.remove.button")}
            </button>
            <button type="button" class="button-quiet" onClick={() => setRemoving(false)}>
              {t("people.remove.keep")}
            </button>
          </p>
        </>
      ) : (
        <form
          class="form"
          aria-busy={isBusy}
          onSubmit={(event) => {
            event.preventDefault();
            post("roles", { roles, from: person.roles });
          }}
        >
          <p class="hint">{t(isMe ? "people.yourself" : "people.roles.open-page")}</p>
          <RoleBoxes within="person" roles={roles} problem={problemOf("/roles")} change={setRoles} />
          <p class="actions">
            <button type="submit">{t(isBusy ? "sign-in.busy" : "people.roles.save")}</button>
            {person.status === "invited" && (
              <button type="button" class="button-quiet" onClick={() => post("invitation", {})}>
                {t("people.invite.again")}
              </button>
            )}
            {!isMe && (
              <button type="button" class="button-quiet" onClick={() => setRemoving(true)}>
                {t("people.remove")}
              </button>
            )}
            <a href={`/staff/audit?subject=staff.${person.id}`}>{t("audit.link")}</a>
          </p>
        </form>
      )}
    </Sheet>
  );
}
