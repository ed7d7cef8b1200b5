import { Facts } from "../parts/facts.tsx";
import { countryText, momentText, t, wordText } from "../texts/texts.ts";
import type { Application } from "./application.ts";
import { ProofCard } from "./proof-card.tsx";

/** What an applicant said, how they proved it, and who may be the same. */
export function Evidence(props: Parameters<typeof ProofCard>[0]) {
  const { file } = props;
  return (
    <div class="desk-main">
      <section class="card">
        <Facts facts={saidFacts(file)} />
        {file.logo && (
          <p class="logo-tile">
            <img
              src={file.logo.url}
              width={file.logo.width}
              height={file.logo.height}
              alt={t("member.logo")}
            />
          </p>
        )}
        {file.logo && (
          <p class="hint">{t(file.consent.logo === true ? "member.logo.shown" : "member.logo.hidden")}</p>
        )}
      </section>
      {file.why && <Words title={t("member.why")} text={file.why} />}
      {file.question && (
        <Words title={t("member.question")} text={file.question.text} at={file.question.at} />
      )}
      {file.answer && <Words title={t("member.answer")} text={file.answer.text} at={file.answer.at} />}
      <ProofCard {...props} />
      <Contacts file={file} />
      <Near file={file} />
    </div>
  );
}

function saidFacts(file: Application): [string, preact.ComponentChildren][] {
  return [
    [
      t("member.of"),
      file.member && (
        <a href={`/staff/members/${file.member.id}`}>
          <bdi>{file.member.name}</bdi>
        </a>
      ),
    ],
    [t("what.application"), file.what !== "application" && wordText("what", file.what)],
    ...changedFacts(file),
    [t("field.kind"), wordText("kind", file.kind)],
    [t("field.country"), countryText(file.country)],
    [
      t("field.website"),
      file.website && (
        <a href={file.website} target="_blank" rel="noreferrer noopener">
          {file.website}
        </a>
      ),
    ],
    [t("member.applied"), file.submittedAt && momentText(file.submittedAt)],
    [t("member.principles"), file.principles],
  ];
}

/** What a wish for a change would change: as it is, and as it is to be. */
function changedFacts({
  what,
  member,
  name,
  website,
  logo,
}: Application): [string, preact.ComponentChildren][] {
  if (what !== "change" || !member) return [];
  const change = (was: string | null, is: string | null) =>
    was !== is && (
      <>
        <del>
          <bdi>{was ?? t("none")}</bdi>
        </del>{" "}
        → <bdi>{is ?? t("none")}</bdi>
      </>
    );
  return [
    [t("member.change.name"), change(member.name, name)],
    [t("member.change.website"), change(member.website, website)],
    [t("member.change.logo"), logo && t("member.change.logo.below")],
  ];
}

function Words({ title, text, at }: { title: string; text: string; at?: string }) {
  return (
    <section class="card">
      <h2>{title}</h2>
      <p class="said-by" dir="auto">
        {text}
      </p>
      {at && <p class="hint">{momentText(at)}</p>}
    </section>
  );
}

function Contacts({ file }: { file: Application }) {
  if (file.contacts.length === 0) return null;
  return (
    <section class="card">
      <h2>{t("member.contacts")}</h2>
      <ul class="plain">
        {file.contacts.map(({ email, name, role, state }) => (
          <li key={email}>
            {name && (
              <>
                <bdi>{name}</bdi>
                {role && (
                  <>
                    , <bdi>{role}</bdi>
                  </>
                )}
                <br />
              </>
            )}
            <bdi class="address">{email}</bdi> <span class="hint">{wordText("state", state)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Those who may be the same, beside this one, so that differences are seen at a glance. */
function Near({ file }: { file: Application }) {
  return (
    <section class="card">
      <h2>{t("member.near")}</h2>
      {file.near.length === 0 ? (
        <p class="hint">{t("member.near.none")}</p>
      ) : (
        <div class="wide">
          <table class="table">
            <thead>
              <tr>
                {(["field.name", "field.kind", "field.country", "field.website", "field.state"] as const).map(
                  (title) => (
                    <th scope="col" key={title}>
                      {t(title)}
                    </th>
                  ),
                )}
              </tr>
            </thead>
            <tbody>
              <NearRow one={file} />
              {file.near.map((one) => (
                <NearRow key={one.id} one={one} by={one.by} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

type Compared = Pick<Application, "id" | "name" | "kind" | "country" | "website" | "state">;

function NearRow({ one, by }: { one: Compared; by?: "domain" | "name" }) {
  return (
    <tr>
      <th scope="row">
        {by ? (
          <a href={`/staff/members/${one.id}`}>
            <bdi>{one.name}</bdi>
          </a>
        ) : (
          <bdi>{one.name}</bdi>
        )}
        <br />
        <span class="hint">{by ? wordText("near", by) : t("member.near.this")}</span>
      </th>
      <td>{wordText("kind", one.kind)}</td>
      <td>{countryText(one.country)}</td>
      <td>
        <bdi>{one.website ? new URL(one.website).hostname : t("none")}</bdi>
      </td>
      <td>{wordText("state", one.state)}</td>
    </tr>
  );
}
