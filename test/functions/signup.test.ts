import { beforeEach, describe, expect, it } from "vitest";
import { confirm } from "../../functions/participation/confirm.ts";
import { manage } from "../../functions/participation/manage.ts";
import { pendingDays } from "../../functions/participation/signup.ts";
import { InvalidLink, NotPossible } from "../../shared/domain/refused.ts";
import { participationOf } from "../../shared/table/participation.ts";
import { day, hashOf, makeScene, type Scene, unlimited } from "./scene.ts";

let scene: Scene;
beforeEach(async () => {
  scene = await makeScene();
});

const stands = async () => participationOf(scene.table, hashOf("ann"), day);
const link = (generation = 1) =>
  ({ purpose: "confirm", person: hashOf("ann"), subject: day, generation, expires: 0 }) as const;
const confirmed = (generation = 1, at = new Date()) => confirm(unlimited(scene.table), link(generation), at);
const withdrawn = (generation = 1) =>
  manage(unlimited(scene.table), { link: link(generation), verb: "withdraw" }, new Date());

describe("signing up", () => {
  it("stores a pending participation with a term, and a version that no earlier one can have had", async () => {
    await scene.signUp("ann");
    expect(await stands()).toMatchObject({ state: "pending", generation: 1, asks: 1, asksToday: 1 });
    expect((await stands())?.version).toBeGreaterThan(1_700_000_000);
  });

  it("asks again at most three times a day, and changes nothing more after that", async () => {
    for (let i = 0; i < 6; i++) await scene.signUp("ann");
    expect(await stands()).toMatchObject({ state: "pending", asks: 3, asksToday: 3, generation: 1 });
  });

  it("stores one participation when twelve come at the same moment", async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 12 }, () => scene.signUp("ann")));
    expect(outcomes.filter(({ status }) => status === "fulfilled").length).toBeGreaterThan(0);
    expect(await stands()).toMatchObject({ state: "pending", generation: 1 });
    expect((await stands())?.asks).toBeLessThanOrEqual(3);
  });

  it("begins anew under new links after a withdrawal", async () => {
    await scene.join("ann");
    await withdrawn();
    await scene.signUp("ann");
    expect(await stands()).toMatchObject({ state: "pending", generation: 2 });
    await expect(confirmed(1)).rejects.toThrow(InvalidLink);
    expect(await confirmed(2)).toMatchObject({ state: "confirmed" });
  });

  it("leaves a confirmed one confirmed", async () => {
    await scene.join("ann");
    const before = await stands();
    await scene.signUp("ann", { country: "KE" });
    expect(await stands()).toMatchObject({ state: "confirmed", version: before?.version, country: "CH" });
  });
});

describe("confirming", () => {
  it("answers the same a second time, and from two tabs at once", async () => {
    await scene.signUp("ann");
    const answers = await Promise.all([confirmed(), confirmed(), confirmed()]);
    expect(new Set(answers.map(({ state, version }) => `${state} ${version}`)).size).toBe(1);
    expect(await confirmed()).toMatchObject({ state: "confirmed" });
  });

  it("is refused once the time is over, by that name", async () => {
    await scene.signUp("ann");
    const late = new Date(Date.now() + (pendingDays * 86_400 + 1) * 1000);
    await expect(confirmed(1, late)).rejects.toMatchObject({ word: "link-expired" });
  });

  it("is refused to a link of nothing, and after a withdrawal", async () => {
    await expect(confirmed()).rejects.toThrow(InvalidLink);
    await scene.join("ann");
    await withdrawn();
    await expect(confirmed()).rejects.toThrow(NotPossible);
  });
});

describe("withdrawing", () => {
  it("answers the same a second time, and from two tabs at once", async () => {
    await scene.join("ann");
    const answers = await Promise.all([withdrawn(), withdrawn(), withdrawn()]);
    expect(new Set(answers.map(({ state, version }) => `${state} ${version}`)).size).toBe(1);
    expect(await withdrawn()).toMatchObject({ state: "withdrawn" });
  });

  it("takes the participation off the action's list", async () => {
    await scene.join("ann");
    expect((await stands())?.listPk).toBeDefined();
    await withdrawn();
    expect(await stands()).toMatchObject({ state: "withdrawn" });
    expect((await stands())?.listPk).toBeUndefined();
  });
});
