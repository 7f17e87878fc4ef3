import { describe, expect, it } from 'vitest';
import { EnvironmentError, readEnvironment } from '../../config/environment.ts';

describe('the environment', () => {
  it('has a default for everything that may be absent', () => {
    expect(readEnvironment({})).toMatchObject({
      DISPATCHES_DATA: 'data',
      DISPATCHES_HOST: '127.0.0.1',
    });
  });

  it('counts an empty variable as absent, as docker compose passes them', () => {
    expect(readEnvironment({ MEILI_URL: '', DISPATCHES_PORT: '' }).MEILI_URL).toBeUndefined();
  });

  it('parts several archives by colons', () => {
    expect(readEnvironment({ DISPATCHES_ARCHIVE: '/a: /b c :' }).DISPATCHES_ARCHIVE).toEqual([
      '/a',
      '/b c',
    ]);
  });

  it('names every variable at fault at once', () => {
    const read = () => readEnvironment({ DISPATCHES_PORT: '99999', MEILI_URL: 'no address' });
    expect(read).toThrow(EnvironmentError);
    expect(read).toThrow(/DISPATCHES_PORT=99999[\s\S]*MEILI_URL=no address/);
  });

  it('does not print a key that is too short', () => {
    const read = () => readEnvironment({ DISPATCHES_METRICS_KEY: 'geheim' });
    expect(read).toThrow(/^DISPATCHES_METRICS_KEY=…: (?!.*geheim)/);
  });
});
