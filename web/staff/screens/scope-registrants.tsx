import { textOf } from "../campaigns/campaign.ts";
import { useAsked } from "../console-context.ts";
import type { Page } from "../parts/list.tsx";
import { Screen } from "../parts/screen.tsx";
import { listAddress } from "../parts/up.ts";
import { RegistrantList } from "../registrants/registrant-list.tsx";
import type { ListedScope } from "../registrants/scope.ts";
import { t, wordText } from "../texts/texts.ts";

/** Who takes part in one thing. */
export function ScopeRegistrantsScreen({ scope }: { scope: string }) {
  const { answer } = useAsked<Page<ListedScope>>("scopes");
  const known = answer?.items.find((item) => item.scope === scope);
  return (
    <Screen
      title={known ? t("registrants.of.title", { title: textOf(known.title) }) : t("registrants.title")}
      up={{ href: listAddress("registrants"), text: t("registrants.title") }}
      beside={known && <span class="tag">{wordText("scope", known.kind)}</span>}
    >
      <RegistrantList scope={scope} />
    </Screen>
  );
}
