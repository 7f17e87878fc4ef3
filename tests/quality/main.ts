/*
 * npm run quality -- SET…
 *
 * Scores labelled sets (JSON lines) and prints a table per group and every miss. The project's own sets
 * are scored too and held against the floors in tests/quality.json. Exit code 1 when one is below.
 */
import { belowFloor, floorsOf } from './floors.ts';
import { SET_KINDS } from './kinds.ts';
import { ownLines, readLines } from './own-lines.ts';
import type { SetScore } from './set-kind.ts';
import { tableOf } from './table.ts';

function print(title: string, { lines, rows, misses }: SetScore): void {
  console.log(`\n${title}: ${lines} lines\n\n${tableOf(rows)}\n`);
  console.log(misses.length === 0 ? 'No misses.' : misses.map((miss) => `- ${miss}`).join('\n'));
}

function scoreGiven(files: readonly string[]): void {
  for (const file of files) {
    const lines = readLines(file);
    const kind = SET_KINDS.find(({ knows }) => lines[0] && knows(lines[0]));
    if (!kind) throw new Error(`${file}: no kind of set has such lines`);
    print(`${kind.name} ${file}`, kind.score(lines));
  }
}

function scoreOwn(): readonly string[] {
  return SET_KINDS.flatMap((kind) => {
    const score = kind.score(ownLines(kind));
    print(`${kind.name}, the project's own`, score);
    return belowFloor(score, floorsOf(kind.name)).map((fault) => `${kind.name}.${fault}`);
  });
}

scoreGiven(process.argv.slice(2));
const faults = scoreOwn();
for (const fault of faults) console.error(`below its floor: ${fault}`);
process.exitCode = faults.length > 0 ? 1 : 0;
