import type { RegistrantsList } from "../../../shared/contracts/registrants.ts";
import { textOf } from "../campaigns/campaign.ts";
import { useAsked } from "../console-context.ts";
import { Screen } from "../parts/screen.tsx";
import { listAddress } from "../parts/up.ts";
import { usePlace } from "../place.ts";
import { RegistrantList } from "../registrants/registrant-list.tsx";
import { kindIn } from "../registrants/scope.ts";
import { t, wordText } from "../texts/texts.ts";

/** Who takes part in one thing. */
export function ScopeRegistrantsScreen({ scope }: { scope: string }) {
  const wish = new URLSearchParams(usePlace().query);
  wish.set("scope", scope);
  const asked = useAsked<RegistrantsList>(`registrants?${wish}`);
  const title = textOf(asked.answer?.titles[scope] ?? { en: scope });
  return (
    <Screen
      title={t("registrants.of.title", { title })}
      up={{ href: listAddress("registrants"), text: t("registrants.title") }}
      beside={<span class="tag">{wordText("scope", kindIn(scope))}</span>}
    >
      <RegistrantList scope={scope} asked={asked} />
    </Screen>
  );
}
