import { useState } from "preact/hooks";
import { areKeysOn, turnKeys } from "./keys.ts";
import { Sheet } from "./parts/sheet.tsx";
import { sections } from "./sections.ts";
import { mayAs, type Role } from "./session/claims.ts";
import { type TextKey, t } from "./texts/texts.ts";

type Keys = readonly (readonly [pressed: readonly string[], does: TextKey])[];

/** What keys do, by where they do it. A key works only where what it presses is on the page. */
const places: readonly (readonly [place: TextKey, keys: Keys])[] = [
  [
    "keys.anywhere",
    [
      [["?"], "keys.help"],
      [["/"], "keys.search"],
      [["u"], "keys.up"],
      [["Ctrl", "Enter"], "keys.send"],
      [["Esc"], "keys.escape"],
    ],
  ],
  [
    "keys.lists",
    [
      [["j"], "keys.next"],
      [["k"], "keys.previous"],
      [["Enter"], "keys.open"],
      [["n"], "keys.next-page"],
      [["c"], "keys.new"],
    ],
  ],
  [
    "keys.things",
    [
      [["e"], "keys.edit"],
      [["r"], "keys.registrants"],
      [["a"], "keys.approve"],
      [["q"], "keys.ask"],
      [["d"], "keys.decline"],
    ],
  ],
];

/** Every key and what it does, and the switch that turns single keys off. */
export function HelpSheet({ roles, close }: { roles: readonly Role[]; close: () => void }) {
  const [isOn, setOn] = useState(areKeysOn);
  const toSections: Keys = sections
    .filter((section) => mayAs(roles, section.for))
    .map(({ key, name }) => [["g", key], name] as const);
  return (
    <Sheet title={t("keys.title")} close={close}>
      <p>{t("keys.lead")}</p>
      {[...places, ["keys.sections", toSections] as const].map(([place, keys]) => (
        <div class="keys-group" key={place}>
          <h3>{t(place)}</h3>
          <KeyList keys={keys} />
        </div>
      ))}
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

function KeyList({ keys }: { keys: Keys }) {
  return (
    <dl class="keys">
      {keys.map(([pressed, does]) => (
        <div key={does}>
          <dt>
            {pressed.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dt>
          <dd>{t(does)}</dd>
        </div>
      ))}
    </dl>
  );
}
