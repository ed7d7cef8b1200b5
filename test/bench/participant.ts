import type { APIGatewayProxyEventV2, Context } from "aws-lambda";
import { linkToken } from "../../shared/domain/link-token.ts";
import type { Table } from "../../shared/table/table.ts";
import { apiEvent } from "../functions/api-event.ts";
import { personHashOf, personKey, scope } from "../functions/mail/post-office.ts";
import { participationDoor } from "../functions/participation-door.ts";

/** What a participant asks of the API, from the form to the page of thanks; each step is one request. */
export function participants(table: Table) {
  const handler = participationDoor(table, { personKey, linkSecret: personKey });
  const ask = async (event: APIGatewayProxyEventV2, status: number) => {
    const { statusCode } = await handler(event, {} as Context);
    if (statusCode !== status) throw new Error(`${event.routeKey} answered ${statusCode}`);
  };
  /** As the mail brought it; whoever opens a link has not made it. */
  const tokens = new Map<string, string>();
  const tokenOf = (email: string) => {
    const token = tokens.get(email) ?? confirmToken(email);
    tokens.set(email, token);
    return token;
  };
  const shown = (email: string) => ask(apiEvent("GET /confirm/{token}", { token: tokenOf(email) }), 200);
  return {
    signUp: (email: string) => ask(signupBy(email), 202),
    openLink: shown,
    confirm: (email: string) => ask(apiEvent("POST /confirm/{token}", { token: tokenOf(email) }), 303),
    readThanks: shown,
  };
}

function confirmToken(email: string): string {
  const person = personHashOf(email);
  const expires = Math.floor(Date.now() / 1000) + 86_400;
  return linkToken({ purpose: "confirm", person, subject: scope, generation: 1, expires }, personKey);
}

function signupBy(email: string): APIGatewayProxyEventV2 {
  const typed = { email, name: "Ann Example", country: "KE", consent: { news: true } };
  const body = { ...typed, locale: "en", timeZone: "Africa/Nairobi" };
  return apiEvent("POST /api/events/{slug}/registrations", { slug: "global-encryption-day-2027" }, body);
}
