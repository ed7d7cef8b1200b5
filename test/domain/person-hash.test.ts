import { describe, expect, it } from "vitest";
import { personHash } from "../../shared/domain/person-hash.ts";

const secret = "a key of the tests, which is long enough";
const dotless = { secret, ignoreDotsAt: ["gmail.com"] };

describe("a person", () => {
  it("is one whatever the case of their address", () => {
    expect(personHash("Ann.Bee@example.org", secret)).toBe(personHash("ann.bee@example.org", secret));
  });

  it("is another with other dots or a suffix, unless the setting names their host", () => {
    for (const other of ["annbee@gmail.com", "ann.bee+news@gmail.com", "a.n.n.bee@gmail.com"]) {
      expect(personHash(other, secret)).not.toBe(personHash("ann.bee@gmail.com", secret));
      expect(personHash(other, dotless)).toBe(personHash("ann.bee@gmail.com", dotless));
    }
  });

  it("is told apart by dots at every host that the setting does not name", () => {
    for (const host of ["example.org", "mail.gmail.com", "gmail.com.example"])
      expect(personHash(`ann.bee@${host}`, dotless)).not.toBe(personHash(`annbee@${host}`, dotless));
  });

  it("has the same name with and without the setting where it does not concern them", () => {
    expect(personHash("ann@example.org", dotless)).toBe(personHash("ann@example.org", secret));
    expect(personHash("annbee@gmail.com", dotless)).toBe(personHash("annbee@gmail.com", secret));
  });
});
