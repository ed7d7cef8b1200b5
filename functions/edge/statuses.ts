import type { RefusalWord } from "../../shared/domain/refused.ts";

/** The one table from business outcomes to HTTP: a new outcome does not compile until it has its answer here. */
export const statuses: Record<RefusalWord, { status: number; title: string }> = {
  "invalid-request": { status: 400, title: "The request has fields that are not as they must be." },
  "malformed-body": { status: 400, title: "The body is not well-formed JSON." },
  "body-too-large": { status: 413, title: "The body is larger than 16 KB." },
  "unsupported-media-type": {
    status: 415,
    title: "The body must be JSON or, on public forms, form-encoded.",
  },
  "not-found": { status: 404, title: "There is nothing here." },
  "not-allowed": { status: 403, title: "Your role may not do this." },
  "changed-meanwhile": { status: 409, title: "Somebody else has changed it since you opened it." },
  "news-not-possible": { status: 409, title: "That cannot be done to news in this state." },
  "unknown-scope": { status: 404, title: "There is no such campaign, event, pledge or statement." },
  "unknown-verb": { status: 404, title: "There is no such verb." },
  "method-not-allowed": { status: 405, title: "This method is not for this address." },
  "invalid-link": { status: 404, title: "The link is not valid, or a newer one has taken its place." },
  "link-expired": { status: 410, title: "The link has expired. Signing up again brings a new one." },
  "action-closed": { status: 409, title: "It takes nobody in any more." },
  "action-cancelled": { status: 409, title: "It has been cancelled." },
  "action-past": { status: 409, title: "It is over." },
  "not-signed-up": { status: 409, title: "There is no signup that this could be done to." },
  "not-confirmed": { status: 409, title: "The signup has not been confirmed yet." },
  "already-withdrawn": { status: 409, title: "It has been withdrawn. Signing up again is possible." },
  "held-for-review": { status: 409, title: "It is being looked at by the staff." },
  "not-waiting": { status: 409, title: "It is not on the waiting list." },
  "no-seat-offered": { status: 409, title: "No seat is on offer." },
  "already-attended": { status: 409, title: "Attendance has been recorded." },
  "not-for-this-kind": { status: 409, title: "That cannot be done to this kind of action." },
  "too-busy": { status: 503, title: "Too many changes at once. Please try again." },
};
