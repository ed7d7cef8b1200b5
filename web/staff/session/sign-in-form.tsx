import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { StaffDoor } from "../../pages/staff.tsx";
import { TextField } from "../parts/field.tsx";
import { type TextKey, t, wordText } from "../texts/texts.ts";
import { SignInRefused } from "./cognito.ts";
import { KeyPicture } from "./key-picture.tsx";
import { chooseNewPassword, finishSetUp, giveCode, givePassword, type Step, type Tokens } from "./sign-in.ts";

export interface SignInProps {
  door: StaffDoor;
  /** Whose session has ended, where one has. */
  again: string | undefined;
  done: (tokens: Tokens, email: string) => void;
}

/** From address and password by way of all that Cognito asks for to tokens; the password is kept nowhere. */
export function SignInForm({ door, again, done }: SignInProps) {
  const [step, setStep] = useState<Step>({ at: "password" });
  const [email, setEmail] = useState(again ?? "");
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  async function take(next: Promise<Step>): Promise<void> {
    setBusy(true);
    setProblem(undefined);
    try {
      const reached = await next;
      if (reached.at === "done") done(reached.tokens, email);
      setStep(reached);
    } catch (cause) {
      setProblem(problemText(cause));
      // A handle that has run out or was used up is good for nothing more.
      if (step.at !== "password" && isOver(cause)) setStep({ at: "password" });
    } finally {
      setBusy(false);
    }
  }

  const asked = asking(step, {
    again: again !== undefined,
    email,
    setEmail,
    give: (value) => take(answerTo(door, step, { email, value })),
  });
  return (
    <StepForm key={step.at} {...asked} problem={problem} isBusy={isBusy}>
      {step.at !== "password" && (
        <button type="button" class="button-quiet" onClick={() => setStep({ at: "password" })}>
          {t("sign-in.back")}
        </button>
      )}
    </StepForm>
  );
}

function answerTo(
  door: StaffDoor,
  step: Step,
  { email, value }: { email: string; value: string },
): Promise<Step> {
  switch (step.at) {
    case "new-password":
      return chooseNewPassword(door, step, value);
    case "code":
      return giveCode(door, step, value);
    case "set-up":
      return finishSetUp(door, step, value);
    default:
      return givePassword(door, { email, password: value });
  }
}

interface Asking {
  title: TextKey;
  lead: TextKey;
  button: TextKey;
  above?: ComponentChildren;
  field: { label: TextKey; kind: "password" | "new-password" | "code" };
  give: (value: string) => void;
}

function asking(
  step: Step,
  typing: {
    again: boolean;
    email: string;
    setEmail: (email: string) => void;
    give: (value: string) => void;
  },
): Asking {
  const { give, again, email, setEmail } = typing;
  switch (step.at) {
    case "new-password":
      return { ...texts("sign-in.new"), field: { label: "sign-in.new.password", kind: "new-password" }, give };
    case "set-up":
      return {
        ...texts("sign-in.set-up"),
        above: <KeyPicture secret={step.secret} email={email} />,
        field: { label: "sign-in.code", kind: "code" },
        give,
      };
    case "code":
      return { ...texts("sign-in.code"), field: { label: "sign-in.code", kind: "code" }, give };
    default:
      return {
        title: again ? "sign-in.again.title" : "sign-in.title",
        lead: again ? "sign-in.again.lead" : "sign-in.lead",
        button: "sign-in.button",
        above: (
          <TextField
            name="email"
            label={t("sign-in.email")}
            value={email}
            change={setEmail}
            input={{ type: "email", autoComplete: "username", required: true, spellcheck: false }}
          />
        ),
        field: { label: "sign-in.password", kind: "password" },
        give,
      };
  }
}

function texts<const Step extends "sign-in.new" | "sign-in.set-up" | "sign-in.code">(step: Step) {
  return { title: `${step}.title`, lead: `${step}.lead`, button: `${step}.button` } as const;
}

const inputs = {
  password: { type: "password", autoComplete: "current-password" },
  "new-password": { type: "password", autoComplete: "new-password", minLength: 14 },
  code: {
    type: "text",
    autoComplete: "one-time-code",
    inputMode: "numeric",
    pattern: "[0-9]{6}",
    maxLength: 6,
  },
} as const;

/** One question of the sign-in: its first empty field has the focus. */
function StepForm(
  props: Asking & { problem: string | undefined; isBusy: boolean; children: ComponentChildren },
) {
  const [value, setValue] = useState("");
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const fields = [...(form.current?.querySelectorAll("input") ?? [])];
    (fields.find((field) => !field.value) ?? fields[0])?.focus();
  }, []);
  return (
    <form
      ref={form}
      class="form sign-in"
      aria-busy={props.isBusy}
      onSubmit={(event) => {
        event.preventDefault();
        if (!props.isBusy) props.give(value);
      }}
    >
      <h1 id="sign-in-title">{t(props.title)}</h1>
      <p>{t(props.lead)}</p>
      <div role="alert">{props.problem && <p class="problem">{props.problem}</p>}</div>
      {props.above}
      <TextField
        name={props.field.kind === "code" ? "code" : "password"}
        label={t(props.field.label)}
        value={value}
        change={setValue}
        input={{ ...inputs[props.field.kind], required: true, spellcheck: false }}
      />
      <div class="actions">
        <button type="submit">{t(props.isBusy ? "sign-in.busy" : props.button)}</button>
        {props.children}
      </div>
    </form>
  );
}

function problemText(cause: unknown): string {
  const other = t("sign-in.problem.other");
  return cause instanceof SignInRefused ? wordText("sign-in.problem", codeOf(cause), other) : other;
}

/** Whether an address is on the staff is nobody's business: one that is unknown sounds as a wrong password does. */
function codeOf({ code }: SignInRefused): string {
  return code === "UserNotFoundException" ? "NotAuthorizedException" : code;
}


function isOver(cause: unknown): boolean {
  return cause instanceof SignInRefused && cause.code === "NotAuthorizedException";
}
