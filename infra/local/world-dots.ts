import { createRequire } from "node:module";
import { type ExtendedFeature, geoBounds, geoCentroid, geoContains, geoEqualEarth } from "d3-geo";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";

const require = createRequire(import.meta.url);

/** Dots from the west to the east edge. More show more of small countries, and less on a phone. */
const columns = 136;
/** Between two dots of a row, and between two rows: rows are shifted by half a step, so that dots stand as in a comb. */
const step = { x: 8, y: 7 };
const width = columns * step.x;
/** The world is cut where no meridian touches much land, and what lies south of people's lands is left away. */
const projection = geoEqualEarth().rotate([-11, 0]).fitWidth(width, { type: "Sphere" });
const edges = { north: 83.5, south: -57 };

/** Which country a dot stands for: ISO 3166-1 alpha-2, or nothing for land that has no code. */
type Code = string;
type Place = readonly [longitude: number, latitude: number];
interface Dot {
  column: number;
  row: number;
}

/** Countries that the outlines count to another, or leave out: where each lies. */
const placed: Record<Code, Place> = {
  BQ: [-68.3, 12.2],
  BV: [3.4, -54.4],
  CC: [96.9, -12.2],
  CX: [105.6, -10.5],
  GF: [-53.1, 3.9],
  GI: [-5.4, 36.1],
  GP: [-61.6, 16.3],
  MQ: [-61.0, 14.6],
  RE: [55.5, -21.1],
  SJ: [16.0, 78.0],
  TK: [-171.8, -9.2],
  TV: [178.7, -7.5],
  UM: [166.6, 19.3],
  YT: [45.2, -12.8],
};

/** Lands far from their country's capital that have a code of their own. */
function ownCode(code: Code, [longitude, latitude]: Place): Code {
  if (code === "FR" && latitude < 8 && longitude < -50) return "GF";
  if (code === "NO" && latitude > 74) return "SJ";
  return code;
}

/**
 * The world in dots, each of one country: no border is drawn, and so none is taken sides about. By code, an SVG path that is
 * drawn with round caps and the dashes `0 8`: a run of neighbouring dots is one line. A country too small for the
 * comb has the dot next to it.
 */
export function worldDots(): { viewBox: string; dots: Record<Code, string> } {
  const lands = outlines();
  const taken = new Map<string, Code>();
  const rows = { from: rowOf(edges.north), to: rowOf(edges.south) };
  for (let row = rows.from; row <= rows.to; row++) {
    for (let column = 0; column < columns; column++) {
      const place = placeOf({ column, row });
      if (!place) continue;
      const land = lands.find((one) => one.mayHold(place) && geoContains(one.outline, [...place]));
      if (land) taken.set(nameOf({ column, row }), ownCode(land.code, place));
    }
  }
  giveEachOne(taken, lands);
  const top = rows.from * step.y - step.y;
  const height = (rows.to - rows.from) * step.y + 2 * step.y;
  return { viewBox: `0 ${top} ${width} ${height}`, dots: pathsOf(taken) };
}

/** Undefined beyond the edge of the world, where the projection would go around it once more. */
function placeOf(dot: Dot): Place | undefined {
  const point = pointOf(dot);
  const place = projection.invert?.(point);
  const again = place && projection([...place]);
  return again && Math.hypot(again[0] - point[0], again[1] - point[1]) < 1 ? place : undefined;
}

interface Land {
  code: Code;
  outline: ExtendedFeature;
  /** Cheap, and true for more than the outline. */
  mayHold(place: Place): boolean;
}

function outlines(): Land[] {
  const world = require("world-atlas/countries-50m.json") as Topology<{
    countries: GeometryCollection<{ name: string }>;
  }>;
  const codes = require("i18n-iso-countries/codes.json") as [Code, string, string][];
  const byNumber = new Map(codes.map(([alpha2, , number]) => [number, alpha2]));
  return feature(world, world.objects.countries).features.map((outline) => {
    const named = outline.properties.name === "Kosovo" ? "XK" : undefined;
    const [[west, south], [east, north]] = geoBounds(outline);
    const mayHold = ([longitude, latitude]: Place) =>
      latitude >= south &&
      latitude <= north &&
      (west <= east ? longitude >= west && longitude <= east : longitude >= west || longitude <= east);
    return { code: named ?? byNumber.get(String(outline.id)) ?? "", outline, mayHold };
  });
}

/** Gives those that have no dot the nearest one that is not another's only one. */
function giveEachOne(taken: Map<string, Code>, lands: readonly Land[]): void {
  const places = new Map(Object.entries(placed));
  for (const { code, outline } of lands) if (!places.has(code)) places.set(code, geoCentroid(outline));
  const dotsOf = (code: Code) => [...taken.values()].filter((one) => one === code).length;
  for (const [code, place] of [...places].sort()) {
    if (code === "" || code === "AQ" || dotsOf(code) > 0) continue;
    const free = nearest(place).find((dot) => {
      const owner = taken.get(nameOf(dot));
      return owner === undefined || owner === "" || dotsOf(owner) > 1;
    });
    if (free) taken.set(nameOf(free), code);
  }
}

/** The dots around a place, the nearest first. */
function nearest(place: Place): Dot[] {
  const [x, y] = projection([...place]) ?? [0, 0];
  const [middle, beside] = [Math.round(y / step.y), Math.round(x / step.x)];
  const around = [-3, -2, -1, 0, 1, 2, 3];
  const far = (dot: Dot) => Math.hypot(pointOf(dot)[0] - x, pointOf(dot)[1] - y);
  return around
    .flatMap((down) => around.map((right) => ({ row: middle + down, column: beside + right })))
    .filter(({ column }) => column >= 0 && column < columns)
    .sort((a, b) => far(a) - far(b));
}

function pathsOf(taken: ReadonlyMap<string, Code>): Record<Code, string> {
  const paths: Record<Code, string> = {};
  const dots = [...taken].map(([name, code]) => ({ code, ...dotNamed(name) }));
  dots.sort((a, b) => a.row - b.row || a.column - b.column);
  for (let first = 0; first < dots.length; ) {
    const start = dots[first] as (typeof dots)[number];
    let run = 1;
    for (let next = dots[first + 1]; follows(start, next, run); next = dots[first + run]) run += 1;
    const [x, y] = pointOf(start);
    // One more than to the last dot, so that it is not lost to rounding.
    paths[start.code] = `${paths[start.code] ?? ""}M${x} ${y}h${(run - 1) * step.x + 1}`;
    first += run;
  }
  return Object.fromEntries(Object.entries(paths).sort(([a], [b]) => (a < b ? -1 : 1)));
}

type Owned = Dot & { code: Code };

function follows(start: Owned, next: Owned | undefined, run: number): boolean {
  return next?.code === start.code && next.row === start.row && next.column === start.column + run;
}

function pointOf({ column, row }: Dot): [x: number, y: number] {
  return [column * step.x + (row % 2 === 0 ? step.x / 4 : (step.x * 3) / 4), row * step.y];
}

function rowOf(latitude: number): number {
  return Math.round((projection([11, latitude])?.[1] ?? 0) / step.y);
}

function nameOf({ column, row }: Dot): string {
  return `${column} ${row}`;
}

function dotNamed(name: string): Dot {
  const [column = 0, row = 0] = name.split(" ").map(Number);
  return { column, row };
}
