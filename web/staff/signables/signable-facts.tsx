import { CampaignLink } from "../campaigns/campaign-link.tsx";
import { Facts } from "../parts/facts.tsx";
import { momentText, t } from "../texts/texts.ts";
import { currentVersion, languagesText, publicPath, type SignableFile } from "./staff-signable.ts";

/** What it is, how far it is, and what has come of it. */
export function SignableFacts({ file }: { file: SignableFile }) {
  const { figures, kind } = file;
  const version = currentVersion(file);
  return (
    <section class="card">
      <h2>{t("signable.facts")}</h2>
      <Facts
        facts={[
          [t("signable.version"), version === 0 ? t("signable.version.none") : version],
          [t("signable.languages"), languagesText(file.texts.map(({ locale }) => locale))],
          [t("scope.campaign"), <CampaignLink scope={file.campaign} key="campaign" />],
          [t("signable.figure.actions"), figures.actions],
          [t("signable.figure.organizations"), kind === "statement" && figures.organizations],
          [t("signable.figure.kept"), kind === "pledge" && figures.kept],
          [t("signable.figure.referred"), figures.referred],
          [
            t("event.address"),
            version > 0 && (
              <a href={publicPath(file)} target="_blank" rel="noreferrer">
                {publicPath(file)}
              </a>
            ),
          ],
        ]}
      />
      {file.versions.length > 0 && (
        <details>
          <summary>{t("signable.versions")}</summary>
          <ol class="history">
            {file.versions.toReversed().map(({ version: number, publishedAt, note }) => (
              <li key={number}>
                <a href={`${publicPath(file)}/texts/${number}/en`} target="_blank" rel="noreferrer">
                  {t("signable.version.n", { n: number })}
                </a>
                {note && (
                  <>
                    {" · "}
                    <bdi>{note.en}</bdi>
                  </>
                )}
                <br />
                <span class="hint">{momentText(publishedAt)}</span>
              </li>
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}
