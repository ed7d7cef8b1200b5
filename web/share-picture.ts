import { type Locale, speak } from "../shared/locales/speak.ts";

/** The size that every service shows whole. */
export const sharePictureSize = { width: 1200, height: 630 } as const;

export interface SharePicture {
  locale: Locale;
  title: string;
  people: number;
  /** What the number counts. */
  label?: "count.people" | "count.promised" | "count.signed";
  /** Above the title: what it is. */
  eyebrow: string;
}

const margin = 80;
/** Fonts differ a little; a rough width of a letter of one em, and titles are cut before they run out of the picture. */
const letterWidth = { ltr: 0.6, rtl: 0.56 } as const;

/**
 * The picture that is shown where a page of ours is shared: what it is, and how many stand up for it at this moment. An
 * SVG in the fonts that the renderer is given; the letters of every script that runs either way.
 */
export function sharePictureSvg(picture: SharePicture): string {
  const { locale, title, people, eyebrow, label = "count.people" } = picture;
  const { t, number, dir } = speak(locale);
  const { width, height } = sharePictureSize;
  const x = dir === "rtl" ? width - margin : margin;
  // The renderer takes `start` as the left of whatever is written.
  const anchor = `text-anchor="${dir === "rtl" ? "end" : "start"}"`;
  const { lines, size } = fitted(title, { width: width - 2 * margin - 60, dir });
  const said = lines.map(
    (line, i) =>
      `<text x="${x}" y="${132 + (i + 1) * size * 1.24}" font-size="${size}" fill="#fff">${escaped(line)}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<rect width="${width}" height="${height}" fill="#083d38"/>
${keyhole(dir === "rtl" ? 70 : width - 70)}
<g font-family="DejaVu Sans" font-weight="700" ${anchor}>
<text x="${x}" y="110" font-size="30" fill="#a9e5d2">${escaped(eyebrow)}</text>
${said.join("\n")}
<text x="${x}" y="480" font-size="150" fill="#ffd23f">${escaped(number(people))}</text>
<text x="${x}" y="552" font-size="38" fill="#fff">${escaped(t(label))}</text>
</g>
</svg>`;
}

/** Rings of dots around a keyhole, half of them inside the picture. */
function keyhole(cx: number): string {
  const rings = [150, 190, 230, 270, 310].flatMap((radius, ring) => {
    const many = Math.round((2 * Math.PI * radius) / 30);
    return Array.from({ length: many }, (_, i) => {
      const turn = ((i + ring / 2) / many) * 2 * Math.PI;
      const at = [cx + radius * Math.cos(turn), 330 + radius * Math.sin(turn)].map((n) => n.toFixed(0));
      return `<circle cx="${at[0]}" cy="${at[1]}" r="${9 - ring}" fill="#4a9c8c" opacity="${(0.5 - ring * 0.07).toFixed(2)}"/>`;
    });
  });
  const hole = `<path d="M0 -76a40 40 0 0 1 23 73l17 60h-80l17-60a40 40 0 0 1 23-73z" transform="translate(${cx} 330)" fill="#ffd23f"/>`;
  return rings.join("") + hole;
}

interface Room {
  width: number;
  dir: "ltr" | "rtl";
}

/** Two large lines, or three smaller ones; what is longer still ends with three dots. */
function fitted(title: string, room: Room): { lines: string[]; size: number } {
  const large = wrapped(title, { ...room, size: 58, most: 2 });
  return large.whole
    ? { ...large, size: 58 }
    : { ...wrapped(title, { ...room, size: 46, most: 3 }), size: 46 };
}

function wrapped(text: string, { size, width, dir, most }: Room & { size: number; most: number }) {
  const fits = Math.floor(width / (size * letterWidth[dir]));
  const lines: string[] = [""];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1) ?? "";
    const longer = last === "" ? word : `${last} ${word}`;
    if ([...longer].length <= fits || last === "") lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  const kept = lines.slice(0, most).map((line) => cut(line, fits));
  const whole = lines.length <= most && lines.every((line, i) => line === kept[i]);
  if (lines.length > most) kept[most - 1] = `${cut(kept[most - 1] ?? "", fits - 2)} …`;
  return { lines: kept, whole };
}

function cut(line: string, most: number): string {
  const letters = [...line];
  return letters.length <= most ? line : `${letters.slice(0, most - 1).join("")}…`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/\p{Cc}/gu, " ");
}
