import type { PersonFile } from "../../../shared/contracts/registrants.ts";
import { auditHref } from "../audit/subject.tsx";
import { useAsked, useConsole, useMayAs } from "../console-context.ts";
import { Facts } from "../parts/facts.tsx";
import { Loaded } from "../parts/loaded.tsx";
import { Screen } from "../parts/screen.tsx";
import { SeeAlso } from "../parts/see-also.tsx";
import { listAddress } from "../parts/up.ts";
import { go } from "../place.ts";
import { Participations } from "../registrants/participations.tsx";
import { PersonActs, type Verb } from "../registrants/person-acts.tsx";
import { momentText, t, wordText } from "../texts/texts.ts";

/** All that is kept of one person, and what may be done for them. That somebody looked is noted. */
export function PersonScreen({ person }: { person: string }) {
  const { say } = useConsole();
  const asked = useAsked<PersonFile>(`persons/${encodeURIComponent(person)}`);
  const up = { href: listAddress("registrants"), text: t("registrants.title") };
  return (
    <Loaded
      asked={asked}
      title={t("person.title")}
      up={up}
      show={(file) => (
        <Person
          file={file}
          up={up}
          done={(verb) => {
            say(t(`person.${verb}.done`));
            if (verb === "erase") go(up.href);
            else asked.again();
          }}
        />
      )}
    />
  );
}

interface PersonProps {
  file: PersonFile;
  up: { href: string; text: string };
  done: (verb: Verb) => void;
}

function Person({ file, up, done }: PersonProps) {
  const { email, createdAt, members, mails, person } = file;
  return (
    <Screen title={t("person.title")} lead={t("person.lead")} up={up}>
      <div class="desk">
        <div class="desk-main">
          <section class="card">
            <Facts
              facts={[
                [
                  t("field.email"),
                  <bdi class="address" key="email">
                    {email}
                  </bdi>,
                ],
                [t("person.known"), momentText(createdAt)],
                [t("person.mails"), mailsText(mails)],
                [t("person.speaks"), members.length > 0 && <SpeaksFor members={members} />],
              ]}
            />
          </section>
          <Participations file={file} done={done} />
        </div>
        <div class="desk-side">
          <PersonActs file={file} done={done} />
          <SeeAlso ways={[{ href: auditHref(`person.${person}`), text: t("audit.link") }]} />
        </div>
      </div>
    </Screen>
  );
}

/** Who may see no member's page reads the name alone. */
function SpeaksFor({ members }: Pick<PersonFile, "members">) {
  const mayReview = useMayAs("reviewer");
  return (
    <ul class="plain">
      {members.map(({ id, name }) => (
        <li key={id}>
          <bdi>{mayReview ? <a href={`/staff/members/${id}`}>{name}</a> : name}</bdi>
        </li>
      ))}
    </ul>
  );
}

function mailsText({ stopped, undeliverable }: PersonFile["mails"]): string {
  if (undeliverable) return wordText("undeliverable", undeliverable);
  if (stopped.length === 0) return t("person.mails.all");
  return t("person.mails.but", { what: stopped.map((one) => wordText("purpose", one)).join(", ") });
}
