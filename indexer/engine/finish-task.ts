import { setTimeout as delay } from 'node:timers/promises';
import type { Meilisearch, Task } from 'meilisearch';
import { MeilisearchApiError } from 'meilisearch';

export type TaskFailureCode = 'task-failed' | 'task-canceled' | 'task-late';

/** A task of the engine that did not succeed, or not in time. */
export class TaskFailure extends Error {
  override readonly name = 'TaskFailure';
  readonly code: TaskFailureCode;
  readonly taskUid: number;
  /** The engine's own word for it, for instance `invalid_document_id`; `null` when late. */
  readonly reason: string | null;
  constructor(
    code: TaskFailureCode,
    task: { uid: number; type?: string },
    detail: string,
    reason: string | null,
  ) {
    super(`task ${task.uid} (${task.type ?? 'unknown'}): ${detail}`);
    this.code = code;
    this.taskUid = task.uid;
    this.reason = reason;
  }
}

const FIRST_LOOK_MS = 10;
const LONGEST_LOOK_MS = 500;

/**
 * Waits until a task has succeeded and returns it. Throws `TaskFailure` for every other end and
 * when `deadlineMs` have passed: with a full disk the engine retries for ever. An engine that is
 * away for a moment is waited for, since it keeps its tasks.
 */
export async function finishTask(
  client: Meilisearch,
  taskUid: number,
  deadlineMs: number,
): Promise<Task> {
  const deadline = Date.now() + deadlineMs;
  for (let pauseMs = FIRST_LOOK_MS; ; pauseMs = Math.min(pauseMs * 1.5, LONGEST_LOOK_MS)) {
    const task = await lookAt(client, taskUid);
    if (task?.status === 'succeeded') return task;
    if (task?.status === 'failed') throw failed(task);
    if (task?.status === 'canceled') {
      throw new TaskFailure('task-canceled', task, 'was canceled', null);
    }
    if (Date.now() > deadline) {
      const state = task?.status ?? 'unknown, since the engine does not answer';
      const detail = `not finished within ${Math.round(deadlineMs / 1000)} s; it is ${state}`;
      throw new TaskFailure('task-late', task ?? { uid: taskUid }, detail, null);
    }
    await delay(pauseMs);
  }
}

/** The same for several tasks under one deadline; the first that did not succeed is thrown. */
export async function finishTasks(
  client: Meilisearch,
  taskUids: readonly number[],
  deadlineMs: number,
): Promise<readonly Task[]> {
  const end = Date.now() + deadlineMs;
  const tasks: Task[] = [];
  for (const uid of taskUids) tasks.push(await finishTask(client, uid, end - Date.now()));
  return tasks;
}

async function lookAt(client: Meilisearch, taskUid: number): Promise<Task | null> {
  try {
    return await client.tasks.getTask(taskUid);
  } catch (error) {
    // An answer, such as "no such task" or "wrong key", does not change by waiting.
    if (error instanceof MeilisearchApiError) throw error;
    return null;
  }
}

function failed(task: Task): TaskFailure {
  const reason = task.error?.code ?? null;
  return new TaskFailure('task-failed', task, task.error?.message ?? 'failed', reason);
}
