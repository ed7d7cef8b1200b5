import type { Locale } from "./languages.ts";

/**
 * The words on a badge by plural form (CLDR). They stand apart from the other texts, so that the function that answers the
 * counts carries neither those nor a reader of ICU messages.
 */
export const badgeWords: Record<Locale, Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }> = {
  en: { one: "person for encryption", other: "people for encryption" },
  ar: {
    two: "شخصان مع التشفير",
    few: "أشخاص مع التشفير",
    many: "شخصًا مع التشفير",
    other: "شخص مع التشفير",
  },
  fr: {
    one: "personne pour le chiffrement",
    many: "de personnes pour le chiffrement",
    other: "personnes pour le chiffrement",
  },
  es: { one: "persona por el cifrado", many: "de personas por el cifrado", other: "personas por el cifrado" },
  pt: {
    one: "pessoa pela criptografia",
    many: "de pessoas pela criptografia",
    other: "pessoas pela criptografia",
  },
  sw: { one: "mtu kwa ajili ya usimbaji fiche", other: "watu kwa ajili ya usimbaji fiche" },
};
