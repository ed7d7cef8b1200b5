import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { BodyTooLarge, MalformedBody } from "../../shared/domain/refused.ts";
import { fieldsOf } from "./fields-of.ts";

/** Files that a form may bring beside its fields, by their names, and how large its body may be with them. */
export interface FormFiles {
  fields: readonly string[];
  /** Bytes of a whole body, be it a form or JSON with the files in base64. */
  largest: number;
}

/** A logo, in base64 too, with what a file must exceed to be told so at its field and not by a page of its own. */
export const withPicture = (field: string): FormFiles => ({ fields: [field], largest: 4 * 1024 * 1024 });

/**
 * A photo. A function is handed six million bytes at most, and a form comes to it in base64: so what is somewhat too large is
 * said at its field, and only what is far too large by a page of its own.
 */
export const withPhoto = (field: string): FormFiles => ({ fields: [field], largest: 5_900_000 });

export function isMultipart(event: APIGatewayProxyEventV2): boolean {
  return /^multipart\/form-data\s*;/i.test(event.headers["content-type"] ?? "");
}

/**
 * The fields of a multipart form, its files as bytes. A file that was not chosen is one not given, and files that were not
 * asked for are dropped. Read by Node's own parser of the fetch standard.
 */
export async function readFormFiles(
  event: APIGatewayProxyEventV2,
  { fields, largest }: FormFiles,
): Promise<Record<string, unknown>> {
  const bytes = Buffer.from(event.body ?? "", event.isBase64Encoded ? "base64" : "utf8");
  if (bytes.length > largest) throw new BodyTooLarge();
  const form = await formIn(bytes, event.headers["content-type"] ?? "");
  const typed = new URLSearchParams();
  const files: Record<string, unknown> = {};
  for (const [name, value] of form) {
    if (typeof value === "string") typed.append(name, value);
    else if (fields.includes(name) && value.size > 0) files[name] = new Uint8Array(await value.arrayBuffer());
  }
  return Object.assign(fieldsOf(typed), files);
}

async function formIn(bytes: Buffer<ArrayBuffer>, type: string): Promise<FormData> {
  try {
    return await new Response(bytes, { headers: { "content-type": type } }).formData();
  } catch {
    throw new MalformedBody();
  }
}
