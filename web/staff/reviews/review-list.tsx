import type { ComponentChildren } from "preact";
import { useAsked, useConsole } from "../console-context.ts";
import type { Choice } from "../parts/field.tsx";
import { Filters } from "../parts/filters.tsx";
import { type Page, Pages } from "../parts/list.tsx";
import { ProblemBox } from "../parts/problem.tsx";
import { useSending } from "../parts/sending.ts";
import { Waiting } from "../parts/waiting.tsx";
import { usePlace } from "../place.ts";
import { type SignableKind, type StaffSignable, titleOf } from "../signables/staff-signable.ts";
import { t } from "../texts/texts.ts";

interface ReviewListProps<Item> {
  /** In the staff API; a decision is posted to `<path>/<id>/decision`. */
  path: "comments" | "signatures";
  idOf: (item: Item) => string;
  empty: string;
  /** What kinds of actions have any. */
  of: readonly SignableKind[];
  show: (item: Item) => ComponentChildren;
}

type Decision = "approved" | "declined";

/** What waits for a yes or a no, each decided where it stands. */
export function ReviewList<Item>(props: ReviewListProps<Item>) {
  const scopes = useSignables(props.of);
  return (
    <>
      <Filters
        filters={[
          { name: "words", label: t("review.words"), text: true },
          { name: "scope", label: t("review.of"), choices: scopes },
        ]}
      />
      <Reviews {...props} />
    </>
  );
}

function Reviews<Item>({ path, idOf, empty, show }: ReviewListProps<Item>) {
  const place = usePlace();
  const isFiltered = ["words", "scope"].some((name) => place.query.has(name));
  const asked = useAsked<Page<Item>>(`${path}?${place.query}`);
  if (asked.problem) return <ProblemBox problem={asked.problem} again={asked.again} />;
  if (!asked.answer) return <Waiting />;
  const { items, next } = asked.answer;
  if (items.length === 0 && !next)
    return <p class="empty">{isFiltered ? t("members.empty.filtered") : empty}</p>;
  return (
    <>
      <ul class="plain">
        {items.map((item) => (
          <li class="card" key={idOf(item)}>
            {show(item)}
            <Decide path={`${path}/${encodeURIComponent(idOf(item))}/decision`} done={asked.again} />
          </li>
        ))}
      </ul>
      {items.length === 0 && <p class="empty">{t("list.none-here")}</p>}
      <Pages place={place} shown={items.length} next={next} />
    </>
  );
}

/** The pledges and statements that something may be of, by their titles. */
function useSignables(kinds: readonly SignableKind[]): Choice[] {
  const pledges = useAsked<Page<StaffSignable>>("pledges").answer?.items ?? [];
  const statements = useAsked<Page<StaffSignable>>("statements").answer?.items ?? [];
  return [...pledges, ...statements]
    .filter(({ kind }) => kinds.includes(kind))
    .map((item) => ({ value: item.scope, text: titleOf(item) }));
}

/** What was decided goes from the list, and the focus with it: it goes on to what has come into its place. */
async function goingOn(done: () => Promise<void>): Promise<void> {
  const rows = () => [...document.querySelectorAll<HTMLElement>("[data-row]")];
  const card = document.activeElement?.closest("li");
  const at = rows().findIndex((row) => card?.contains(row));
  await done();
  requestAnimationFrame(() =>
    (rows()[at] ?? rows().at(-1) ?? document.querySelector<HTMLElement>("main h1"))?.focus(),
  );
}

function Decide({ path, done }: { path: string; done: () => Promise<void> }) {
  const { ask, say } = useConsole();
  const { send, isBusy, problem } = useSending();
  const decide = (decision: Decision) =>
    send(
      async () => {
        await ask(path, { method: "POST", body: { decision } });
        say(t(`review.${decision}`));
        await goingOn(done);
      },
      () => {
        done();
        return false;
      },
    );
  return (
    <>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <p class="actions" aria-busy={isBusy}>
        <button type="button" class="small" data-row onClick={() => decide("approved")}>
          {t("decide.approved")}
        </button>
        <button type="button" class="button-quiet small" onClick={() => decide("declined")}>
          {t("decide.declined")}
        </button>
      </p>
    </>
  );
}
