import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tellOperator } from '../../indexer/nightly/tell-operator.ts';

const message = { outcome: 'failed', problem: 'the archive is gone' };

describe('the operator', () => {
  it('is told through a command that reads the message', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dispatches-hook-'));
    expect(await tellOperator(`cat > '${join(folder, 'told')}'`, message)).toBeNull();
    expect(JSON.parse(readFileSync(join(folder, 'told'), 'utf8'))).toEqual(message);
    rmSync(folder, { recursive: true });
  });

  it('is told through a URL', async () => {
    const bodies: string[] = [];
    const server = createServer((request, response) => {
      request.setEncoding('utf8').on('data', (chunk: string) => bodies.push(chunk));
      request.on('end', () => response.writeHead(request.url === '/no' ? 500 : 204).end());
    }).listen(0);
    await once(server, 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    expect(await tellOperator(url, message)).toBeNull();
    expect(JSON.parse(bodies.join(''))).toEqual(message);
    expect(await tellOperator(`${url}/no`, message)).toContain('answered 500');
    server.close();
  });

  it.each([
    ['a command that fails', 'exit 3', 'ended with 3'],
    ['a command that is killed', 'kill -9 $$', 'ended with SIGKILL'],
    ['an address where nobody listens', 'http://127.0.0.1:9', 'fetch failed'],
  ])('not being reached by %s is said, not thrown', async (_, target, expected) => {
    expect(await tellOperator(target, message)).toContain(expected);
  });

  it('does not hold up the nights with a command that will not end', async () => {
    const stubborn = "trap '' TERM; for n in 1 2 3 4 5 6 7 8 9; do sleep 1; done";
    expect(await tellOperator(stubborn, message, 300)).toContain('ended with SIGKILL');
  });

  it('does not have to read the message', async () => {
    const long = { text: 'x'.repeat(1_000_000) };
    expect(await tellOperator('true', long)).toBeNull();
  });
});
