import { type FieldProblem, InvalidRequest } from "../../shared/domain/refused.ts";

/** The results of both; where one or both refuse their fields, one `InvalidRequest` with the problems of all, so that nobody learns of them one after another. */
export async function saidAtOnce<First, Second>(
  first: () => First | Promise<First>,
  second: () => Second | Promise<Second>,
): Promise<[First, Second]> {
  const settled = await Promise.allSettled([first, second].map(async (check) => check()));
  const refused = settled.filter((result) => result.status === "rejected").map(({ reason }) => reason);
  const other = refused.find((reason) => !(reason instanceof InvalidRequest));
  if (other !== undefined) throw other;
  if (refused.length > 0)
    throw new InvalidRequest(each(refused.flatMap(({ problems }: InvalidRequest) => problems)));
  return settled.map((result) => result.status === "fulfilled" && result.value) as [First, Second];
}

/** One problem for each field, though both may have met it. */
function each(problems: readonly FieldProblem[]): FieldProblem[] {
  return [...new Map(problems.toReversed().map((problem) => [problem.pointer, problem])).values()].reverse();
}
