import { percent } from './floors.ts';
import type { ScoreRow } from './set-kind.ts';

/** The rows as a table of aligned columns, a dash where nothing was measured. */
export function tableOf(rows: readonly ScoreRow[]): string {
  const figures = Object.keys(rows[0]?.figures ?? {});
  const cells = [
    ['', 'lines', ...figures],
    ...rows.map((row) => [
      row.group,
      String(row.lines),
      ...figures.map((figure) => cellOf(row.figures[figure] ?? null)),
    ]),
  ];
  const widths = (cells[0] ?? []).map((_, column) =>
    Math.max(...cells.map((line) => line[column]?.length ?? 0)),
  );
  return cells
    .map((line) => line.map((cell, i) => cell.padStart(widths[i] ?? 0)).join('  '))
    .join('\n');
}

function cellOf(value: number | null): string {
  return value === null ? '-' : percent(value);
}
