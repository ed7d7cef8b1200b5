/**
 * Every function that is deployed, by its id in docs/design.md, and the file it starts from. It stands apart from the
 * capabilities because all entries are bundled in one call, before the first construct is made.
 */
export const catalogue = {
  "website-pages": "functions/website/pages.ts",
  "website-pictures": "functions/website/pictures.ts",
  "website-meta": "functions/website/meta.ts",
  "participation-api": "functions/participation/api.ts",
  "participation-staff": "functions/participation/staff.ts",
  "participation-sign": "functions/participation/sign-api.ts",
  "participation-seen": "functions/participation/seen.ts",
  "participation-counts": "functions/participation/counts.ts",
  "participation-tally": "functions/participation/tally.ts",
  "participation-reconcile": "functions/participation/reconcile.ts",
  "participation-open-data": "functions/participation/open-data.ts",
  "participation-forget": "functions/participation/forget.ts",
  "events-api": "functions/events/api.ts",
  "events-proposals": "functions/events/proposals-api.ts",
  "events-staff": "functions/events/staff-api.ts",
  "events-door": "functions/events/door-api.ts",
  "events-seat-sweep": "functions/events/seat-sweep.ts",
  "pledges-api": "functions/pledges/api.ts",
  "pledges-follow": "functions/pledges/follow.ts",
  "pledges-staff": "functions/pledges/staff.ts",
  "pledges-ask": "functions/pledges/ask.ts",
  "staff-metrics": "functions/staff/metrics.ts",
  "staff-campaigns": "functions/staff/campaigns.ts",
  "staff-exports": "functions/staff/exports.ts",
  "membership-api": "functions/membership/api.ts",
  "membership-intake": "functions/membership/intake.ts",
  "membership-staff": "functions/membership/staff.ts",
  "pictures-follow": "functions/pictures/follow.ts",
  "staff-people": "functions/staff/people.ts",
  outbox: "functions/outbox/outbox.ts",
  "mail-mailer": "functions/mail/mailer.ts",
  "mail-feedback": "functions/mail/feedback.ts",
  "mail-fan-out": "functions/mail/fan-out.ts",
  "mail-sweep": "functions/mail/sweep.ts",
  "mail-news": "functions/mail/news.ts",
  "mail-news-api": "functions/mail/news-api.ts",
} as const;

export type FunctionId = keyof typeof catalogue;

/** The drawer of pictures, and a font that is the same everywhere. */
const drawing = [
  "node_modules/@resvg/resvg-wasm/index_bg.wasm",
  "node_modules/dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf",
];

/** What packs and unpacks photos. */
const photos = [
  "node_modules/@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm",
  "node_modules/@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm",
];

/** Files that a function reads when it needs them: they are put beside its bundle. */
export const filesBeside: Partial<Record<FunctionId, readonly string[]>> = {
  "website-pages": ["web/map/world-dots.json"],
  "website-pictures": drawing,
  "membership-intake": drawing,
  "events-proposals": [...drawing, ...photos],
};

/** Threads that a function starts, each bundled beside it under its own name. */
export const threadsBeside: Partial<Record<FunctionId, readonly string[]>> = {
  "membership-intake": ["shared/pictures/draw-worker.ts"],
  "events-proposals": ["shared/pictures/draw-worker.ts"],
};

/** Scripts for browsers that a function hands out itself, each bundled beside it under its own name. */
export const workersBeside: Partial<Record<FunctionId, readonly string[]>> = {
  "events-door": ["web/workers/door.ts"],
};
