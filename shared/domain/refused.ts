import type { EventRefusal } from "./event-states.ts";
import type { MemberRefusal } from "./member-states.ts";
import type { Refusal } from "./participation-states.ts";
import type { SignableRefusal } from "./signable-states.ts";

/**
 * The business outcomes that are not what was asked for. One class each, carrying data and never personal data; the one
 * table from them to HTTP statuses is `functions/edge/statuses.ts`, which does not compile until each has its answer.
 */
export abstract class Refused extends Error {
  abstract readonly word: RefusalWord;
  constructor() {
    super();
    this.name = new.target.name;
  }
}

/** A field that is not as it must be: `pointer` is a JSON pointer (RFC 6901), `reason` a word of `shared/locales`. */
export interface FieldProblem {
  pointer: string;
  reason: string;
  limit?: number | undefined;
}

export class InvalidRequest extends Refused {
  readonly word = "invalid-request";
  readonly problems: FieldProblem[];
  constructor(problems: FieldProblem[]) {
    super();
    this.problems = problems;
  }
}

export class UnknownScope extends Refused {
  readonly word = "unknown-scope";
  readonly scope: string;
  constructor(scope: string) {
    super();
    this.scope = scope;
  }
}

/** The action takes nobody in (any more): closed, cancelled, or over. */
export class ActionClosed extends Refused {
  readonly word: "action-closed" | "action-cancelled" | "action-past";
  constructor(word: ActionClosed["word"]) {
    super();
    this.word = word;
  }
}

/** The link was not made by us, was revoked by a newer one, or is for something else. */
export class InvalidLink extends Refused {
  readonly word = "invalid-link";
}

/** A verb that the state does not allow, with the state table's named reason. */
export class NotPossible extends Refused {
  readonly word: Refusal | MemberRefusal;
  constructor(word: Refusal | MemberRefusal) {
    super();
    this.word = word;
  }
}

/** Somebody else changed the same item at every try; nothing was done, trying again is right. */
export class TooBusy extends Refused {
  readonly word = "too-busy";
}

/** Signed in, but not in a group that may do this. */
export class NotAllowed extends Refused {
  readonly word = "not-allowed";
}

/** Somebody else changed it since it was opened: what they made of it is to be looked at first. */
export class ChangedMeanwhile extends Refused {
  readonly word = "changed-meanwhile";
  /** How it stands now and what was last decided on it; for staff alone. */
  readonly standing: Record<string, unknown> | undefined;
  constructor(standing?: Record<string, unknown>) {
    super();
    this.standing = standing;
  }
}

/** The name or the domain has become another member's. */
export class NameTaken extends Refused {
  readonly word = "name-taken";
}

/** Who speaks for it is shown already, or there is no domain of its own to show it by. */
export class NothingToProve extends Refused {
  readonly word = "nothing-to-prove";
}

/** Who speaks for a member is not forgotten before the member has somebody else, or has left. */
export class SpeaksForMember extends Refused {
  readonly word = "speaks-for-a-member";
}

/** There is something of this kind and name in addresses already. */
export class SlugTaken extends Refused {
  readonly word = "slug-taken";
}

/** A mailing that stands in a state in which this cannot be done to it. */
export class NewsNotPossible extends Refused {
  readonly word = "news-not-possible";
  readonly state: string;
  constructor(state: string) {
    super();
    this.state = state;
  }
}

/** Somebody with this address is on the staff already. */
export class AlreadyStaff extends Refused {
  readonly word = "already-staff";
}

/** An admin would lock themselves out: another admin has to do it. */
export class NotYourself extends Refused {
  readonly word = "not-yourself";
}

/** The text that was signed is no more the one in force: the new one is to be read first. */
export class TextChanged extends Refused {
  readonly word = "text-changed";
}

export class NotFound extends Refused {
  readonly word = "not-found";
}

export class MalformedBody extends Refused {
  readonly word = "malformed-body";
}

export class BodyTooLarge extends Refused {
  readonly word = "body-too-large";
}

export class UnsupportedMediaType extends Refused {
  readonly word = "unsupported-media-type";
}

export class UnknownVerb extends Refused {
  readonly word = "unknown-verb";
}

export type RefusalWord =
  | Refusal
  | EventRefusal
  | "capacity-below-registered"
  | "seats-being-counted"
  | MemberRefusal
  | "name-taken"
  | "nothing-to-prove"
  | "slug-taken"
  | "speaks-for-a-member"
  | "campaign-not-published"
  | SignableRefusal
  | ActionClosed["word"]
  | "invalid-request"
  | "unknown-scope"
  | "invalid-link"
  | "too-busy"
  | "not-found"
  | "news-not-possible"
  | "not-allowed"
  | "text-changed"
  | "changed-meanwhile"
  | "already-staff"
  | "not-yourself"
  | "malformed-body"
  | "body-too-large"
  | "unsupported-media-type"
  | "unknown-verb";
