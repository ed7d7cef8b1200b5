import type * as z from "zod";
import type { StaffSignatureList } from "../../../shared/contracts/signing-staff.ts";
import { Facts } from "../parts/facts.tsx";
import { countryFilter } from "../parts/filters.tsx";
import { Screen } from "../parts/screen.tsx";
import { ReviewList } from "../reviews/review-list.tsx";
import { countryText, momentText, t, wordText } from "../texts/texts.ts";

type Signature = z.infer<typeof StaffSignatureList>["items"][number];

/** Organizations that sign a statement without being members: somebody looks whether they are who they say. */
export function SignaturesScreen() {
  return (
    <Screen title={t("signatures.title")} lead={t("signatures.lead")}>
      <ReviewList<Signature>
        path="signatures"
        idOf={({ signature }) => signature}
        empty={t("signatures.empty")}
        of="statement"
        filters={[{ name: "words", label: t("signatures.words"), text: true }, countryFilter()]}
        verbsOf={() => [
          { decision: "approved", text: t("decide.approved"), said: t("review.approved") },
          { decision: "declined", text: t("decide.declined"), said: t("review.declined") },
        ]}
        show={(one, titleOfScope) => (
          <>
            <h2 dir="auto">{one.organization}</h2>
            <Facts
              facts={[
                [t("field.kind"), wordText("kind", one.kind)],
                [t("field.country"), one.country && countryText(one.country)],
                [
                  t("field.website"),
                  <a href={one.website} target="_blank" rel="noreferrer noopener" key="site">
                    {one.website}
                  </a>,
                ],
                [t("field.email"), one.email],
                [
                  t("signatures.proofs"),
                  one.proofs.map(({ by }) => wordText("proof", by)).join(", ") || t("member.no-proof"),
                ],
                [t("member.domain"), one.domain],
                [t("field.since"), one.since && momentText(one.since)],
                [
                  t("signatures.near"),
                  one.near.length > 0 && (
                    <ul class="plain" key="near">
                      {one.near.map(({ id, name, state, by }) => (
                        <li key={id}>
                          <a href={`/staff/members/${id}`}>
                            <bdi>{name}</bdi>
                          </a>{" "}
                          <span class="hint">
                            {wordText("state", state)} · {wordText("near", by)}
                          </span>
                        </li>
                      ))}
                    </ul>
                  ),
                ],
                [t("signatures.signed"), one.signed.join(", ")],
                [
                  t("signatures.of"),
                  <a href={`/staff/${one.scope.replace(".", "s/")}`} key="of">
                    <bdi>{titleOfScope(one.scope)}</bdi>
                  </a>,
                ],
              ]}
            />
          </>
        )}
      />
    </Screen>
  );
}
