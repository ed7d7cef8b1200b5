import type { ComponentChildren } from "preact";
import { render } from "preact-render-to-string";
import type { Speech } from "../../shared/locales/speak.ts";

/** A mail's words, in both forms that it is sent in. */
export interface MailText {
  subject: string;
  html: string;
  text: string;
}

export interface MailParts {
  subject: string;
  preheader: string;
  heading: string;
  /** Paragraphs, in order; before and after the one action. */
  before: string[];
  action?: { label: string; url: string } | undefined;
  after: string[];
  /** Why the person gets it, where it is not the usual. */
  why?: string | undefined;
  /** Links under the line at the end; plain ones. */
  footer: { label: string; url: string }[];
}

/** Puts a mail's parts into its HTML and its text form. HTML for old clients: one table, styles inline, nothing remote. */
export function mail(speech: Speech, parts: MailParts): MailText {
  return {
    subject: parts.subject,
    html: `<!doctype html>${render(<MailPage speech={speech} parts={parts} />)}`,
    text: plain(speech, parts),
  };
}

function plain(speech: Speech, { heading, before, action, after, why, footer }: MailParts): string {
  const said = [heading, ...before, ...(action ? [`${action.label}:\n${action.url}`] : []), ...after];
  const end = [why ?? speech.t("mail.footer.why"), ...footer.map(({ label, url }) => `${label}:\n${url}`)];
  return `${said.join("\n\n")}\n\n-- \n${speech.t("coalition.name")}\n\n${end.join("\n\n")}\n`;
}

const font = "font-family:'Segoe UI',Tahoma,'Noto Sans','Noto Naskh Arabic',Arial,sans-serif";
/** The site's own colours, written out: mail clients know no tokens. */
const styles = {
  body: `margin:0;padding:0;background:#f5f9f6;${font}`,
  sheet: `max-width:560px;margin:24px auto;background:#ffffff;border-top:6px solid #ffd23f;${font}`,
  cell: "padding:28px 32px;font-size:17px;color:#10231f",
  brand: "margin:0 0 20px;font-size:14px;font-weight:700;color:#06655a",
  heading: "margin:0 0 16px;font-size:26px;line-height:1.25;color:#10231f;text-wrap:balance",
  paragraph: "margin:0 0 16px;overflow-wrap:anywhere",
  action: "margin:24px 0",
  button:
    "display:inline-block;padding:14px 26px;background:#083d38;color:#ffffff;font-weight:700;line-height:1.3;text-decoration:none;border-radius:6px",
  address: "margin:0 0 16px;font-size:13px;line-height:1.5;word-break:break-all;color:#465d57",
  footer: "padding:20px 32px 24px;border-top:1px solid #c9d8d1;font-size:13px;color:#465d57",
  hidden: "display:none;max-height:0;overflow:hidden;mso-hide:all",
  link: "color:#06655a",
};

/** Joined scripts take more leading. */
function leading({ dir }: Speech): string {
  return `line-height:${dir === "rtl" ? 1.75 : 1.55}`;
}

/** Clients that have a dark mode and read styles get this; the others invert by themselves or stay light. */
const darkStyles = `@media (prefers-color-scheme: dark) {
  body { background: #0b1614 !important }
  .sheet { background: #12211e !important }
  .sheet td, .sheet h1, .sheet p { color: #e7f1ed !important; border-color: #2c423c !important }
  .sheet .soft, .sheet .soft p { color: #a6bcb5 !important }
  .sheet a, .sheet .brand { color: #85dcc7 !important }
  .sheet a.button { background: #ffd23f !important; color: #10231f !important }
}`;

function MailPage({ speech, parts }: { speech: Speech; parts: MailParts }) {
  const { locale, dir } = speech;
  return (
    <html lang={locale} dir={dir}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <title>{parts.subject}</title>
        <style>{darkStyles}</style>
      </head>
      <body style={styles.body}>
        <div style={styles.hidden}>{parts.preheader}</div>
        <table
          role="presentation"
          class="sheet"
          width="100%"
          cellpadding="0"
          cellspacing="0"
          style={styles.sheet}
        >
          <tr>
            <td style={`${styles.cell};${leading(speech)}`} dir={dir}>
              <p class="brand" style={styles.brand}>
                {speech.t("coalition.name")}
              </p>
              <h1 style={styles.heading}>{parts.heading}</h1>
              <Paragraphs>{parts.before}</Paragraphs>
              {parts.action && <Action {...parts.action} />}
              <Paragraphs>{parts.after}</Paragraphs>
            </td>
          </tr>
          <tr>
            <td class="soft" style={`${styles.footer};${leading(speech)}`} dir={dir}>
              <p style="margin:0 0 12px">{parts.why ?? speech.t("mail.footer.why")}</p>
              {parts.footer.map(({ label, url }) => (
                <p key={url} style="margin:0 0 6px">
                  <a style={styles.link} href={url}>
                    {label}
                  </a>
                </p>
              ))}
            </td>
          </tr>
        </table>
      </body>
    </html>
  );
}

function Paragraphs({ children }: { children: string[] }): ComponentChildren {
  return children.map((paragraph) =>
    isAddress(paragraph) ? (
      <p key={paragraph} style={styles.paragraph} dir="ltr">
        <a style={styles.link} href={paragraph}>
          {paragraph}
        </a>
      </p>
    ) : (
      <p key={paragraph} style={styles.paragraph}>
        {linesOf(paragraph)}
      </p>
    ),
  );
}

/** Lines end where whoever typed them ended them, as in the text form. */
function linesOf(paragraph: string): ComponentChildren {
  return paragraph.split("\n").flatMap((line, i) => (i === 0 ? [line] : [<br key={i} />, line]));
}

/** Whether a paragraph is nothing but an address, such as the one to share. */
function isAddress(paragraph: string): boolean {
  return /^https?:\/\/\S+$/.test(paragraph);
}

/** The address stands in full too: one should see where a link leads before following it. */
function Action({ label, url }: { label: string; url: string }) {
  return (
    <>
      <p style={styles.action}>
        <a class="button" style={styles.button} href={url}>
          {label}
        </a>
      </p>
      <p class="soft" style={styles.address} dir="ltr">
        {url}
      </p>
    </>
  );
}
