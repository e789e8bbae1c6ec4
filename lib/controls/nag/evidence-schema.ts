import * as z from 'zod/mini';
import type { NagEvidence } from '../../domain/nag';

const list = <Item extends z.core.$ZodType>(item: Item) => z.readonly(z.array(item));
const map = <Value extends z.core.$ZodType>(value: Value) => z.readonly(z.record(z.string(), value));

const Source = z.object({ file: z.string(), line: z.number() });

/** What a synthesis leaves for reviewers, as far as it can be believed: a file is data of any shape. */
export const Evidence = z.object({
  version: z.literal(1),
  packs: list(
    z.object({
      pack: z.string(),
      rules: list(z.string()),
      findings: list(
        z.object({
          rule: z.string(),
          severity: z.enum(['error', 'warning']),
          description: z.string(),
          resource: z.string(),
        }),
      ),
      failures: list(z.object({ rule: z.string(), resource: z.string(), message: z.string() })),
      types: map(z.object({ resources: z.number(), unseen: z.number() })),
    }),
  ),
  acknowledgements: list(
    z.object({
      id: z.string(),
      at: z.string(),
      answer: z.object({
        reason: z.string(),
        substitute: z.optional(z.object({ control: z.string(), test: z.string() })),
        owner: z.optional(z.string()),
        since: z.optional(z.string()),
        until: z.optional(z.string()),
      }),
      source: z.optional(Source),
    }),
  ),
  resources: map(
    z.object({
      stack: z.string(),
      logicalId: z.string(),
      type: z.string(),
      template: z.string(),
      source: z.optional(Source),
    }),
  ),
  overrides: map(list(z.string())),
  templates: map(z.string()),
}) satisfies z.ZodMiniType<NagEvidence>;
