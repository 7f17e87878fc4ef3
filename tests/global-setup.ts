import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Builds once, so that tests can start the command line and its workers as users do. */
export function setup(): void {
  const root = fileURLToPath(new URL('..', import.meta.url));
  execFileSync('npm', ['run', 'build', '--silent'], { cwd: root, stdio: 'inherit' });
}
