import { expect, it } from 'vitest';
import { holdToContract } from './hold-to-contract.ts';

function anAnswer(path: string, status: number, type: string, body: string): Response {
  const answer = new Response(body, { status, headers: { 'content-type': type } });
  return Object.defineProperty(answer, 'url', { value: `http://archive.example${path}` });
}

it.each([
  ['/readyz', 200, 'application/json', '{"status":"ready","dispatches":1}'],
  ['/v1/export.csv', 200, 'text/csv; charset=utf-8', 'id'],
  ['/', 200, 'text/html', 'a page'],
])('%s may be answered %i as %s: %s', async (path, status, type, body) => {
  await expect(holdToContract(anAnswer(path, status, type, body))).resolves.toBeUndefined();
});

it.each([
  ['a field is missing', '/readyz', 200, 'application/json', '{"status":"ready"}'],
  [
    'there is one too many',
    '/v1/dispatches/x1/family',
    200,
    'application/json',
    '{"data":[],"x":1}',
  ],
  ['the type is another', '/v1/export.csv', 200, 'text/plain', 'id'],
  ['the status is another', '/healthz', 201, 'application/json', '{"status":"alive"}'],
  ['a problem is no problem+json', '/v1/agencies', 404, 'application/json', '{}'],
  [
    'a problem has no errors',
    '/x',
    404,
    'application/problem+json',
    '{"type":"t","title":"t","status":404,"instance":""}',
  ],
])('An answer is refused when %s', async (_, path, status, type, body) => {
  await expect(holdToContract(anAnswer(path, status, type, body))).rejects.toThrow(
    'not as described',
  );
});
