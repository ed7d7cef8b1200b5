import * as z from "zod";
import type { ActionScope } from "../../shared/domain/scope.ts";
import { participantsPage } from "../../shared/table/participants.ts";
import type { Participation } from "../../shared/table/participation.ts";
import { type Person, personsNamed } from "../../shared/table/persons.ts";
import type { Table } from "../../shared/table/table.ts";
import { partsIn } from "../edge/cursor.ts";
import type { Cell } from "./csv.ts";
import type { Rows } from "./export-page.ts";

/** Fits in one read of the index, and its people in five of the table. */
const atOnce = 500;

interface Row {
  item: Record<string, unknown>;
  participation: Participation;
  person: Person | undefined;
}

/** Name and address first, then what was done: what an organizer needs at the door. */
const common = {
  name: ({ person, participation }: Row) => person?.names[participation.scope],
  email: ({ person }: Row) => person?.email,
  state: ({ participation }: Row) => participation.state,
  country: ({ participation }: Row) => participation.country,
  language: ({ participation }: Row) => participation.locale,
  source: ({ participation }: Row) => participation.source,
  "may be written to": ({ participation }: Row) => (participation.consent?.updates ? "yes" : "no"),
  "confirmed at": ({ participation }: Row) => participation.confirmedAt,
};

const Signature = z
  .object({
    text: z.object({ version: z.number(), locale: z.string() }),
    display: z.string(),
    referral: z.unknown(),
    organization: z.object({ name: z.string(), kind: z.string(), website: z.string() }),
  })
  .partial();

const signed = (read: (signature: z.infer<typeof Signature>) => Cell) => {
  return ({ item }: Row) => read(Signature.parse(item.signature ?? {}));
};

const ofSignature = {
  organization: signed(({ organization }) => organization?.name),
  "organization kind": signed(({ organization }) => organization?.kind),
  website: signed(({ organization }) => organization?.website),
  shown: signed(({ display }) => display),
  "text version": signed(({ text }) => text?.version),
  "text language": signed(({ text }) => text?.locale),
  "brought by a link": signed(({ referral }) => (referral ? "yes" : "no")),
};

/** Everybody who stands confirmed in an event, then its waiting line. */
export function registrantRows(table: Table, scope: ActionScope): Rows {
  return rowsOf(table, { scope, lists: [scope, `${scope}.waiting`] }, common);
}

/** Every signature of a pledge or a statement that stands, whether it is shown in public or not. */
export function signatureRows(table: Table, scope: ActionScope): Rows {
  return rowsOf(table, { scope, lists: [scope] }, { ...common, ...ofSignature });
}

function rowsOf(
  table: Table,
  { scope, lists }: { scope: ActionScope; lists: string[] },
  columns: Record<string, (row: Row) => Cell>,
): Rows {
  return {
    columns: Object.keys(columns),
    async read(after) {
      const place = after === undefined ? undefined : partsIn(Place, after);
      const { items, next } = await participantsPage(table, { scope, lists, after: place, limit: atOnce });
      const people = await personsNamed(
        table,
        items.map(({ participation }) => participation.person),
      );
      const rows = items.map(({ item, participation }) =>
        Object.values(columns).map((cell) =>
          cell({ item, participation, person: people.get(participation.person) }),
        ),
      );
      return { rows, next: next && JSON.stringify(next) };
    },
  };
}

const Place = z.object({ list: z.number().int(), bucket: z.number().int(), after: z.string().optional() });
