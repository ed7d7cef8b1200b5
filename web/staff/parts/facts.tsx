import type { ComponentChildren } from "preact";

/** Facts in pairs; those without a value are left out. */
export function Facts({ facts }: { facts: readonly [string, ComponentChildren][] }) {
  return (
    <dl class="sheet">
      {facts
        .filter(([, value]) => value !== undefined && value !== null && value !== "" && value !== false)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd dir="auto">{value}</dd>
          </div>
        ))}
    </dl>
  );
}
