import type * as z from "zod";
import type { ImportAnswer } from "../../../shared/contracts/membership-import.ts";
import type { Problem } from "../../../shared/contracts/problem.ts";
import { t, wordText } from "../texts/texts.ts";

/** What happens, or would, with each line. */
export function ImportLines({ lines }: { lines: z.infer<typeof ImportAnswer>["lines"] }) {
  return (
    <div class="wide">
      <table class="table imported">
        <caption class="unseen">{t("import.lines")}</caption>
        <thead>
          <tr>
            <th scope="col" class="number">
              {t("import.line")}
            </th>
            <th scope="col">{t("field.name")}</th>
            <th scope="col">{t("import.what")}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ line, name, what, id }) => (
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
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Where the file is wrong: pointers are `/<line>/<column>`. */
export function ImportErrors({ errors }: { errors: NonNullable<Problem["errors"]> }) {
  return (
    <div class="wide">
      <table class="table imported">
        <caption class="unseen">{t("import.refused")}</caption>
        <thead>
          <tr>
            <th scope="col" class="number">
              {t("import.line")}
            </th>
            <th scope="col">{t("import.column")}</th>
            <th scope="col">{t("import.wrong")}</th>
          </tr>
        </thead>
        <tbody>
          {errors.map(({ pointer, reason }) => {
            const [, line, column] = pointer.split("/");
            return (
              <tr key={pointer}>
                <td class="number">{line}</td>
                <td>
                  <code>{column ?? t("none")}</code>
                </td>
                <td>{wordText("field-problem", reason, reason.replaceAll("-", " "))}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
