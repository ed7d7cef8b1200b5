import { Screen } from "../parts/screen.tsx";
import { listAddress } from "../parts/up.ts";
import { RegistrantList } from "../registrants/registrant-list.tsx";
import { kindIn } from "../registrants/scope.ts";
import { useScopeTitles } from "../registrants/scope-titles.ts";
import { t, wordText } from "../texts/texts.ts";

/** Who takes part in one thing. */
export function ScopeRegistrantsScreen({ scope }: { scope: string }) {
  const titleOf = useScopeTitles();
  return (
    <Screen
      title={t("registrants.of.title", { title: titleOf(scope) })}
      up={{ href: listAddress("registrants"), text: t("registrants.title") }}
      beside={<span class="tag">{wordText("scope", kindIn(scope))}</span>}
    >
      <RegistrantList scope={scope} />
    </Screen>
  );
}
