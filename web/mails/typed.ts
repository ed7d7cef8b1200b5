/**
 * What somebody typed, as it stands in a mail of ours: set apart (Unicode's first strong isolate), so that an English
 * question in an Arabic mail keeps its question mark at its own end, in the HTML and in the text alike.
 */
export function typed(text: string): string {
  return `\u2068${text}\u2069`;
}
