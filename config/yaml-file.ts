import { readFileSync } from 'node:fs';
import { CORE_SCHEMA, load } from 'js-yaml';
import { type Document, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';

/**
 * Reads a YAML file that an operator edits. Throws one error that lists every fault as
 * `file:line: where: what was expected`.
 */
export function readYamlFile<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
): z.infer<Schema> {
  return readYaml(readFileSync(file, 'utf8'), schema, file);
}

/** The same for YAML that is already in memory; `file` is named in errors. */
export function readYaml<Schema extends z.ZodType>(
  text: string,
  schema: Schema,
  file: string,
): z.infer<Schema> {
  const sound = readSound(text, schema);
  if (sound !== null) return sound;
  const { document, at } = readLines(text, file);
  if (document.errors.length > 0) {
    throw new Error(
      document.errors.map((e) => `${at(e.pos[0])}: ${e.message.split('\n')[0]}`).join('\n'),
    );
  }
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => {
    return `${at(path)}: ${path.join('.')}: ${message}`;
  });
  throw new Error(faults.join('\n'));
}

/** What a file without faults says; null otherwise. A parser that counts no lines is several times faster. */
function readSound<Schema extends z.ZodType>(text: string, schema: Schema): z.infer<Schema> | null {
  try {
    return schema.safeParse(load(text, { schema: CORE_SCHEMA })).data ?? null;
  } catch {
    return null;
  }
}

/** `file:line` of a path or an offset of a YAML file; what it costs is only paid for a fault. */
export function readLines(text: string, file: string): LineFinder {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter });
  const at = (place: number | readonly PropertyKey[]) => {
    const offset = typeof place === 'number' ? place : offsetOf(document, place);
    return `${file}:${lineCounter.linePos(offset).line}`;
  };
  return { document, at };
}

type LineFinder = {
  readonly document: Document;
  readonly at: (place: number | readonly PropertyKey[]) => string;
};

/** Where the innermost node on the path begins. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    const range = (node as { range?: readonly number[] } | undefined)?.range;
    if (range?.[0] !== undefined) return range[0];
  }
  return 0;
}
