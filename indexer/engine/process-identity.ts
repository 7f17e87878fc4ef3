import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/**
 * One process for certain. A process id alone is not enough: ids are given out again,
 * so a file that outlived its writer may name a stranger.
 */
export type ProcessIdentity = {
  readonly pid: number;
  /** When it started, in whatever the system counts; only compared for equality. */
  readonly started: string;
  /** Within what its id means something: a container has ids of its own. */
  readonly space?: string;
};

/** The process that runs this code. */
export function thisProcess(): ProcessIdentity {
  return { pid: process.pid, started: startOf(process.pid) ?? 'unknown', space: ownSpace() };
}

/** Who runs under this id now, or `null` when nobody does. */
export function processAt(pid: number): ProcessIdentity | null {
  const started = startOf(pid);
  return started === null ? null : { pid, started, space: ownSpace() };
}

/** Whether this process could see that one: not in another container, nor on another machine. */
export function isInSight({ space = ownSpace() }: ProcessIdentity): boolean {
  return space === ownSpace();
}

/** True while that very process runs; a zombie no longer does. */
export function isAlive(identity: ProcessIdentity): boolean {
  return startOf(identity.pid) === identity.started;
}

/** Hosts of one name are the rarer mistake: a container is called by its id. */
function ownSpace(): string {
  const processes = process.platform === 'linux' ? readlinkSync('/proc/self/ns/pid') : '';
  return `${hostname()} ${processes}`.trim();
}

function startOf(pid: number): string | null {
  return process.platform === 'linux' ? startFromProc(pid) : startFromPs(pid);
}

function startFromProc(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in brackets and may hold anything, also blanks.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state, startTicks] = [fields[0], fields[19]];
    if (state === 'Z' || state === 'X' || startTicks === undefined) return null;
    return `${bootId()}:${startTicks}`;
  } catch {
    return null;
  }
}

/** Ticks count from the start of the machine, so they mean something within one boot only. */
function bootId(): string {
  return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
}

function startFromPs(pid: number): string | null {
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return null;
  }
}
