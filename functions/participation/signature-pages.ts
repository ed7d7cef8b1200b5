import type { Link } from "../../shared/domain/link-token.ts";
import { counts } from "../../shared/domain/participation-states.ts";
import {
  ActionClosed,
  InvalidRequest,
  type Refused,
  TextChanged,
  UnknownScope,
} from "../../shared/domain/refused.ts";
import { signingStatus } from "../../shared/domain/signing-openness.ts";
import { textFor } from "../../shared/domain/text-version.ts";
import type { Locale } from "../../shared/locales/speak.ts";
import type { SignableKind } from "../../shared/table/scope.ts";
import { isSignable, scopeDetails } from "../../shared/table/scope.ts";
import { difference, readSignablePage } from "../../shared/table/signable-page.ts";
import { textPath } from "../../shared/table/signable-views.ts";
import { textIn } from "../../shared/table/views.ts";
import { signConfirmPage } from "../../web/pages/sign-confirm.tsx";
import { signablePage } from "../../web/pages/signable.tsx";
import { signaturePage } from "../../web/pages/signature.tsx";
import type { View } from "../../web/view.ts";
import type { Asked } from "../edge/asked.ts";
import type { Problem } from "../edge/chain.ts";
import { formAgain } from "../edge/form-again.ts";
import { knownSignable } from "../edge/known-signable.ts";
import { formOrProblem, pageOfProblem, viewOf } from "../edge/problem-page.ts";
import { html, type Reply } from "../edge/reply.ts";
import type { Surroundings } from "../edge/surroundings.ts";
import { linkedAndCounted } from "./linked.ts";
import { manageToken } from "./pages.ts";
import { placesOfProof } from "./prove-signature.ts";
import { factsAtHand, signatureFacts, signedItem, whatIsSigned } from "./signature-facts.ts";
import { isOutdated, isToProve, type Standing, signatureVerbsFor } from "./signature-verbs.ts";
import { standingOf } from "./signatures.ts";

/** The page of a link to confirm a signature. */
export async function signConfirmReply(surroundings: Surroundings, asked: Asked, link: Link): Promise<Reply> {
  const { table, clock } = surroundings;
  const { participation, counted } = await linkedAndCounted(table, link, clock());
  const view = viewOf(surroundings, asked);
  const body = signConfirmPage({
    view,
    token: asked.params.token ?? "",
    signature: await factsAtHand(surroundings, participation, view.locale),
    ...(participation.state === "pending" && {
      signing: {
        link: await textLink(surroundings, participation),
        ...(await whatIsSigned(surroundings, participation)),
      },
    }),
    ...(counts(participation.state) && { counted }),
    manageToken: await manageToken(surroundings, participation),
    isToProve: isToProve(participation),
    isClosed: (await statusOf(surroundings, participation)) !== "open",
  });
  return html(200, body);
}

/** The page of the link to manage a signature: kept or not, whether it holds, withdrawing. */
export async function signatureReply(surroundings: Surroundings, asked: Asked, link: Link): Promise<Reply> {
  const standing = await standingOf(surroundings, link, surroundings.clock());
  const { participation } = standing;
  const view = viewOf(surroundings, asked);
  const body = signaturePage({
    view,
    token: asked.params.token ?? "",
    signature: await signatureFacts(surroundings, participation, view.locale),
    text: await textLink(surroundings, participation),
    verbs: signatureVerbsFor(standing),
    newer: await newerThanSigned(surroundings, standing, view.locale),
    proof: await proofView(surroundings, participation),
    asking: asked.query.ask === "withdraw",
  });
  return html(200, body);
}

async function proofView(surroundings: Surroundings, participation: Standing["participation"]) {
  const places = await placesOfProof(surroundings, participation);
  const { proofs = [], looked } = participation.signature ?? {};
  return (
    places && {
      strong: proofs.length > 0,
      looked: looked !== undefined,
      ...{ host: places.record, url: places.file, value: places.value },
    }
  );
}

async function statusOf(surroundings: Surroundings, participation: Standing["participation"]) {
  return signingStatus(await signedItem(surroundings, participation), surroundings.clock());
}

async function textLink(surroundings: Surroundings, participation: Standing["participation"]) {
  const item = await signedItem(surroundings, participation);
  const { text = { version: 0, locale: "en", sha256: "" } } = participation.signature ?? {};
  return { ...text, url: surroundings.origin + textPath(item, text) };
}

async function newerThanSigned(
  surroundings: Surroundings,
  { participation, current }: Standing,
  locale: Locale,
) {
  const { signature } = participation;
  if (!signature || !isOutdated(signature, current)) return undefined;
  const item = await signedItem(surroundings, participation);
  const after = textFor(current, signature.text.locale);
  const changed = await difference(surroundings.table, item, { before: signature.text, after });
  if (!changed || !after) return undefined;
  const note = item.versions.find(({ version }) => version === after.version)?.note;
  return { version: after.version, note: note && textIn(note, locale), parts: changed.parts };
}

/** The form again, with what was typed and a message at each field at fault, and the text that is in force now. */
export async function signFormAgain(
  surroundings: Surroundings,
  asked: Asked,
  refused: { kind: SignableKind; problem: Problem; refusal: Refused | undefined; locale: Locale },
): Promise<Reply> {
  const { kind, problem, refusal, locale } = refused;
  const view: View = {
    locale,
    path: `/${kind}s/${asked.params.slug ?? ""}`,
    origin: surroundings.origin,
  };
  const hasForm =
    !refusal ||
    refusal instanceof InvalidRequest ||
    refusal instanceof ActionClosed ||
    refusal instanceof TextChanged;
  if (!hasForm) return html(problem.status, pageOfProblem(view, problem));
  return formOrProblem(view, problem, () => signFormPage(surroundings, asked, { kind, refusal, view }));
}

async function signFormPage(
  surroundings: Surroundings,
  asked: Asked,
  { kind, refusal, view }: { kind: SignableKind; refusal: Refused | undefined; view: View },
): Promise<string> {
  const known = await knownSignable(surroundings.scope, kind, asked.params.slug);
  const fresh = await scopeDetails(surroundings.table, known.scope);
  const item = isSignable(fresh) ? fresh : known;
  const { textLocale } = (asked.body ?? {}) as { textLocale?: unknown };
  const text = typeof textLocale === "string" ? textLocale : undefined;
  const page = await readSignablePage(surroundings.table, item, { ...view, now: surroundings.clock(), text });
  if (!page) throw new UnknownScope(item.scope);
  return signablePage({ view, ...page, form: formAgain(asked, refusal) });
}
