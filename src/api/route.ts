import type { Request, RequestHandler, Response, Router } from 'express';
import type { ArchiveFacts } from '../search/archive-facts.ts';
import type { Directory } from '../search/directory.ts';
import type { EngineClient } from '../search/engine-client.ts';
import type { Naming } from '../search/hits.ts';
import type { Labels } from '../search/labels.ts';
import type { ReadPerson } from '../search/person.ts';
import type { ReadDispatch, Search } from '../search/results.ts';
import type { Correct } from '../search/spelling/corrections.ts';
import { ProblemError, sendProblem } from './problem.ts';

/** What the routes of the API work with. */
export type ApiDeps = {
  readonly search: Search;
  readonly dispatch: ReadDispatch;
  readonly engine: EngineClient;
  readonly labels: Labels;
  readonly directory: Directory;
  readonly person: ReadPerson;
  readonly facts: () => Promise<ArchiveFacts>;
  readonly corrections: Correct;
  /** Where readers reach us (`https://…`), when it is not what the request says. */
  readonly publicUrl: string | null;
  /** The reports of the last reindexings, newest first. */
  readonly reindexReports: () => Promise<readonly object[]>;
};

const READING = ['GET', 'HEAD'];

/** Adds an address that can be read, and that says so to every other method. */
export function get(router: Pick<Router, 'route'>, path: string, handler: RequestHandler): void {
  router.route(path).get(handler).all(methodNotAllowed);
}

function methodNotAllowed(request: Request, response: Response): void {
  const detail = `${request.method} is not possible here; GET is.`;
  sendProblem(response, {
    ...{ status: 405, type: 'method-not-allowed', detail },
    errors: [{ parameter: 'method', detail, allowed: READING }],
    headers: { allow: READING.join(', ') },
  });
}

/** The language for labels: the first that the reader's program accepts, else English. */
export function languageOf(request: Request): string {
  const [first = 'en'] = request.acceptsLanguages();
  return first === '*' ? 'en' : first;
}

/** How ids become names for whoever asks. */
export function namingFor({ labels }: ApiDeps, request: Request): Naming {
  return { labels, language: languageOf(request) };
}

/** The address of this service without a slash at the end, for what leaves it. */
export function baseUrlOf({ publicUrl }: ApiDeps, request: Request): string {
  return publicUrl?.replace(/\/$/, '') ?? `${request.protocol}://${request.host}`;
}

/** The pages before and after, for `Link`; `params` are those of the page between. */
export function linksBeside(
  page: number,
  pages: number,
  request: Request,
  params: URLSearchParams,
): Record<string, string> {
  const urlOf = (number: number) => {
    const there = new URLSearchParams(params);
    there.set('page', String(number));
    if (number === 1) there.delete('page');
    return `${request.baseUrl}${request.path}?${there}`;
  };
  return {
    ...(page < pages ? { next: urlOf(page + 1) } : {}),
    ...(page > 1 ? { prev: urlOf(Math.min(page - 1, Math.max(1, pages))) } : {}),
  };
}

/** There is none of that id; `meant` is one that there is. */
export function notFoundProblem(
  detail: string,
  meant: string | null,
  parameter = 'id',
): ProblemError {
  return new ProblemError({
    ...{ status: 404, type: 'not-found', detail },
    errors: [{ parameter, detail, ...(meant === null ? {} : { didYouMean: meant }) }],
  });
}
