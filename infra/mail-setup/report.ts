import type { Finding } from "./findings.ts";

const marks = { fine: "✓", look: "•", missing: "✗" } as const;

/** The findings as lines for a terminal, what is missing first said by its number at the end. */
export function reportOf(findings: readonly Finding[]): string {
  const lines = findings.flatMap(({ is, says, todo = [] }) => [
    `${marks[is]} ${says}`,
    ...todo.map((one) => `    → ${one}`),
  ]);
  const left = findings.filter(({ is }) => is === "missing").length;
  const end =
    left === 0
      ? "Nothing is missing."
      : `${left === 1 ? "One thing is" : `${left} things are`} missing: mails may not arrive.`;
  return `${lines.join("\n")}\n\n${end}`;
}
