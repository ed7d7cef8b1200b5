/** What became of a mailing so far, by SES's own word. */
export interface Sendings {
  sent: number;
  delivered: number;
  bounced: number;
  complained: number;
}

/** SES looks closer at 5 % bounces and 0.1 % complaints; we stop by ourselves before. */
export const mostBounced = 0.04;
export const mostComplained = 0.0008;
/** Fewer mails say too little: one complaint among ten is no rate. */
const leastSent = 200;
const leastComplaints = 2;

export type Breaker = "bounces" | "complaints" | undefined;

/** Why a mailing must stop, if it must. Pure. */
export function breakerOn({ sent, bounced, complained }: Omit<Sendings, "delivered">): Breaker {
  if (sent < leastSent) return undefined;
  if (complained >= leastComplaints && complained / sent > mostComplained) return "complaints";
  return bounced / sent > mostBounced ? "bounces" : undefined;
}
