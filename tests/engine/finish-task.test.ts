import type { Meilisearch } from 'meilisearch';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../../indexer/engine/connect.ts';
import { finishTask, finishTasks, TaskFailure } from '../../indexer/engine/finish-task.ts';
import { makeWorkshop } from './fixtures.ts';

const workshop = makeWorkshop();
let client: Meilisearch;
beforeAll(async () => {
  client = connect(await workshop.open({ dataFolder: workshop.folder() }));
});
afterAll(() => workshop.close());

describe('a task', () => {
  it('that succeeded is returned', async () => {
    const { taskUid } = await client.index('good').addDocuments([{ id: 'a' }]);
    const task = await finishTask(client, taskUid, 10_000);
    expect(task.details).toMatchObject({ receivedDocuments: 1, indexedDocuments: 1 });
  });

  it('that failed is thrown, with the word the engine has for it', async () => {
    const good = await client.index('bad').addDocuments([{ id: 'a' }]);
    const bad = await client.index('bad').addDocuments([{ id: 'no blanks' }]);
    const failure = await finishTasks(client, [good.taskUid, bad.taskUid], 10_000).catch(
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(TaskFailure);
    expect(failure).toMatchObject({
      code: 'task-failed',
      taskUid: bad.taskUid,
      reason: 'invalid_document_id',
    });
  });

  it('that does not end in time is thrown', async () => {
    const away = connect({ url: 'http://127.0.0.1:9', adminKey: '' });
    await expect(finishTask(away, 7, 50)).rejects.toMatchObject({ code: 'task-late', taskUid: 7 });
  });

  it('that does not exist is the error of the engine, at once', async () => {
    await expect(finishTask(client, 999_999, 10_000)).rejects.toThrow(/not found/);
  });
});
