import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";

/** One mail as it was sent: to whom the envelope says, and the MIME message. */
export interface CaughtMail {
  id: string;
  to: string[];
  /** Address that the message says it is from. */
  from: string;
  subject: string;
  /** When it was caught, ISO 8601 in UTC. */
  at: string;
  raw: string;
}

type Kept = Omit<CaughtMail, "raw">;

/** Catches by SMTP every mail that the emulator's SES passes on, and keeps each as a file. */
export class MailCatcher {
  private readonly folder: string;
  private server: SMTPServer | undefined;
  private caught = 0;
  private readonly listeners: ((mail: CaughtMail) => void)[] = [];

  constructor(folder: string) {
    this.folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  /** Listens on loopback, at any free port unless told, and gives its port. */
  listen(port = 0): Promise<number> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS", "AUTH"],
      onData: (stream, session, done) => {
        const parts: Buffer[] = [];
        stream.on("data", (part: Buffer) => parts.push(part));
        stream.on("end", () => {
          const to = session.envelope.rcptTo.map((recipient) => recipient.address);
          this.keep(to, Buffer.concat(parts)).then(() => done(), done);
        });
      },
    });
    this.server = server;
    return new Promise((resolve, reject) => {
      server.on("error", reject);
      server.listen(port, "127.0.0.1", () => {
        const address = server.server.address();
        resolve(typeof address === "object" && address ? address.port : 0);
      });
    });
  }

  /** Calls back with each mail that is caught from now on. */
  onCaught(listener: (mail: CaughtMail) => void): void {
    this.listeners.push(listener);
  }

  /** All that were caught, newest first; with `to`, those that went to this address. */
  list(to?: string): CaughtMail[] {
    const wanted = to?.toLowerCase();
    return readdirSync(this.folder)
      .filter((name) => name.endsWith(".json"))
      .sort()
      .reverse()
      .map((name) => JSON.parse(readFileSync(join(this.folder, name), "utf8")) as Kept)
      .filter((mail) => !wanted || mail.to.some((address) => address.toLowerCase() === wanted))
      .map((mail) => ({ ...mail, raw: readFileSync(join(this.folder, `${mail.id}.eml`), "utf8") }));
  }

  /** One of them, by its id. */
  find(id: string): CaughtMail | undefined {
    return this.list().find((mail) => mail.id === id);
  }

  stop(): Promise<void> {
    return new Promise((resolve) => (this.server ? this.server.close(() => resolve()) : resolve()));
  }

  private async keep(to: string[], raw: Buffer): Promise<void> {
    const at = new Date().toISOString();
    this.caught += 1;
    const id = `${at.replace(/\D/g, "")}-${String(this.caught).padStart(6, "0")}`;
    const message = await PostalMime.parse(raw);
    const kept: Kept = { id, to, from: message.from?.address ?? "", subject: message.subject ?? "", at };
    writeFileSync(join(this.folder, `${id}.eml`), raw);
    // Named last: a reader in another process never meets half a mail.
    writeFileSync(join(this.folder, `${id}.unnamed`), JSON.stringify(kept));
    renameSync(join(this.folder, `${id}.unnamed`), join(this.folder, `${id}.json`));
    for (const listener of this.listeners) listener({ ...kept, raw: raw.toString("utf8") });
  }
}
