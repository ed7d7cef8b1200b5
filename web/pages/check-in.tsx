import { folded } from "../../shared/domain/folded.ts";
import { speak } from "../../shared/locales/speak.ts";
import { to } from "../link.ts";
import { document } from "../parts/document.ts";
import { DoorSheet } from "../parts/door-sheet.tsx";
import { Frame } from "../parts/frame.tsx";
import type { View } from "../view.ts";

export interface CheckInPageProps {
  view: View;
  token: string;
  title: string;
  /** What was searched for. */
  q: string;
  people: readonly { person: string; name: string | undefined; state: string }[];
  /** Whether these are all of them, or all that were searched for. */
  isWhole: boolean;
  came: number;
  all: number;
  /** When the list was read, in milliseconds since 1970. */
  asOf: number;
  /** The state that the last press led to. */
  said?: string | undefined;
}

/** The list at the door: search, tick, take a tick back. The island keeps ticks while there is no network. */
export function checkInPage(props: CheckInPageProps): string {
  const { view, token, title, q, people, isWhole, came, all, asOf, said } = props;
  const { t, number } = speak(view.locale);
  const action = to(view, `/check-in/${token}`);
  return document(
    <Frame
      view={view}
      title={t("page.check-in.title")}
      personal
      islands={["check-in.js"]}
      head={<DoorSheet />}
    >
      <div
        class="single"
        data-check-in={`/api/check-in/${token}`}
        data-worker={to(view, "/check-in/worker.js")}
        data-as-of={asOf}
      >
        <h1>{title}</h1>
        <p
          class="lead"
          role="status"
          data-came={came}
          data-text={t("page.check-in.came", { came: "%", all: number(all) })}
        >
          {t("page.check-in.came", { came: number(came), all: number(all) })}
        </p>
        <p class="notice" data-waiting hidden data-text={t("page.check-in.waiting", { n: "%" })} />
        <Scan view={view} />
        {said && (
          <p class="notice" role="status">
            {t(said === "attended" ? "page.check-in.said.in" : "page.check-in.said.out")}
          </p>
        )}
        <form class="form" method="post" action={action} data-ticket>
          <div class="field">
            <label for="ticket">{t("page.check-in.ticket")}</label>
            <input id="ticket" name="ticket" type="text" dir="ltr" autocomplete="off" required />
          </div>
          <button type="submit">{t("page.check-in.tick")}</button>
        </form>
        <search>
          <form class="form" method="get" action={action}>
            <div class="field">
              <label for="q">{t("page.check-in.search")}</label>
              <input id="q" name="q" type="search" dir="auto" value={q} />
            </div>
            <button class="button-quiet" type="submit">
              {t("page.check-in.find")}
            </button>
          </form>
        </search>
        {all === 0 && <p class="notice">{t("page.check-in.none")}</p>}
        {!isWhole && <p class="notice">{t("page.check-in.more")}</p>}
        <ul class="door">
          {people.map((one) => (
            <Row view={view} action={action} one={one} key={one.person} />
          ))}
        </ul>
      </div>
    </Frame>,
  );
}

/** The camera is the script's: without it nothing of this shows. */
function Scan({ view }: { view: View }) {
  const { t } = speak(view.locale);
  const scan = t("page.check-in.scan");
  return (
    <div
      data-scan-texts
      data-start={scan}
      data-stop={t("page.check-in.scan.stop")}
      data-hold={t("page.check-in.scan.hold")}
      data-none={t("page.check-in.scan.none")}
      data-in={t("page.check-in.scan.in", { name: "%" })}
      data-kept={t("page.check-in.scan.kept")}
      data-refused={t("page.check-in.scan.refused")}
    >
      <p>
        <button type="button" data-scan hidden>
          {scan}
        </button>
      </p>
      <p class="notice" role="status" data-said hidden />
      <video class="camera" data-camera muted playsInline hidden />
    </div>
  );
}

function Row({ view, action, one }: { view: View; action: string; one: CheckInPageProps["people"][number] }) {
  const { t } = speak(view.locale);
  const isIn = one.state === "attended";
  const name = one.name ?? t("page.check-in.nameless");
  const [tick, undo] = [t("page.check-in.tick"), t("page.check-in.undo")];
  return (
    <li data-name={folded(name)}>
      <form method="post" action={action} data-tick data-in={tick} data-out={undo}>
        <bdi>{name}</bdi> <small>{one.person.slice(0, 4)}</small>{" "}
        <input type="hidden" name="person" value={one.person} />
        <input type="hidden" name="attended" value={isIn ? "false" : "true"} />
        <button
          class={isIn ? "button-quiet" : undefined}
          type="submit"
          aria-label={`${isIn ? undo : tick}: ${name}`}
        >
          {isIn ? undo : tick}
        </button>
      </form>
    </li>
  );
}
