import { useState } from "preact/hooks";
import { areKeysOn, turnKeys } from "./keys.ts";
import { Sheet } from "./parts/sheet.tsx";
import { sections } from "./sections.ts";
import { mayAs, type Role } from "./session/claims.ts";
import { t } from "./texts/texts.ts";

/** Every key and what it does, and the switch that turns single keys off. */
export function HelpSheet({ roles, close }: { roles: readonly Role[]; close: () => void }) {
  const [isOn, setOn] = useState(areKeysOn);
  const keys: [string[], string][] = [
    [["?"], t("keys.help")],
    [["j"], t("keys.next")],
    [["k"], t("keys.previous")],
    [["Enter"], t("keys.open")],
    [["/"], t("keys.search")],
    [["u"], t("keys.up")],
    [["a"], t("keys.approve")],
    [["q"], t("keys.ask")],
    [["d"], t("keys.decline")],
    [["Ctrl", "Enter"], t("keys.send")],
    ...sections
      .filter((section) => mayAs(roles, section.for))
      .map(({ key, name }): [string[], string] => [["g", key], t(name)]),
  ];
  return (
    <Sheet title={t("keys.title")} close={close}>
      <p>{t("keys.lead")}</p>
      <dl class="keys">
        {keys.map(([pressed, does]) => (
          <div key={does}>
            <dt>
              {pressed.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <div class="field tick">
        <input
          id="keys-on"
          type="checkbox"
          checked={isOn}
          onChange={(event) => {
            turnKeys(event.currentTarget.checked);
            setOn(event.currentTarget.checked);
          }}
        />
        <label for="keys-on">{t("keys.on")}</label>
      </div>
    </Sheet>
  );
}
