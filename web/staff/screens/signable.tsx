import { signableStateAt } from "../../../shared/domain/signable-states.ts";
import { auditHref } from "../audit/subject.tsx";
import { useAsked, useConsole, useMayAs } from "../console-context.ts";
import { Loaded } from "../parts/loaded.tsx";
import { Screen } from "../parts/screen.tsx";
import { SeeAlso } from "../parts/see-also.tsx";
import { listAddress } from "../parts/up.ts";
import { registrantsHref } from "../registrants/scope.ts";
import { AskingForm } from "../signables/asking-form.tsx";
import { ClosingForm } from "../signables/closing-form.tsx";
import { DescribeForm } from "../signables/describe-form.tsx";
import { LanguageTabs, useLanguage } from "../signables/language-tabs.tsx";
import { PublishForm } from "../signables/publish-form.tsx";
import { SignableFacts } from "../signables/signable-facts.tsx";
import {
  type Acting,
  directionOf,
  type SignableFile,
  type SignableKind,
  signablePath,
  titleOf,
} from "../signables/staff-signable.ts";
import { TextForm } from "../signables/text-form.tsx";
import { TurnForms } from "../signables/turn-forms.tsx";
import { t, wordText } from "../texts/texts.ts";

/** One pledge or statement: its texts, language by language, on one side, what becomes of it on the other. */
export function SignableScreen({ kind, slug }: { kind: SignableKind; slug: string }) {
  const { say } = useConsole();
  const mayWrite = useMayAs("organizer");
  const asked = useAsked<SignableFile>(signablePath({ kind, slug }));
  return (
    <Loaded
      asked={asked}
      title={t(`${kind}s.title`)}
      up={{ href: listAddress(`${kind}s`), text: t(`${kind}s.title`) }}
      show={(file) => {
        const done = (text: string) => {
          say(text);
          asked.again();
        };
        return <Desk file={file} done={done} again={asked.again} mayWrite={mayWrite} />;
      }}
    />
  );
}

function Desk({ mayWrite, ...acting }: Acting & { mayWrite: boolean }) {
  const { file } = acting;
  const { kind } = file;
  const up = { href: listAddress(`${kind}s`), text: t(`${kind}s.title`) };
  const state = signableStateAt(file, new Date());
  const isCancelled = state === "cancelled";
  return (
    <Screen
      key="signable"
      title={titleOf(file)}
      up={up}
      beside={<span class={`tag state-${state}`}>{wordText("state", state)}</span>}
    >
      <div class="desk">
        <div class="desk-main">
          <LanguageTabs file={file} mayAdd={mayWrite} />
          {mayWrite ? <Writing {...acting} /> : <Reading file={file} />}
        </div>
        <div class="desk-side">
          <SignableFacts file={file} />
          {mayWrite ? (
            <>
              {!isCancelled && <PublishForm {...acting} />}
              {kind === "pledge" && <AskingForm {...acting} />}
              {!isCancelled && <ClosingForm {...acting} />}
              <TurnForms {...acting} />
            </>
          ) : (
            <p class="hint">{t("signable.not-yours")}</p>
          )}
          <SeeAlso
            ways={[
              mayWrite &&
                file.versions.length > 0 && {
                  href: registrantsHref(file.scope),
                  text: t("registrants.link"),
                  key: "r",
                },
              { href: auditHref(file.scope), text: t("audit.link") },
            ]}
          />
        </div>
      </div>
    </Screen>
  );
}

/** Each language and each saved state has forms of its own, so that nothing of one is left in the other. */
function Writing(acting: Acting) {
  const locale = useLanguage();
  const { file } = acting;
  const described = `${file.title[locale]} ${file.summary[locale]}`;
  const saved = file.nextTexts.find((text) => text.locale === locale)?.sha256 ?? "";
  return (
    <>
      <DescribeForm {...acting} locale={locale} key={`described ${locale} ${described}`} />
      {file.state !== "cancelled" && (
        <TextForm {...acting} locale={locale} key={`text ${locale} ${file.nextVersion} ${saved}`} />
      )}
    </>
  );
}

function Reading({ file }: { file: SignableFile }) {
  const locale = useLanguage();
  const text = file.texts.find((known) => known.locale === locale);
  return (
    <section class="card">
      <h2 dir="auto">{file.title[locale] ?? titleOf(file)}</h2>
      <p dir="auto">{file.summary[locale]}</p>
      <div class="signed-text" lang={locale} dir={directionOf(locale)}>
        {text?.text.trim() ?? t("signable.version.none")}
      </div>
    </section>
  );
}
