import { createServer, type RequestListener, type Server, STATUS_CODES } from 'node:http';
import { PROBLEM_TITLES, type ProblemType } from './problem.ts';

/** Node refuses longer heads before any handler sees them; addresses are refused earlier, and by us. */
const MAX_HEAD_BYTES = 64 * 1024;

/** What Node finds wrong with a request that never becomes one. */
const PROBLEM_OF: Readonly<Record<string, readonly [status: number, type: ProblemType]>> = {
  HPE_HEADER_OVERFLOW: [431, 'head-too-large'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'request-timeout'],
};

/** An HTTP server over `answer` that also says as a problem why it can't read a request at all. */
export function createHttpServer(answer: RequestListener): Server {
  const server = createServer({ maxHeaderSize: MAX_HEAD_BYTES }, answer);
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    // Nobody is left to hear it, or half an answer was sent already.
    if (error.code === 'ECONNRESET' || !socket.writable) socket.destroy();
    else socket.end(rawProblem(...(PROBLEM_OF[error.code ?? ''] ?? [400, 'not-http'])));
  });
  return server;
}

/** There is no response object yet: the answer is written as it goes over the wire. */
function rawProblem(status: number, type: ProblemType): string {
  const title = PROBLEM_TITLES[type];
  const problem = JSON.stringify({ type: `/problems/${type}`, title, status, instance: '' });
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
