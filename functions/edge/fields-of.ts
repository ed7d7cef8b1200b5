/**
 * A form's fields as the JSON of the same thing: `consent.updates` is nested, an empty field is one not given, and
 * fields of a consent are boxes, ticked or not.
 */
export function fieldsOf(form: URLSearchParams): Record<string, unknown> {
  const fields: Record<string, unknown> = Object.create(null);
  for (const [name, value] of form) {
    if (value.trim() === "") continue;
    const [outer = "", inner] = name.split(".", 2);
    if (inner === undefined) fields[outer] = value;
    else
      fields[outer] = {
        ...(fields[outer] as object | undefined),
        [inner]: outer === "consent" ? ticked(value) : value,
      };
  }
  return fields;
}

function ticked(value: string): boolean | string {
  if (["on", "true", "yes", "1"].includes(value)) return true;
  return ["off", "false", "no", "0"].includes(value) ? false : value;
}
