import { gzipSync } from "node:zlib";
import { renderToString } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import { worldDots } from "../../infra/local/world-dots.ts";
import { countries } from "../../shared/domain/country.ts";
import { world } from "../../web/map/world.ts";
import { CountryMap } from "../../web/parts/country-map.tsx";
import { count, viewOf } from "./samples.ts";

const drawn = renderToString(<CountryMap view={viewOf("en", "/")} count={count} />);

/** Every dot of a path, as the middle of it. */
function dotsOf(path: string): string[] {
  return [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].flatMap(([, x, y, run]) =>
    Array.from({ length: (Number(run) - 1) / 8 + 1 }, (_, i) => `${Number(x) + i * 8} ${y}`),
  );
}

describe("the world in dots", () => {
  it("is what `npm run map` makes", () => {
    expect(world()).toEqual(worldDots());
  });

  it("has a dot for every country that can be chosen, but Antarctica", () => {
    const without = countries.filter((code) => dotsOf(world().dots[code] ?? "").length === 0);
    expect(without).toEqual(["AQ"]);
  });

  it("gives no dot to two countries", () => {
    const all = Object.values(world().dots).flatMap(dotsOf);
    expect(new Set(all).size).toBe(all.length);
  });
});

describe("the map on a page", () => {
  it("is named by what it shows, and is small", () => {
    expect(/aria-label="([^"]*)"/.exec(drawn)?.[1]).toBe(
      "Map of the world in dots. From 19 countries; the largest numbers from India, Brazil and Germany. The table has every figure.",
    );
    expect(gzipSync(drawn).length).toBeLessThan(8_000);
  });

  it("shows more people by larger dots, and lights nobody who was folded away", () => {
    expect(drawn).toContain(`class="dots-4" d="${world().dots.IN}"`);
    expect(drawn).toContain(`class="dots-1" d="${world().dots.VA}"`);
    expect(drawn).not.toContain(`d="${world().dots.FR}"`);
    expect(drawn.match(/<path class="dots-/g)).toHaveLength(19 + 4);
  });

  it("says what is to come where nobody is counted yet", () => {
    const none = renderToString(
      <CountryMap view={viewOf("en", "/")} count={{ ...count, by: { country: {} } }} />,
    );
    expect(none).toContain("A country lights up as soon as five people from there take part.");
    expect(none).not.toContain("dots-");
  });
});
