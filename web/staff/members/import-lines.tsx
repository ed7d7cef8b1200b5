import type { ComponentChildren } from "preact";
import type * as z from "zod";
import type { ImportAnswer } from "../../../shared/contracts/membership-import.ts";
import type { Problem } from "../../../shared/contracts/problem.ts";
import { Paged } from "../parts/paged.tsx";
import { t, wordText } from "../texts/texts.ts";

/** What happens, or would, with each line. */
export function ImportLines({ lines }: { lines: z.infer<typeof ImportAnswer>["lines"] }) {
  return (
    <Lines
      items={lines}
      caption={t("import.lines")}
      heads={[t("field.name"), t("import.what")]}
      row={({ line, name, what, id }) => (
        <tr key={line}>
          <td class="number">{line}</td>
          <th scope="row">
            {what === "known" ? (
              <a href={`/staff/members/${id}`}>
                <bdi>{name}</bdi>
              </a>
            ) : (
              <bdi>{name}</bdi>
            )}
          </th>
          <td>{t(`import.what.${what}`)}</td>
        </tr>
      )}
    />
  );
}

/** Where the file is wrong: pointers are `/<line>/<column>`. */
export function ImportErrors({ errors }: { errors: NonNullable<Problem["errors"]> }) {
  return (
    <Lines
      items={errors}
      caption={t("import.refused")}
      heads={[t("import.column"), t("import.wrong")]}
      row={({ pointer, reason }) => {
        const [, line, column] = pointer.split("/");
        return (
          <tr key={`${pointer} ${reason}`}>
            <td class="number">{line}</td>
            <td>{column ? <code>{column}</code> : t("import.whole-line")}</td>
            <td>{wordText("field-problem", reason, reason.replaceAll("-", " "))}</td>
          </tr>
        );
      }}
    />
  );
}

interface LinesProps<Item> {
  items: readonly Item[];
  caption: string;
  /** Of the columns behind that of the line's number. */
  heads: readonly string[];
  row: (item: Item) => ComponentChildren;
}

function Lines<Item>({ items, caption, heads, row }: LinesProps<Item>) {
  return (
    <Paged
      items={items}
      show={(page) => (
        <div class="wide">
          <table class="table imported">
            <caption class="unseen">{caption}</caption>
            <thead>
              <tr>
                {[t("import.line"), ...heads].map((head, i) => (
                  <th scope="col" class={i === 0 ? "number" : undefined} key={head}>
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>{page.map(row)}</tbody>
          </table>
        </div>
      )}
    />
  );
}
