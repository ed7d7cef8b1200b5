import { useState } from "preact/hooks";
import type { StaffPerson } from "../../../shared/contracts/staff-people.ts";
import { staffRoles } from "../../../shared/domain/staff-roles.ts";
import { useAsked, useConsole } from "../console-context.ts";
import { Filters, wordChoices } from "../parts/filters.tsx";
import { type Column, List, type Page } from "../parts/list.tsx";
import { Screen } from "../parts/screen.tsx";
import { InviteForm } from "../people/invite-form.tsx";
import { PersonSheet } from "../people/person-sheet.tsx";
import { usePlace } from "../place.ts";
import { momentText, t } from "../texts/texts.ts";

/** Who is on the staff, and the way in and out. */
export function PeopleScreen() {
  const { session } = useConsole();
  const asked = useAsked<Page<StaffPerson>>(`people?${usePlace().query}`);
  const [opened, setOpened] = useState<StaffPerson>();
  const columns: Column<StaffPerson>[] = [
    {
      title: t("field.email"),
      cell: (person) => (
        <>
          <bdi class="address">{person.email}</bdi>
          {person.id === session.claims?.id && <span class="hint"> ({t("people.you")})</span>}
        </>
      ),
    },
    {
      title: t("people.roles"),
      cell: ({ roles }) => roles.map((role) => t(`role.${role}`)).join(", ") || t("none"),
    },
    { title: t("people.status"), cell: ({ status }) => t(`people.status.${status}`) },
    { title: t("field.since"), cell: ({ since }) => momentText(since) },
    {
      title: t("people.change"),
      cell: (person) => (
        <button
          type="button"
          class="button-quiet small"
          data-row
          aria-label={t("people.change.of", { email: person.email })}
          onClick={() => setOpened(person)}
        >
          {t("people.change")}
        </button>
      ),
    },
  ];
  return (
    <Screen title={t("people.title")} lead={t("people.lead")}>
      <Filters
        filters={[
          {
            name: "role",
            label: t("people.role"),
            choices: wordChoices("role", staffRoles),
          },
          {
            name: "status",
            label: t("people.status"),
            choices: wordChoices("people.status", ["active", "invited"]),
          },
        ]}
      />
      <List
        caption={t("people.title")}
        asked={asked}
        columns={columns}
        id={({ id }) => id}
        empty={t("people.empty")}
      />
      <InviteForm invited={asked.again} />
      {opened && <PersonSheet person={opened} changed={asked.again} close={() => setOpened(undefined)} />}
    </Screen>
  );
}
