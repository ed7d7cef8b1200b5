import { expect, it } from "vitest";
import { leadingCampaign } from "../../shared/domain/leading-campaign.ts";

const before = { slug: "before", ends: "2027-03-01" };
const schools = { slug: "schools", ends: "2027-05-31" };
const day = { slug: "day", ends: "2027-10-21" };
const all = [before, schools, day];
const leads = (open: string[], now: string) => leadingCampaign(all, new Set(open), new Date(now))?.slug;

it("puts first the campaign with a day that one can register for, though another begins sooner", () => {
  expect(leads(["day"], "2027-04-01T12:00:00Z")).toBe("day");
  expect(leads(["schools", "day"], "2027-04-01T12:00:00Z")).toBe("schools");
});

it("else the first that has not ended, which a day has where the last place on earth is through with it", () => {
  expect(leads([], "2027-03-02T11:00:00Z")).toBe("before");
  expect(leads([], "2027-03-02T13:00:00Z")).toBe("schools");
  expect(leads(["before"], "2027-03-02T13:00:00Z")).toBe("schools");
});

it("else the first, and none where there is none", () => {
  expect(leads([], "2028-01-01T00:00:00Z")).toBe("before");
  expect(leadingCampaign([], new Set(), new Date())).toBeUndefined();
});
