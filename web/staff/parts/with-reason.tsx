import { useState } from "preact/hooks";
import { t } from "../texts/texts.ts";
import { Confirm, type ConfirmProps } from "./confirm.tsx";
import { TextField } from "./field.tsx";

interface WithReasonProps extends Omit<ConfirmProps, "act" | "children"> {
  hint: string;
  mustSay?: boolean;
  act: (reason: string) => Promise<void>;
}

/** Asks before something is done, and why: the audit list keeps it. */
export function WithReason({ hint, mustSay = false, act, ...asked }: WithReasonProps) {
  const [reason, setReason] = useState("");
  return (
    <Confirm {...asked} act={() => act(reason.trim())}>
      <TextField
        name="why"
        label={t("person.reason")}
        hint={hint}
        value={reason}
        change={setReason}
        input={{ type: "text", autoComplete: "off", maxLength: 200, required: mustSay }}
      />
    </Confirm>
  );
}
