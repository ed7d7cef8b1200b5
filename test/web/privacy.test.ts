import { expect, it } from "vitest";
import { pendingDays } from "../../functions/participation/signup.ts";
import { Seen } from "../../shared/contracts/participation.ts";
import { smallestCell } from "../../shared/domain/counts.ts";
import { english } from "../../shared/locales/speak.ts";

/** The page is a promise: whoever changes one of these numbers changes what six languages say. */
it("says on the page about privacy what the system does", () => {
  expect(english()["page.privacy.long.text"]).toContain("seven days");
  expect(pendingDays).toBe(7);
  expect(english()["page.privacy.public.text"]).toContain("fewer than five people");
  expect(smallestCell).toBe(5);
  expect(english()["page.privacy.site.text"]).toContain(
    "in which language and on whose site, and nothing about you",
  );
  expect(Object.keys(Seen.shape)).toEqual(["locale", "source"]);
});
