import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { packageRoot } from '../../config/package-root.ts';
import type { ArchivedPage } from '../archive/archived-page.ts';
import type { ReadPage } from '../archive/read-folder.ts';
import {
  type Configuration,
  type ConverterParts,
  openConfiguration,
  partsOf,
} from './configuration.ts';
import { type Conversion, reject } from './conversion.ts';

export type PoolOptions = {
  /** Threads; default: one for each core. */
  readonly workers?: number | undefined;
  /** Seconds after which a page is given up as `too-slow`. */
  readonly pageSeconds: number;
  /** Megabytes of heap a thread may use before its page is given up as `too-large`. */
  readonly heapMegabytes?: number;
  /** Agencies, people, places and sites; default: those that ship. Loaded, unchecked, when there is a page to convert. */
  readonly configuration?: Configuration;
  readonly trace?: boolean;
  /** A further thread starts after so many pages; default: soon. */
  readonly pagesForThread?: number;
};

/** What a thread is started with. */
export type WorkerSetup = { readonly parts: ConverterParts; readonly trace: boolean };

/** What a thread says once it has compiled its configuration. */
export type Ready = 'ready';

/** Threads run compiled code, also when the main thread runs from source. */
const WORKER_FILE = join(packageRoot, 'dist', 'indexer', 'convert', 'convert-worker.js');

/** Pages in flight for each thread: enough to never wait, few enough to keep memory flat. */
const WINDOW = 4;

/** A few pages do with one thread. */
const PAGES_FOR_A_THREAD = 25;

/**
 * Converts pages on several threads and yields what became of each, in the order they came.
 * A page that hangs or exhausts its thread's memory is rejected; the thread is replaced and the run goes on.
 */
export async function* convertPages(
  pages: AsyncIterable<ReadPage>,
  options: PoolOptions,
): AsyncGenerator<Conversion> {
  const pool = new ConverterPool(options);
  try {
    const flying: Promise<Conversion>[] = [];
    for await (const page of pages) {
      flying.push(
        'code' in page ? Promise.resolve({ path: page.path, rejection: page }) : pool.convert(page),
      );
      if (flying.length >= pool.size * WINDOW) yield await (flying.shift() as Promise<Conversion>);
    }
    for (const conversion of flying) yield await conversion;
  } finally {
    await pool.close();
  }
}

type Job = { readonly page: ArchivedPage; readonly done: (conversion: Conversion) => void };

/** Owns the threads; one page at a time on each. */
class ConverterPool {
  readonly size: number;
  readonly #options: PoolOptions;
  readonly #waiting: Job[] = [];
  readonly #idle: Worker[] = [];
  readonly #all = new Set<Worker>();
  readonly #ready = new WeakSet<Worker>();
  #parts: ConverterParts | null = null;
  #taken = 0;

  constructor(options: PoolOptions) {
    this.#options = options;
    this.size = options.workers ?? availableParallelism();
  }

  convert(page: ArchivedPage): Promise<Conversion> {
    this.#taken += 1;
    return new Promise((done) => {
      this.#waiting.push({ page, done });
      this.#next();
    });
  }

  async close(): Promise<void> {
    await Promise.all([...this.#all].map((worker) => worker.terminate()));
  }

  #next(): void {
    if (this.#waiting.length === 0) return;
    const worker = this.#idle.pop() ?? (this.#mayStart() ? this.#start() : undefined);
    const job = worker && this.#waiting.shift();
    if (worker && job) this.#run(worker, job);
  }

  #mayStart(): boolean {
    const { pagesForThread = PAGES_FOR_A_THREAD } = this.#options;
    const enough = 1 + Math.floor(this.#taken / pagesForThread);
    return this.#all.size < Math.min(this.size, enough);
  }

  #start(): Worker {
    const { configuration, trace = false, heapMegabytes = 1024 } = this.#options;
    // Handed over, since reading the files takes longer than all else of a thread's start.
    this.#parts ??= partsOf(configuration ?? openConfiguration());
    const setup: WorkerSetup = { parts: this.#parts, trace };
    const worker = new Worker(WORKER_FILE, {
      workerData: setup,
      resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
    });
    this.#all.add(worker);
    return worker;
  }

  #run(worker: Worker, { page, done }: Job): void {
    const seconds = this.#options.pageSeconds;
    let timer: NodeJS.Timeout | undefined;
    const finish = (conversion: Conversion, healthy: boolean) => {
      clearTimeout(timer);
      // One by one: removing all listeners would take the thread's own with them, and it falls silent.
      worker.off('message', hear).off('error', fail);
      if (healthy) this.#idle.push(worker);
      else this.#retire(worker);
      done(conversion);
      this.#next();
    };
    const hear = (message: Conversion | Ready) => {
      if (message === 'ready') begin();
      else finish(message, true);
    };
    const fail = (error: Error) => finish(crashed(page, error), false);
    const begin = () => {
      this.#ready.add(worker);
      timer = setTimeout(() => {
        finish(reject(page, 'too-slow', `not converted within ${seconds} seconds`), false);
      }, seconds * 1000);
      worker.postMessage(page);
    };
    worker.on('message', hear).on('error', fail);
    // The clock starts when the thread has loaded its configuration, not while it does.
    if (this.#ready.has(worker)) begin();
  }

  #retire(worker: Worker): void {
    this.#all.delete(worker);
    // A dying thread may still report; nobody listens any more.
    worker.on('error', () => {});
    void worker.terminate();
  }
}

function crashed(page: ArchivedPage, error: Error & { code?: string }): Conversion {
  return error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? reject(page, 'too-large', 'its conversion needs more memory than a thread may use')
    : reject(page, 'failed', error.message);
}
