/**
 * Every function that is deployed, by its id in docs/design.md, and the file it starts from. It stands apart from the
 * capabilities because all entries are bundled in one call, before the first construct is made.
 */
export const catalogue = {
  "website-pages": "functions/website/pages.ts",
  "website-meta": "functions/website/meta.ts",
  "participation-api": "functions/participation/api.ts",
  "participation-counts": "functions/participation/counts.ts",
  "participation-tally": "functions/participation/tally.ts",
  "participation-reconcile": "functions/participation/reconcile.ts",
  "participation-expiry": "functions/participation/expiry.ts",
  "events-api": "functions/events/api.ts",
  "pledges-api": "functions/pledges/api.ts",
  "membership-api": "functions/membership/api.ts",
  "membership-staff": "functions/membership/staff.ts",
  "staff-people": "functions/staff/people.ts",
  "mail-outbox": "functions/mail/outbox.ts",
  "mail-mailer": "functions/mail/mailer.ts",
  "mail-feedback": "functions/mail/feedback.ts",
  "mail-sweep": "functions/mail/sweep.ts",
  "mail-news": "functions/mail/news.ts",
  "mail-news-api": "functions/mail/news-api.ts",
} as const;

export type FunctionId = keyof typeof catalogue;
