import type { ComponentChildren } from "preact";
import { t } from "../texts/texts.ts";
import { useSending } from "./sending.ts";
import { SentForm } from "./sent-form.tsx";
import { Sheet } from "./sheet.tsx";

export interface ConfirmProps {
  title: string;
  /** What will happen. */
  text: string;
  button: string;
  isGrave?: boolean;
  act: () => Promise<void>;
  close: () => void;
  children?: ComponentChildren;
}

/** Asks before something is done that others will notice. */
export function Confirm({ title, text, button, isGrave, act, close, children }: ConfirmProps) {
  const sending = useSending();
  return (
    <Sheet title={title} close={close}>
      <p>{text}</p>
      <SentForm
        sending={sending}
        submit={() =>
          sending.send(async () => {
            await act();
            close();
          })
        }
        button={button}
        look={isGrave ? "button-grave" : undefined}
        beside={
          <button type="button" class="button-quiet" onClick={close}>
            {t("confirm.no")}
          </button>
        }
      >
        {children}
      </SentForm>
    </Sheet>
  );
}
