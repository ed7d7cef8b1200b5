/**
 * What somebody typed, as it stands in a mail of ours: set apart (Unicode's first strong isolate), so that an English
 * question in an Arabic mail keeps its question mark at its own end, in the HTML and in the text alike. Line by line, since
 * what is set apart ends with its line.
 */
export function typed(text: string): string {
  return text.replaceAll(/.+/g, "\u2068$&\u2069");
}
