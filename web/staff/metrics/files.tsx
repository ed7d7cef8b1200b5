import type { Metrics } from "../../../shared/contracts/metrics.ts";
import { useMayAs } from "../console-context.ts";
import { ExportButton } from "../parts/export-button.tsx";
import type { Say } from "./say.ts";

interface FileWish {
  path: string;
  name: string;
  text: string;
  /** How many rows it will have, about. */
  rows?: number;
}

/** Files that a role may have. They are asked for with the token and saved by the browser. */
export function Files({ say, metrics }: { say: Say; metrics: Metrics }) {
  const [isReviewer, isOrganizer] = [useMayAs("reviewer"), useMayAs("organizer")];
  const { from, to, events, signables, membership } = metrics;
  const wishes: FileWish[] = [
    { path: `counts.csv?from=${from}&to=${to}`, name: "counts", text: say.t("export.counts") },
    ...(isReviewer
      ? [
          {
            path: "members.csv",
            name: "members",
            text: say.t("export.members"),
            rows: membership.members,
          },
        ]
      : []),
    ...(isOrganizer ? events.events : []).map(({ slug, title, registered }) => ({
      path: `registrants.csv?event=${slug}`,
      name: `registrants-${slug}`,
      text: say.t("export.registrants", { event: title }),
      rows: registered,
    })),
    ...(isOrganizer ? signables : []).map(({ kind, slug, title, signed }) => ({
      path: `signatures.csv?${kind}=${slug}`,
      name: `signatures-${kind}-${slug}`,
      text: say.t("export.signatures", { title }),
      rows: signed,
    })),
  ];
  return (
    <section aria-labelledby="files">
      <h2 id="files">{say.t("exports")}</h2>
      <p class="hint">{say.t("exports_note")}</p>
      <ul class="files">
        {wishes.map((wish) => (
          <li key={wish.path}>
            <ExportButton {...wish} isNoted />
          </li>
        ))}
      </ul>
    </section>
  );
}
