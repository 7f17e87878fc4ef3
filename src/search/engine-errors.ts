/** The engine is back soon, or has less to do. */
export const RETRY_AFTER_SECONDS = 5;

/** The engine does not answer, or has too much to do: the same request may succeed soon. */
export class EngineUnavailable extends Error {
  override readonly name = 'EngineUnavailable';
  readonly retryAfterSeconds = RETRY_AFTER_SECONDS;
}

/** The engine runs, but nothing has been indexed yet. */
export class IndexMissing extends Error {
  override readonly name = 'IndexMissing';
  readonly retryAfterSeconds = 30;
}

/** The engine understood and refused: a wrong key, or a mistake of ours. */
export class EngineRefusal extends Error {
  override readonly name = 'EngineRefusal';
  readonly status: number;

  constructor(status: number, answer: string) {
    super(`the engine refused (${status}): ${answer}`);
    this.status = status;
  }
}
