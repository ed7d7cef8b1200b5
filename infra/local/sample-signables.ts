import { scopeKey } from "../../shared/table/keys.ts";
import {
  addScope,
  type Pledge,
  type ScopeItem,
  type Signable,
  type Statement,
  scopeDetails,
  scopePlace,
} from "../../shared/table/scope.ts";
import type { Table } from "../../shared/table/table.ts";
import { publishVersion, textsOf, writeText } from "../../shared/table/text.ts";

const campaign = "campaign.global-encryption-day-2027";

export const samplePledge: Pledge = {
  ...scopeKey("pledge.make-the-switch"),
  sk: "DETAILS",
  entity: "scope",
  kind: "pledge",
  scope: "pledge.make-the-switch",
  campaign,
  slug: "make-the-switch",
  state: "published",
  version: 1,
  title: { en: "Make the switch", ar: "انتقِل إلى التشفير" },
  summary: {
    en: "Promise to move your conversations to an end-to-end encrypted messenger, and bring others along.",
    ar: "تعهَّد بنقل محادثاتك إلى تطبيق مراسلة مشفّر من طرف إلى طرف، واصطحب غيرك معك.",
  },
  versions: [],
  closesAt: null,
  askAfterDays: 30,
  askAgainAfterDays: 30,
  ...scopePlace({ kind: "pledge", state: "published", scope: "pledge.make-the-switch" }, "2026-11-01"),
};

const statement: Statement = {
  ...scopeKey("statement.2027"),
  sk: "DETAILS",
  entity: "scope",
  kind: "statement",
  scope: "statement.2027",
  campaign,
  slug: "2027",
  state: "published",
  version: 1,
  title: { en: "Global Encryption Day 2027 statement", ar: "بيان اليوم العالمي للتشفير 2027" },
  summary: {
    en: "Organizations and experts call on governments and companies to protect strong encryption.",
    ar: "تدعو منظمات وخبراء الحكوماتِ والشركات إلى حماية التشفير القوي.",
  },
  versions: [],
  closesAt: null,
  ...scopePlace({ kind: "statement", state: "published", scope: "statement.2027" }, "2026-11-01"),
};

const texts: Record<string, Record<string, string>> = {
  [samplePledge.scope]: {
    en: `I will make the switch.

Within the next month I will move at least one of my conversations – with my family, my friends or my team – to a messenger that is end-to-end encrypted, and I will ask one other person to do the same.

I do this because private conversations keep people safe: those who are ill, those who report on wrongdoing, those who are pursued, and everybody else.
`,
    ar: `سأنتقل إلى التشفير.

خلال الشهر المقبل سأنقل محادثة واحدة على الأقل من محادثاتي – مع أسرتي أو أصدقائي أو فريقي – إلى تطبيق مراسلة مشفّر من طرف إلى طرف، وسأطلب من شخص آخر أن يفعل مثلي.

أفعل ذلك لأن المحادثات الخاصة تحمي الناس: المرضى، ومن يكشفون المخالفات، والملاحَقين، وكل من سواهم.
`,
  },
  [statement.scope]: {
    en: `Strong encryption keeps people, economies and democracies safe.

We, the undersigned organizations and experts, call on governments and companies to reject laws, policies and practices that weaken end-to-end encryption, and to promote its use.

There is no way to give exceptional access to some without giving it to all. Encryption must not be broken, by law or by other means.
`,
    ar: `التشفير القوي يحمي الناس والاقتصادات والديمقراطيات.

نحن، المنظماتِ والخبراءَ الموقّعين أدناه، ندعو الحكومات والشركات إلى رفض القوانين والسياسات والممارسات التي تُضعف التشفير من طرف إلى طرف، وإلى تشجيع استخدامه.

لا سبيل إلى منح وصول استثنائي للبعض دون منحه للجميع. ويجب ألا يُكسر التشفير، لا بالقانون ولا بغيره.
`,
  },
};

/** Adds the sample pledge and statement with version 1 of their texts, in the way in which staff would. */
export async function putSignables(table: Table): Promise<void> {
  for (const item of [samplePledge, statement]) {
    await addScope(table, item);
    const standing = await scopeDetails(table, item.scope);
    if (standing && isNew(standing)) await publishFirst(table, standing);
  }
}

function isNew(item: ScopeItem): item is Signable {
  return (item.kind === "pledge" || item.kind === "statement") && item.versions.length === 0;
}

async function publishFirst(table: Table, item: Signable): Promise<void> {
  const now = new Date();
  let before = item;
  for (const [locale, text] of Object.entries(texts[item.scope] ?? {})) {
    await writeText(table, { before, with: [] }, { locale, text, now });
    before = { ...before, version: before.version + 1 };
  }
  const written = await textsOf(table, item.scope, 1);
  await publishVersion(
    table,
    { before, with: [] },
    {
      version: 1,
      publishedAt: now.toISOString(),
      texts: written.map(({ version, locale, sha256 }) => ({ version, locale, sha256 })),
    },
  );
}
