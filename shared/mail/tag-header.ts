/** The header that carries a mail's key, as `tagOfMail` writes it; on its own, since reading it needs no composer of mails. */
export const tagHeader = "X-Mail-Key";
