import { z } from 'zod';

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** What a report was made from and what it is, so that anyone can check both. The creation time stands here and nowhere else. */
export const reportManifest = z.strictObject({
  kind: z.literal('chartroom-report'),
  version: z.literal(1),
  createdAt: z.string(),
  app: z.string(),
  /** Grows when the same inputs would give another document. */
  engine: z.number().int(),
  report: z.strictObject({
    symbol: z.string(),
    name: z.string().nullable(),
    language: z.enum(['en', 'zh']),
    direction: z.string(),
    asOf: z.string(),
    demo: z.boolean(),
    seed: z.string().nullable(),
  }),
  inputs: z.array(
    z.strictObject({
      series: z.string(),
      freq: z.string(),
      origin: z.string(),
      basis: z.string(),
      adjust: z.string(),
      source: z.string(),
      fetchedAt: z.string(),
      bars: z.number().int(),
      from: z.string().nullable(),
      to: z.string().nullable(),
      sha256: hash,
    }),
  ),
  /** What the reader should know: chapters that failed, data that is stale or was repaired. */
  warnings: z.array(z.string()),
  files: z.array(z.strictObject({ name: z.string(), bytes: z.number().int(), sha256: hash })),
});

export type ReportManifest = z.infer<typeof reportManifest>;
