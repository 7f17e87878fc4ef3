import { z } from 'zod';

const count = z.int().catch(0);

/** The counts of a run that are shown, in this order. */
export const RUN_COUNTS = ['read', 'indexed', 'unchanged', 'removed', 'kept', 'total'] as const;

const rejection = z.object({ path: z.string(), code: z.string(), detail: z.string().catch('') });

/**
 * What the indexer wrote about one run, as far as readers are told. Reports of older versions lie
 * beside new ones: what one lacks counts as nothing.
 */
const runReport = z.object({
  startedAt: z.iso.datetime(),
  durationMs: z.number().catch(0),
  outcome: z.enum(['unchanged', 'updated', 'swapped', 'refused', 'failed', 'stopped']),
  problem: z.string().nullable().catch(null),
  ...{ read: count, indexed: count, unchanged: count, removed: count, kept: count, total: count },
  rejections: z.array(rejection).catch([]),
  families: z.object({ families: count, members: count }).nullable().catch(null),
  filled: z.record(z.string(), z.number()).nullable().catch(null),
});

export type RunReport = Readonly<z.infer<typeof runReport>>;
export type RejectedPage = Readonly<z.infer<typeof rejection>>;

/** The reports that can be read, in the same order. */
export function readRunReports(stored: readonly object[]): readonly RunReport[] {
  return stored.flatMap((report) => {
    const read = runReport.safeParse(report);
    return read.success ? [read.data] : [];
  });
}

/** Rejected pages by what was wrong with them, the most frequent fault first. */
export function byCode(
  rejections: readonly RejectedPage[],
): readonly (readonly [string, readonly RejectedPage[]])[] {
  const codes = new Map<string, RejectedPage[]>();
  for (const page of rejections) codes.set(page.code, [...(codes.get(page.code) ?? []), page]);
  return [...codes].sort(([a, many], [b, more]) => more.length - many.length || (a < b ? -1 : 1));
}
