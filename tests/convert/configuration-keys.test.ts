import { expect, it } from 'vitest';
import { z } from 'zod';
import { CONFIG_FOLDER } from '../../indexer/convert/configuration.ts';
import { configurationKeys } from '../../indexer/convert/configuration-keys.ts';
import { dispatchSchema } from '../../indexer/dispatch.ts';

it('Every page is converted again once a dispatch has another field, though nobody raised the version', () => {
  const now = configurationKeys(CONFIG_FOLDER);
  expect(configurationKeys(CONFIG_FOLDER, dispatchSchema.extend({}))).toEqual(now);
  for (const changed of [
    dispatchSchema.extend({ tone: z.string() }),
    dispatchSchema.extend({ headline: z.string() }),
  ]) {
    const keys = configurationKeys(CONFIG_FOLDER, changed);
    expect(keys.rules).not.toBe(now.rules);
    expect(keys.people).toBe(now.people);
    expect(keys.all).not.toBe(now.all);
  }
});
