import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";

/** Any client of the SDK. */
export type Mortal = Pick<DynamoDBClient, "middlewareStack">;

/** A process that does our work, as far as its requests tell. */
export interface Life {
  /** It begins anew, and dies at a moment: 0 is before its first request, 1 between that one's effect and its answer, and so on. */
  endsAt(moment: number): void;
  isOver(): boolean;
}

/** Lets a process of these clients die at one of its requests: nothing that it asks for after that is done. */
export function mortal(...clients: Mortal[]): Life {
  let end = Number.POSITIVE_INFINITY;
  let moment = 0;
  const passes = () => {
    if (moment++ >= end) throw new Error("killed");
  };
  for (const { middlewareStack } of clients)
    middlewareStack.add(
      (next) => async (args) => {
        passes();
        const answer = await next(args);
        passes();
        return answer;
      },
      { step: "initialize", name: "mortal" },
    );
  return {
    endsAt(death) {
      end = death;
      moment = 0;
    },
    isOver: () => moment > end,
  };
}
