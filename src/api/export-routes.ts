import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import { type Request, type Response, Router } from 'express';
import type { Dispatch } from '../../indexer/dispatch.ts';
import { type EveryDispatch, everyDispatch } from '../search/every-dispatch.ts';
import { PUBLIC_FIELDS } from '../search/public-dispatch.ts';
import { queryToUrl } from '../search/query-url.ts';
import { columnsFor } from './export-columns.ts';
import { fieldsOf, pickWhole } from './fields.ts';
import { paramsOf, queryOf } from './request-query.ts';
import { type ApiDeps, get } from './route.ts';

/**
 * `/export.csv` and `/export.jsonl`: every hit of a search, streamed, in its order. The number of
 * rows and the query are in the headers, so that a file can be checked. When the index changes
 * meanwhile the connection is broken off: a file that is not whole must not look whole.
 */
export function exportRoutes(deps: ApiDeps): Router {
  const router = Router();
  get(router, '/export.csv', async (request, response) => {
    const columns = columnsFor(paramsOf(request).get('fields'));
    const fields = columns.flatMap((column) => column.fields);
    const { batches } = await begin(deps, request, response, fields, 'csv');
    // A cell that begins like a formula would be run by spreadsheets.
    const csv = stringify({
      ...{ header: true, bom: true, escape_formulas: true },
      columns: columns.map(({ name }) => name),
    });
    const toRow = (dispatch: Dispatch) => columns.map(({ cell }) => cell(dispatch));
    await stream(response, Readable.from(rows(batches, toRow)), csv);
  });
  get(router, '/export.jsonl', async (request, response) => {
    const fields = fieldsOf(paramsOf(request).get('fields') ?? '*', PUBLIC_FIELDS);
    const { batches } = await begin(deps, request, response, fields.retrieve, 'jsonl');
    const toLine = (dispatch: Dispatch) => `${JSON.stringify(pickWhole(fields, dispatch))}\n`;
    await stream(response, Readable.from(rows(batches, toLine)));
  });
  return router;
}

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  jsonl: 'application/jsonl; charset=utf-8',
} as const;

async function begin(
  { engine }: ApiDeps,
  request: Request,
  response: Response,
  fields: readonly string[],
  format: keyof typeof TYPES,
): Promise<EveryDispatch> {
  const query = queryOf(request, ['fields']);
  const every = await everyDispatch(query, engine, fields);
  response.set({
    'content-type': TYPES[format],
    'content-disposition': `attachment; filename="dispatches.${format}"`,
    'x-total-count': String(every.total),
    'x-query': queryToUrl(query),
  });
  return every;
}

async function* rows<T>(batches: EveryDispatch['batches'], toRow: (dispatch: Dispatch) => T) {
  for await (const batch of batches) {
    for (const dispatch of batch) yield toRow(dispatch);
  }
}

async function stream(
  response: Response,
  source: Readable,
  through?: NodeJS.ReadWriteStream,
): Promise<void> {
  if (response.req.method === 'HEAD') {
    response.end();
    return;
  }
  // pipeline() destroys the response when the source fails: the reader sees a broken transfer.
  await (through ? pipeline(source, through, response) : pipeline(source, response));
}
