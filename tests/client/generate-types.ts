import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compile, type JSONSchema } from 'json-schema-to-typescript';
import { loadOpenApi } from '../../src/api/openapi.ts';

/** Where the generated types live. */
export const TYPES_FILE: string = fileURLToPath(
  new URL('../../src/client/api-types.ts', import.meta.url),
);

type Parameter = {
  readonly $ref?: string;
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema: { readonly $ref?: string };
};
type Operation = { readonly operationId: string; readonly parameters?: readonly Parameter[] };

/** The types of the OpenAPI document: every schema, and for each operation its query parameters. */
export async function clientTypes(): Promise<string> {
  const document = loadOpenApi();
  const shared = (document.components?.parameters ?? {}) as unknown as Record<string, Parameter>;
  const queries = Object.values(document.paths ?? {}).map((path) => {
    const { operationId, parameters = [] } = (path?.get ?? {}) as unknown as Operation;
    const all = [...((path?.parameters ?? []) as unknown as Parameter[]), ...parameters]
      .map((one) => (one.$ref ? shared[one.$ref.split('/').at(-1) ?? ''] : one))
      .filter((one) => one?.in === 'query') as Parameter[];
    return [`${operationId}Query`, queryOf(all)] as const;
  });
  const { Values: _, ...schemas } = document.components?.schemas ?? {};
  const definitions = {
    ...schemas,
    ...Object.fromEntries(queries.filter(([, { properties }]) => Object.keys(properties).length)),
  };
  const schema = { type: 'object', additionalProperties: false, definitions };
  const text = JSON.stringify(schema).replaceAll('#/components/schemas/', '#/definitions/');
  const types = await compile(JSON.parse(text) as JSONSchema, 'Api', {
    additionalProperties: false,
    bannerComment:
      '// Made from src/api/openapi.yaml by `npm run client-types`; change that, not this.',
    style: { singleQuote: true, printWidth: 100 },
    unreachableDefinitions: true,
  });
  // The root holds nothing but the definitions.
  return types.replace(/^export (?:interface|type) Api .*\n/m, '');
}

function queryOf(parameters: readonly Parameter[]) {
  return {
    type: 'object',
    additionalProperties: false,
    required: parameters.filter(({ required }) => required).map(({ name }) => name),
    properties: Object.fromEntries(
      // A default is the server's business: for the client the parameter may be left out.
      parameters.map(({ name, description, schema }) => [
        name,
        { description, ...(isRepeatable(schema) ? oneOrMore : schema), default: undefined },
      ]),
    ),
  };
}

const oneOrMore = {
  anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }],
};

function isRepeatable(schema: { readonly $ref?: string }): boolean {
  return schema.$ref?.endsWith('/Values') ?? false;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(TYPES_FILE, await clientTypes());
}
