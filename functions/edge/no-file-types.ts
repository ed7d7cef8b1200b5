/*
 * Takes the place of nodemailer's table of file types in bundles (docs/adr/0006): whatever we attach says what it is. If
 * ever something does not, this fails loudly.
 */

export function detectMimeType(filename: string): never {
  throw new Error(`Types of files are not guessed: ${filename}; see functions/edge/no-file-types.ts`);
}

export function detectExtension(mimeType: string): never {
  throw new Error(`Names of files are not guessed: ${mimeType}; see functions/edge/no-file-types.ts`);
}
