import type { StaffDoor } from "../../pages/staff.tsx";
import { forgetDrafts } from "../drafts.ts";
import { type Claims, claimsOf } from "./claims.ts";
import { SignInRefused } from "./cognito.ts";
import { renew, revoke, type Tokens } from "./sign-in.ts";

/**
 * `ended`: somebody was signed in and is no more, with their screen still open behind the sign-in that is shown then.
 */
export type SessionState = "starting" | "out" | "in" | "ended";

/**
 * The refresh token alone is kept, in this tab's sessionStorage: a reload would else cost a password and a code, and
 * people would be led to weaker passwords. It ends with the tab; no script but ours runs here (policy, Trusted Types);
 * signing out revokes it. The access token is in memory only.
 */
const place = "staff-session";

interface Kept {
  email: string;
  refresh: string;
}

/** A token that ends within this time is not sent any more. Milliseconds. */
const margin = 30_000;

/** Who is signed in on this page. */
export class Session {
  state: SessionState = "starting";
  email = "";
  claims: Claims | undefined;
  readonly door: StaffDoor;
  private token: string | undefined;
  private refresh: string | undefined;
  private renewing: Promise<void> | undefined;
  private waiting: (() => void)[] = [];
  private listeners = new Set<() => void>();

  constructor(door: StaffDoor) {
    this.door = door;
  }

  /** Goes on with what this tab kept, if it still holds. */
  async start(): Promise<void> {
    const kept = readKept();
    if (!kept) return this.become("out");
    this.email = kept.email;
    this.refresh = kept.refresh;
    await this.renew().catch(() => undefined);
    if (!this.token) this.become("out");
  }

  /** Takes the tokens of a finished sign-in. Gives whether somebody else sat here before. */
  accept(tokens: Tokens, email: string): boolean {
    const claims = claimsOf(tokens.access);
    const isAnother = this.claims !== undefined && this.claims.id !== claims.id;
    if (isAnother) forgetDrafts();
    this.email = email;
    this.take(tokens);
    for (const go of this.waiting.splice(0)) go();
    return isAnother;
  }

  /** A token that is good for now; where the session has ended, waits until somebody has signed in again. */
  async bearer(refused?: string): Promise<string> {
    const isStale = !this.claims || this.claims.expiresAt - Date.now() < margin;
    if (isStale || this.token === undefined || this.token === refused) await this.renew();
    if (this.token !== undefined && this.token !== refused) return this.token;
    this.become("ended");
    await new Promise<void>((resolve) => this.waiting.push(resolve));
    return this.bearer();
  }

  async signOut(): Promise<void> {
    const { refresh } = this;
    this.forget();
    forgetDrafts();
    this.claims = undefined;
    this.become("out");
    // Out of this tab already; that Cognito could not be told leaves a token that nobody holds.
    if (refresh) await revoke(this.door, refresh).catch(() => undefined);
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** At most one renewal at a time, however many calls wait for it. */
  private renew(): Promise<void> {
    this.renewing ??= this.renewOnce().finally(() => {
      this.renewing = undefined;
    });
    return this.renewing;
  }

  private async renewOnce(): Promise<void> {
    this.token = undefined;
    if (!this.refresh) return;
    try {
      this.take(await renew(this.door, this.refresh));
    } catch (cause) {
      if (cause instanceof SignInRefused && cause.code === "unreachable") throw cause;
      this.forget();
    }
  }

  private take({ access, refresh }: Tokens): void {
    this.token = access;
    this.refresh = refresh;
    this.claims = claimsOf(access);
    if (refresh) sessionStorage.setItem(place, JSON.stringify({ email: this.email, refresh }));
    this.become("in");
  }

  private forget(): void {
    this.token = undefined;
    this.refresh = undefined;
    sessionStorage.removeItem(place);
  }

  private become(state: SessionState): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}

function readKept(): Kept | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(place) ?? "null") ?? undefined;
  } catch {
    return undefined;
  }
}
