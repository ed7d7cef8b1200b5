import type { PersonFile } from "../../../shared/contracts/registrants.ts";
import { actionKinds } from "../../../shared/domain/scope.ts";
import { textOf } from "../campaigns/campaign.ts";
import { cut } from "../parts/cut.ts";
import { Facts } from "../parts/facts.tsx";
import { Filters, wordChoices } from "../parts/filters.tsx";
import { Nothing, Pages } from "../parts/list.tsx";
import { usePlace } from "../place.ts";
import { countryText, languageText, momentText, t, wordText } from "../texts/texts.ts";
import { PersonAct, type Verb } from "./person-acts.tsx";
import { kindIn, registrantsHref } from "./scope.ts";

type Participation = PersonFile["participations"][number];

interface ParticipationsProps {
  file: PersonFile;
  done: (verb: Verb) => void;
}

/** What a person takes part in: all of it comes with their file, so it is looked through here. */
export function Participations({ file, done }: ParticipationsProps) {
  const place = usePlace();
  const { participations, titles, person } = file;
  const [kind, state] = [place.query.get("kind"), place.query.get("state")];
  const fitting = participations.filter(
    (one) => (!kind || kindIn(one.scope) === kind) && (!state || one.state === state),
  );
  const { items, next } = cut(fitting, place.query.get("cursor"));
  const states = [...new Set(participations.map((one) => one.state))];
  return (
    <>
      <h2>{t("person.takes-part")}</h2>
      <Filters
        filters={[
          { name: "kind", label: t("field.kind"), choices: wordChoices("scope", actionKinds) },
          { name: "state", label: t("field.state"), choices: wordChoices("state", states) },
        ]}
      />
      {items.length === 0 ? (
        <Nothing next={null} empty={t("person.nothing")} />
      ) : (
        <>
          <ul class="plain">
            {items.map((one) => (
              <li class="card" key={one.scope}>
                <h3>
                  <a href={registrantsHref(one.scope)}>
                    <bdi>{textOf(titles[one.scope] ?? { en: one.scope })}</bdi>
                  </a>
                </h3>
                <Facts facts={factsOf(one)} />
                {one.verbs.includes("withdraw") && (
                  <PersonAct person={person} verb="withdraw" scope={one.scope} done={done} />
                )}
              </li>
            ))}
          </ul>
          <Pages place={place} shown={items.length} next={next} />
        </>
      )}
    </>
  );
}

function factsOf(one: Participation): Parameters<typeof Facts>[0]["facts"] {
  return [
    [t("field.state"), wordText("state", one.state)],
    [t("field.name"), one.name],
    [t("field.country"), one.country && countryText(one.country)],
    [t("registrants.language"), languageText(one.locale)],
    [t("registrants.source"), one.source],
    [t("registrants.updates"), t(one.updates ? "yes" : "no")],
    [t("field.since"), momentText(one.since)],
  ];
}
