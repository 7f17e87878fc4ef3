import { spawn } from 'node:child_process';

const TELLING_MS = 60_000;

/**
 * Tells the operator of a run: posts `message` as JSON to an http(s) URL, or gives it to a shell
 * command on its standard input. Returns why that did not work, or `null` when it did; a hook that
 * fails must not fail the night as well.
 */
export async function tellOperator(
  target: string,
  message: object,
  withinMs = TELLING_MS,
): Promise<string | null> {
  const body = JSON.stringify(message);
  const told = /^https?:\/\//i.test(target)
    ? post(target, body, withinMs)
    : pipeTo(target, body, withinMs);
  try {
    return await told;
  } catch (error) {
    return (error as Error).message;
  }
}

async function post(url: string, body: string, withinMs: number): Promise<string | null> {
  const headers = { 'content-type': 'application/json' };
  const signal = AbortSignal.timeout(withinMs);
  const answer = await fetch(url, { method: 'POST', headers, body, signal });
  return answer.ok ? null : `${url} answered ${answer.status}`;
}

function pipeTo(command: string, body: string, withinMs: number): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, {
      shell: true,
      stdio: ['pipe', 'ignore', 'inherit'],
      timeout: withinMs,
      // One that ignores a milder signal would hold up all nights to come.
      killSignal: 'SIGKILL',
    });
    child.once('error', reject);
    child.once('exit', (code, signal) =>
      resolve(code === 0 ? null : `"${command}" ended with ${signal ?? code}`),
    );
    // A command that does not read its input is none the worse for it.
    child.stdin.on('error', () => {});
    child.stdin.end(body);
  });
}
