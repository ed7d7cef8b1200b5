import { useState } from "preact/hooks";
import { useConsole } from "../console-context.ts";
import { TextField } from "../parts/field.tsx";
import { useSending } from "../parts/sending.ts";
import { go } from "../place.ts";
import { t } from "../texts/texts.ts";
import { personHref } from "./scope.ts";

/** Finds a person by their whole address, which is sent in a body and stands in no URL: what opens is under their hash. */
export function FindPerson() {
  const { ask } = useConsole();
  const [email, setEmail] = useState("");
  const [isUnknown, setUnknown] = useState(false);
  const { send, isBusy, problem, problemOf } = useSending();
  const submit = () =>
    send(
      async () => {
        setUnknown(false);
        const { person } = await ask<{ person: string }>("persons/search", {
          method: "POST",
          body: { email },
        });
        go(personHref(person));
      },
      ({ type }) => {
        setUnknown(type === "not-found");
        return type === "not-found";
      },
    );
  return (
    <search>
      <form
        class="filters find"
        aria-busy={isBusy}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <TextField
          name="find-email"
          label={t("person.find")}
          hint={t("person.find.hint")}
          value={email}
          problem={problemOf("/email") ?? (isUnknown ? t("person.unknown") : problem)}
          change={setEmail}
          input={{
            type: "email",
            required: true,
            autoComplete: "off",
            spellcheck: false,
            "data-key": "slash",
          }}
        />
        <button type="submit" class="button-quiet">
          {t(isBusy ? "sign-in.busy" : "person.find.button")}
        </button>
      </form>
    </search>
  );
}
