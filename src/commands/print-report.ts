import type { ReindexReport, RunOutcome } from '../../indexer/reindex/reindex-report.ts';

const OUTCOMES: Record<RunOutcome, string> = {
  unchanged: 'Nothing changed; the index is as it was.',
  updated: 'The live index took the changes.',
  swapped: 'The new index is live.',
  refused: 'REFUSED: the old index stays.',
  failed: 'FAILED: the old index stays.',
  stopped: 'Stopped; the next run continues.',
};

/** More are in the stored report. */
const SHOWN = 20;

/** The report as an operator reads it on the terminal. */
export function printReport(report: ReindexReport): string {
  const seconds = (report.durationMs / 1000).toFixed(1);
  return [
    `${OUTCOMES[report.outcome]}${report.problem ? ` ${report.problem}.` : ''}`,
    `${report.mode} run (${report.reason}) in ${seconds} s: ${report.read} pages read, ` +
      `${report.indexed} indexed, ${report.unchanged} unchanged, ${report.removed} removed, ` +
      `${report.rejections.length} rejected; ${report.total} dispatches in the index.`,
    ...filled(report),
    ...families(report),
    ...people(report),
    ...kept(report),
    ...section('Corrections of unknown dispatches', report.correctionsUnused, (id) => id),
    ...section(
      'Rejected',
      report.rejections,
      ({ code, path, detail }) => `${code}  ${path}  ${detail}`,
    ),
    ...section(
      'Same address as another page',
      report.sameAddress,
      ({ path, as }) => `${path}  indexed as ${as}`,
    ),
    ...section(
      'Broken characters',
      report.brokenCharacters,
      ({ path, count }) => `${path}  ${count}`,
    ),
    ...section('Too long to be searched to the end', report.beyondSearch, (path) => path),
    ...section(
      'Batches not taken',
      report.failedBatches,
      ({ code, detail, ids }) => `${code}  ${detail} (${ids.length} dispatches)`,
    ),
  ].join('\n');
}

function filled({ filled }: ReindexReport): string[] {
  if (!filled) return [];
  const parts = Object.entries(filled).map(([field, percent]) => `${field} ${percent} %`);
  return [`Filled: ${parts.join(' · ')}`];
}

function kept({ kept }: ReindexReport): string[] {
  return kept === 0 ? [] : [`Kept as indexed, since not converted this time: ${kept} dispatches.`];
}

function families({ families }: ReindexReport): string[] {
  if (!families) return [];
  const { families: count, members, changed } = families;
  return [`Families: ${count}, with ${members} dispatches; ${changed} new or changed.`];
}

function people({ people }: ReindexReport): string[] {
  if (!people) return [];
  const { named, unconfirmed, changed } = people;
  return [`People: ${named}, ${unconfirmed} of them unconfirmed; ${changed} new or changed.`];
}

function section<T>(title: string, entries: readonly T[], line: (entry: T) => string): string[] {
  if (entries.length === 0) return [];
  const more =
    entries.length > SHOWN ? [`  … and ${entries.length - SHOWN} more in the stored report`] : [];
  return [
    `${title} (${entries.length}):`,
    ...entries.slice(0, SHOWN).map((entry) => `  ${line(entry)}`),
    ...more,
  ];
}
