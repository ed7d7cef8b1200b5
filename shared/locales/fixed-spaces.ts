/**
 * French has a space inside « » and before : ; ! ?, at which no line may break. In its files these are ordinary ones, since
 * whoever writes there could not tell the two apart.
 */
export function withFixedSpaces(text: string): string {
  return text.replace(/(?<=«) | (?=[»:;!?])/g, "\u00a0");
}
