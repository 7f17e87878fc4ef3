import type { OpenApiDocument } from './openapi.ts';

/** A schema, as far as we look into it. */
export type Schema = {
  readonly $ref?: string;
  readonly enum?: readonly unknown[];
  readonly items?: Schema;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly default?: unknown;
  readonly 'x-allowed'?: readonly string[];
};

/** One parameter of an operation. */
export type Parameter = {
  readonly $ref?: string;
  readonly name: string;
  readonly in: 'query' | 'path';
  readonly description?: string;
  readonly required?: boolean;
  /** `false`: a list is joined by commas. */
  readonly explode?: boolean;
  readonly schema: Schema;
};

/** The GET of every path, with its parameters and theirs of the path, references followed. */
export function parametersByPath(
  document: OpenApiDocument,
): ReadonlyMap<string, readonly Parameter[]> {
  return new Map(
    Object.entries(document.paths ?? {}).map(([path, methods]) => {
      const all = [...(methods?.parameters ?? []), ...(methods?.get?.parameters ?? [])];
      return [path, (all as unknown as Parameter[]).map((one) => follow(one, document))];
    }),
  );
}

/** What may be written for a schema: words, or one description in words. */
export function allowedOf(schema: Schema, document: OpenApiDocument): readonly string[] {
  const { items, minimum, maximum, maxLength, ...rest } = follow(schema, document);
  if (rest['x-allowed']) return rest['x-allowed'];
  if (rest.enum) return rest.enum.map(String);
  if (items) return allowedOf(items, document);
  if (maximum !== undefined) return [`${minimum ?? 0} to ${maximum}`];
  return maxLength === undefined ? [] : [`at most ${maxLength} characters`];
}

/** True for lists whose values are given one by one: `agency=kcna&agency=tass`. */
export function isRepeatable({ schema, explode }: Parameter, document: OpenApiDocument): boolean {
  return follow(schema, document).items !== undefined && explode !== false;
}

function follow<T extends { readonly $ref?: string }>(one: T, document: OpenApiDocument): T {
  if (one.$ref === undefined) return one;
  const steps = one.$ref.slice('#/'.length).split('/');
  return steps.reduce(
    (node: unknown, step) => (node as Record<string, unknown>)[step],
    document,
  ) as T;
}
