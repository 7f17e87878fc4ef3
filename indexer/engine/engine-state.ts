import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeWhole } from '../../config/write-whole.ts';
import { isAlive } from './process-identity.ts';

const identity = z.object({ pid: z.int(), started: z.string() });

/** One opening of the engine by one of our processes. */
const engineUser = identity.extend({ opening: z.int() });

const engineState = z.object({
  server: identity,
  port: z.int(),
  version: z.string(),
  /** Who uses it. The last one to leave stops it; users that died count for nothing. */
  users: z.array(engineUser),
});

export type EngineUser = z.infer<typeof engineUser>;
/** What `engine.json` in the data folder says about the server on that folder. */
export type EngineState = z.infer<typeof engineState>;

/** What was written last, or `null` when there is nothing or it can't be read. */
export function readEngineState(dataFolder: string): EngineState | null {
  try {
    const state = engineState.parse(JSON.parse(readFileSync(pathIn(dataFolder), 'utf8')));
    return { ...state, users: state.users.filter(isAlive) };
  } catch {
    return null;
  }
}

/** Replaces the file in one step. Call with the folder's lock held. */
export function writeEngineState(dataFolder: string, state: EngineState): void {
  writeWhole(pathIn(dataFolder), `${JSON.stringify(state)}\n`);
}

export function removeEngineState(dataFolder: string): void {
  rmSync(pathIn(dataFolder), { force: true });
}

/** The state with this user in it, or without. */
export function withUser(state: EngineState, user: EngineUser): EngineState {
  return { ...state, users: [...withoutUser(state, user).users, user] };
}

export function withoutUser(state: EngineState, user: EngineUser): EngineState {
  const isUser = (other: EngineUser): boolean =>
    other.pid === user.pid && other.opening === user.opening;
  return { ...state, users: state.users.filter((other) => !isUser(other)) };
}

function pathIn(dataFolder: string): string {
  return join(dataFolder, 'engine.json');
}
