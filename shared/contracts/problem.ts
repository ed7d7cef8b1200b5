import * as z from "zod";

/** RFC 9457. `type` is a word, the same for good; `errors` name fields by JSON pointer (RFC 6901). */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().optional(),
  instance: z.string().optional().meta({ description: "The request's id, to quote when you write to us." }),
  errors: z
    .array(
      z.object({
        pointer: z.string(),
        reason: z.string(),
        detail: z.string(),
        limit: z.number().optional(),
      }),
    )
    .optional(),
  standing: z
    .record(z.string(), z.unknown())
    .optional()
    .meta({ description: "With changed-meanwhile: how it stands now, and what was decided on it." }),
});
export type Problem = z.infer<typeof Problem>;
