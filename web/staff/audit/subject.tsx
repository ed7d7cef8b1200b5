import { wordText } from "../texts/texts.ts";

/** Where a subject of the audit list is shown, if it has a screen of its own. */
export function subjectHref(subject: string): string | undefined {
  const dot = subject.indexOf(".");
  const [kind, name] = [subject.slice(0, dot), subject.slice(dot + 1)];
  const screens: Record<string, string> = {
    member: `/staff/members/${name}`,
    event: `/staff/events/${name}`,
    campaign: `/staff/campaigns/${name}`,
    pledge: `/staff/pledges/${name}`,
    statement: `/staff/statements/${name}`,
    news: `/staff/news/${name}`,
    person: `/staff/registrants/person/${name}`,
  };
  return screens[kind];
}

/** What was done to a subject. */
export function auditHref(subject: string): string {
  return `/staff/audit?subject=${encodeURIComponent(subject)}`;
}

/** A subject as it is known, long ids cut, a file by what it lists; its link leads to what it is. */
export function Subject({ subject }: { subject: string }) {
  const href = subjectHref(subject);
  const [, file] = /^export\.(.+)$/.exec(subject) ?? [];
  const text = file
    ? wordText("nav", file, subject)
    : subject.replace(/^((?:member|person|staff)\..{8}).+$/, "$1…");
  const shown = <bdi title={subject}>{text}</bdi>;
  return href ? <a href={href}>{shown}</a> : shown;
}
