import { createServer, type RequestListener, type Server, STATUS_CODES } from 'node:http';
import { type ParameterError, PROBLEM_TITLES, type ProblemType } from './problem.ts';

/** Node refuses longer heads before any handler sees them; addresses are refused earlier, and by us. */
const MAX_HEAD_BYTES = 64 * 1024;

/** How long a whole request may take to arrive. */
const MAX_ARRIVAL_MS = 30_000;

type Refusal = {
  readonly status: number;
  readonly type: ProblemType;
  readonly error: ParameterError;
};

/** What Node finds wrong with a request that never becomes one. */
const REFUSAL_OF: Readonly<Record<string, Refusal>> = {
  HPE_HEADER_OVERFLOW: {
    ...{ status: 431, type: 'head-too-large' },
    error: {
      ...{ parameter: 'headers', detail: 'The address and the headers are too long.' },
      allowed: [`at most ${MAX_HEAD_BYTES} bytes together`],
    },
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    ...{ status: 408, type: 'request-timeout' },
    error: {
      ...{ parameter: 'request', detail: 'The request was not sent to its end in time.' },
      allowed: [`at most ${MAX_ARRIVAL_MS / 1000} seconds`],
    },
  },
};
const NOT_HTTP: Refusal = {
  ...{ status: 400, type: 'not-http' },
  error: { parameter: 'request', detail: 'This is no request of HTTP.', allowed: ['HTTP/1.1'] },
};

/**
 * An HTTP server over `answer` that also says as a problem why it can't read a request at all.
 * `maxArrivalMs`: tests do not wait half a minute.
 */
export function createHttpServer(
  answer: RequestListener,
  maxArrivalMs: number = MAX_ARRIVAL_MS,
): Server {
  const options = {
    maxHeaderSize: MAX_HEAD_BYTES,
    ...{ requestTimeout: maxArrivalMs, headersTimeout: maxArrivalMs },
    connectionsCheckingInterval: Math.min(maxArrivalMs, 5_000),
  };
  const server = createServer(options, answer);
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    // Nobody is left to hear it, or half an answer was sent already.
    if (error.code === 'ECONNRESET' || !socket.writable) socket.destroy();
    else socket.end(rawProblem(REFUSAL_OF[error.code ?? ''] ?? NOT_HTTP));
  });
  return server;
}

/** There is no response object yet: the answer is written as it goes over the wire. */
function rawProblem({ status, type, error }: Refusal): string {
  const title = PROBLEM_TITLES[type];
  const problem = JSON.stringify({
    ...{ type: `/problems/${type}`, title, status, detail: error.detail, instance: '' },
    errors: [error],
  });
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'content-type: application/problem+json; charset=utf-8',
    `content-length: ${Buffer.byteLength(problem)}`,
    'cache-control: no-store',
    'connection: close',
    '',
    problem,
  ].join('\r\n');
}
