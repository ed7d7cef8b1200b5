import type { ComponentChildren } from "preact";
import { useAsked, useEvery } from "../console-context.ts";
import { type Filter, Filters } from "../parts/filters.tsx";
import { Nothing, type Page, Pages } from "../parts/list.tsx";
import { ProblemBox } from "../parts/problem.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { usePlace } from "../place.ts";
import { type SignableKind, type StaffSignable, titleOf } from "../signables/staff-signable.ts";
import { t } from "../texts/texts.ts";
import { Decide, type Verb } from "./decide.tsx";

interface ReviewListProps<Item> {
  /** In the staff API; a decision is posted to `<path>/<id>/decision`. */
  path: "comments" | "signatures";
  idOf: (item: Item) => string;
  empty: string;
  /** What has any: of which kind. */
  of: SignableKind;
  filters: readonly Filter[];
  verbsOf: (item: Item) => readonly Verb[];
  /** How it stands, where that may have changed since it was shown. */
  fromOf?: (item: Item) => string;
  show: (item: Item, titleOfScope: (scope: string) => string) => ComponentChildren;
}

/** What waits for a yes or a no, or was decided, each decided where it stands. */
export function ReviewList<Item>({ of, filters, show, ...props }: ReviewListProps<Item>) {
  const signables = useEvery<StaffSignable>(`${of}s`);
  const choices = signables.map((item) => ({ value: item.scope, text: titleOf(item) }));
  const titleOfScope = (scope: string) => choices.find(({ value }) => value === scope)?.text ?? scope;
  return (
    <>
      <Filters filters={[...filters, { name: "scope", label: t(`scope.${of}`), choices }]} />
      <Reviews {...props} show={(item) => show(item, titleOfScope)} />
    </>
  );
}

type ReviewsProps<Item> = Omit<ReviewListProps<Item>, "of" | "filters" | "show"> & {
  show: (item: Item) => ComponentChildren;
};

function Reviews<Item>({ path, idOf, empty, verbsOf, fromOf, show }: ReviewsProps<Item>) {
  const place = usePlace();
  const asked = useAsked<Page<Item>>(`${path}?${place.query}`);
  if (asked.problem) return <ProblemBox problem={asked.problem} again={asked.again} />;
  if (!asked.answer) return <Waiting />;
  const { items, next } = asked.answer;
  if (items.length === 0) return <Nothing empty={empty} next={next} />;
  return (
    <>
      <ul class="plain">
        {items.map((item) => (
          <li class="card" key={idOf(item)}>
            {show(item)}
            <Decide
              path={`${path}/${encodeURIComponent(idOf(item))}/decision`}
              verbs={verbsOf(item)}
              from={fromOf?.(item)}
              done={asked.again}
            />
          </li>
        ))}
      </ul>
      <Pages place={place} shown={items.length} next={next} />
    </>
  );
}
