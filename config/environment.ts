import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65_535);
const list = (separator: RegExp) =>
  z.string().transform((text) =>
    text
      .split(separator)
      .map((part) => part.trim())
      .filter(Boolean),
  );

/**
 * Every variable the product reads, with its default. The README's table is checked against this.
 * An empty variable counts as absent, as docker compose passes unset ones.
 */
export const environmentSchema = z.object({
  /** Folders of the archive, parted by `:`. */
  DISPATCHES_ARCHIVE: list(/:/).default([]),
  /** Where the embedded engine keeps its files, and where reports are stored. */
  DISPATCHES_DATA: z.string().default('data'),
  /** Folder of agencies, people, sites and corrections; default: the one that ships. */
  DISPATCHES_CONFIG: z.string().optional(),
  DISPATCHES_HOST: z.string().default('127.0.0.1'),
  /** Default: 4080, or the next free port when that is taken. */
  DISPATCHES_PORT: port.optional(),
  /** Address under which readers reach the pages; used in feeds and citations. */
  DISPATCHES_PUBLIC_URL: z.url().optional(),
  /** Express's `trust proxy`: a number of hops or a list of addresses. */
  DISPATCHES_TRUST_PROXY: z.string().optional(),
  /** Origins that may call the API from a browser, parted by commas; `*` for all. */
  DISPATCHES_CORS_ORIGINS: list(/,/).default([]),
  /** Opens `/metrics` to whoever sends it as a bearer token. */
  DISPATCHES_METRICS_KEY: z.string().min(16).optional(),
  /** Requests a minute and address. */
  DISPATCHES_RATE_LIMIT: z.coerce.number().int().positive().default(600),
  /** When the night job runs, as cron; 02:30 would not exist on one night a year. */
  DISPATCHES_SCHEDULE: z.string().default('10 4 * * *'),
  DISPATCHES_TIMEZONE: z.string().default(Intl.DateTimeFormat().resolvedOptions().timeZone),
  /** A command or a URL that is told when a night failed. */
  DISPATCHES_ON_REPORT: z.string().optional(),
  /** Threads that convert pages. */
  DISPATCHES_WORKERS: z.coerce.number().int().min(1).max(64).optional(),
  /** Seconds after which a page is given up as `too-slow`. */
  DISPATCHES_PAGE_SECONDS: z.coerce.number().positive().default(30),
  DISPATCHES_LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'])
    .default('info'),
  /** A Meilisearch of your own; without it one is started on the data folder. */
  MEILI_URL: z.url().optional(),
  /** Master key of MEILI_URL: the two keys below are then made from it. */
  MEILI_MASTER_KEY: z.string().min(16).optional(),
  /** Key that may write; needed with MEILI_URL by everything but `serve`. */
  MEILI_ADMIN_KEY: z.string().optional(),
  /** Key that may only search; what the facade uses. */
  MEILI_SEARCH_KEY: z.string().optional(),
  /** The Meilisearch server to start instead of the one that npm installed. */
  MEILI_BIN: z.string().optional(),
});

export type Environment = z.infer<typeof environmentSchema>;

/** The environment holds something that can't be used; the message names each variable. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
}

/** Reads and checks the environment. Throws `EnvironmentError`, naming every variable at fault. */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): Environment {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value));
  const parsed = environmentSchema.safeParse(present);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map(({ path, message }) => {
    const name = String(path[0]);
    // Messages end up in logs.
    return `${path.join('.')}=${name.endsWith('_KEY') ? '…' : env[name]}: ${message}`;
  });
  throw new EnvironmentError(lines.join('\n'));
}
