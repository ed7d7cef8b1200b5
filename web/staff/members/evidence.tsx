import { Facts } from "../parts/facts.tsx";
import { countryText, momentText, t, wordText } from "../texts/texts.ts";
import type { Application } from "./application.ts";

/** What an applicant said, how they proved it, and who may be the same. */
export function Evidence({ file }: { file: Application }) {
  return (
    <div class="desk-main">
      <section class="card">
        <Facts facts={saidFacts(file)} />
      </section>
      {file.why && <Words title={t("member.why")} text={file.why} />}
      {file.question && (
        <Words title={t("member.question")} text={file.question.text} at={file.question.at} />
      )}
      {file.answer && <Words title={t("member.answer")} text={file.answer.text} at={file.answer.at} />}
      <section class="card">
        <h2>{t("member.evidence")}</h2>
        <Facts facts={proofFacts(file)} />
      </section>
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

function proofFacts(file: Application): [string, preact.ComponentChildren][] {
  const proofs = file.proofs.map(({ by, at }) => `${wordText("proof", by)} (${momentText(at)})`);
  return [
    [t("field.strength"), wordText("strength", file.strength)],
    [t("member.domain"), file.domain],
    [t("member.proofs"), proofs.length ? proofs.join(", ") : t("member.no-proof")],
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

function Near({ file }: { file: Application }) {
  return (
    <section class="card">
      <h2>{t("member.near")}</h2>
      {file.near.length === 0 ? (
        <p class="hint">{t("member.near.none")}</p>
      ) : (
        <ul class="plain">
          {file.near.map(({ id, name, state, by }) => (
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
      )}
    </section>
  );
}
