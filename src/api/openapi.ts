import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenAPIV3 } from 'express-openapi-validator/dist/framework/types.js';
import { parse } from 'yaml';
import { z } from 'zod';
import { packageRoot } from '../../config/package-root.ts';
import { publicSchema } from '../search/public-dispatch.ts';

export type OpenApiDocument = OpenAPIV3.DocumentV3_1;

/** The contract as it is written down. */
export const OPENAPI_FILE: string = join(packageRoot, 'src', 'api', 'openapi.yaml');

/** Reads the contract, and puts in what the indexer says a dispatch is, as far as it is public. */
export function loadOpenApi(): OpenApiDocument {
  const document = parse(readFileSync(OPENAPI_FILE, 'utf8'), { merge: true }) as OpenApiDocument;
  const whole = document.components?.schemas?.['WholeDispatch'] as Record<string, unknown>;
  const { $schema: _, ...dispatch } = z.toJSONSchema(publicSchema);
  Object.assign(whole, {
    ...dispatch,
    required: [...(dispatch.required ?? []), 'links'],
    properties: { ...dispatch.properties, ...(whole['properties'] as object) },
  });
  return document;
}
