import { useState } from "preact/hooks";
import { auditHref } from "../audit/subject.tsx";
import { useAsked, useConsole, useMayAs } from "../console-context.ts";
import { putDraft } from "../drafts.ts";
import type { Application } from "../members/application.ts";
import { DecideForm, draftOf } from "../members/decide-form.tsx";
import { Evidence } from "../members/evidence.tsx";
import { History } from "../parts/history.tsx";
import { ProblemBox } from "../parts/problem.tsx";
import { Screen } from "../parts/screen.tsx";
import { listAddress } from "../parts/up.ts";
import { go } from "../place.ts";
import { momentText, t, wordText } from "../texts/texts.ts";

/** One application: what was said and shown on one side, the decision and what was done so far on the other. */
export function MemberScreen({ id }: { id: string }) {
  const { session, say } = useConsole();
  const mayDecide = useMayAs("reviewer");
  const asked = useAsked<Application>(`members/${encodeURIComponent(id)}`);
  const [isChanged, setChanged] = useState(false);
  const [begun, setBegun] = useState(0);
  const file = asked.answer;
  const up = { href: listAddress("members"), text: t("members.title") };
  if (!file)
    return (
      <Screen key={String(asked.problem?.type)} title={t("members.title")} up={up}>
        {asked.problem ? (
          <ProblemBox problem={asked.problem} again={asked.again} />
        ) : (
          <p class="waiting">{t("console.loading")}</p>
        )}
      </Screen>
    );
  return (
    <Screen
      key="file"
      title={file.name || t("member.no-name")}
      up={up}
      beside={<span class={`tag state-${file.state}`}>{wordText("state", file.state)}</span>}
    >
      <div class="desk">
        <Evidence
          file={file}
          again={asked.again}
          ask={() => {
            putDraft(draftOf(file), {
              decision: "question",
              reason: "proof",
              text: t("proof.ask.text", { name: file.name }),
            });
            setBegun(begun + 1);
          }}
        />
        <div class="desk-side">
          {isChanged && <Conflict file={file} />}
          {mayDecide ? (
            <DecideForm
              key={begun}
              file={file}
              changed={async () => {
                await asked.again();
                setChanged(true);
              }}
              done={(decision) => {
                say(t(`decide.sent.${decision}`, { name: file.name }));
                go(listAddress("members"));
              }}
            />
          ) : (
            <p class="hint">{t("decide.not-yours")}</p>
          )}
          <section class="card">
            <h2>{t("history.title")}</h2>
            <History acts={file.history} me={session.claims?.id} />
            <p>
              <a href={auditHref(`member.${file.id}`)}>{t("audit.link")}</a>
            </p>
          </section>
        </div>
      </div>
    </Screen>
  );
}

function Conflict({ file: { decision } }: { file: Application }) {
  return (
    <div class="error-summary" role="alert">
      <h2>{t("conflict.title")}</h2>
      <p>{t("conflict.text")}</p>
      {decision && (
        <p>
          {t("conflict.decided", {
            at: momentText(decision.at),
            decision: wordText("decision", decision.decision),
            reason: wordText("reason", decision.reason),
          })}
        </p>
      )}
    </div>
  );
}
