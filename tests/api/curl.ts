import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';

/** False on machines without it: what needs it is then skipped. */
export const hasCurl: boolean = spawnSync('curl', ['--version']).status === 0;

/** Every `curl` line of a text, as it stands there. */
export function curlLines(text: string): readonly string[] {
  return [...text.matchAll(/^\s*(curl .*)$/gm)].map(([, line = '']) => line.trim());
}

/**
 * Runs a `curl` line in a shell, with the address of a documentation replaced by a real one.
 * Gives the status of the answer and its body.
 */
export async function runCurl(
  line: string,
  documented: string,
  url: string,
): Promise<{ readonly status: number; readonly body: string }> {
  const command = line.replace(documented, url).replace(/^curl /, "curl -s -w '\\n%{http_code}' ");
  const { stdout } = await promisify(execFile)('sh', ['-c', command], { maxBuffer: 64 * 2 ** 20 });
  const end = stdout.lastIndexOf('\n');
  return { status: Number(stdout.slice(end + 1)), body: stdout.slice(0, end) };
}
