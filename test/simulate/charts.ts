/** One line of a chart: a value for each minute of the day. */
export interface Line {
  name: string;
  values: readonly number[];
  /** Dashes, so that lines are told apart without colour. */
  dash: string;
}

export interface Chart {
  title: string;
  unit: string;
  lines: readonly Line[];
  /** A line across: a limit. */
  limit?: { value: number; name: string };
}

const width = 900;
const height = 190;
const left = 60;
const bottom = 24;
const top = 34;
const colours = ["#0b4f6c", "#b3541e", "#3f7d20"];

/** Charts under each other, as one picture. */
export function picture(charts: readonly Chart[], title: string): string {
  const whole = 44 + charts.length * height;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${whole}" viewBox="0 0 ${width} ${whole}" font-family="system-ui,sans-serif" font-size="12" fill="#12232e">
<rect width="${width}" height="${whole}" fill="#fff"/>
<text x="${left}" y="26" font-size="16" font-weight="600">${title}</text>
${charts.map((chart, i) => `<g transform="translate(0 ${44 + i * height})">${draw(chart)}</g>`).join("\n")}
</svg>
`;
}

function draw({ title, unit, lines, limit }: Chart): string {
  const most = Math.max(1, limit?.value ?? 0, ...lines.flatMap(({ values }) => values));
  const x = (minute: number) => left + (minute / 1440) * (width - left - 16);
  const y = (value: number) => height - bottom - (value / most) * (height - bottom - top);
  const hours = Array.from({ length: 9 }, (_, i) => i * 3);
  // Bold letters of 12 pixels are 7.5 wide at most.
  const at = (i: number) => left + Math.max(360, (title.length + unit.length) * 7.5 + 30) + i * 120;
  const legend = lines.map(
    ({ name, dash }, i) =>
      `<line x1="${at(i)}" x2="${at(i) + 26}" y1="12" y2="12" stroke="${colours[i]}" stroke-width="2" stroke-dasharray="${dash}"/><text x="${at(i) + 32}" y="16">${name}</text>`,
  );
  return `<text x="${left}" y="16" font-weight="600">${title}, ${unit}</text>${legend.join("")}
${hours.map((hour) => `<line x1="${x(hour * 60)}" x2="${x(hour * 60)}" y1="${top}" y2="${height - bottom}" stroke="#dde5ea"/><text x="${x(hour * 60)}" y="${height - 8}" text-anchor="middle">${hour}:00</text>`).join("")}
${[0, 0.5, 1].map((part) => `<text x="${left - 6}" y="${y(most * part) + 4}" text-anchor="end">${Math.round(most * part).toLocaleString("en")}</text>`).join("")}
${limit ? `<line x1="${left}" x2="${width - 16}" y1="${y(limit.value)}" y2="${y(limit.value)}" stroke="#a11" stroke-dasharray="2 3"/><text x="${width - 18}" y="${y(limit.value) + 14}" text-anchor="end" fill="#a11">${limit.name}</text>` : ""}
${lines.map(({ values, dash }, i) => `<path fill="none" stroke="${colours[i]}" stroke-width="1.5" stroke-dasharray="${dash}" d="${values.map((value, minute) => `${minute ? "L" : "M"}${x(minute).toFixed(1)} ${y(value).toFixed(1)}`).join("")}"/>`).join("\n")}`;
}
