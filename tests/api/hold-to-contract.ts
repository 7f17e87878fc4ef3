import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { loadOpenApi } from '../../src/api/openapi.ts';

type Answers = Readonly<Record<string, { readonly content?: Readonly<Record<string, object>> }>>;

const document = loadOpenApi();
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addSchema(document, 'contract');

/** For each path its pattern and the answers it may give. */
const paths = Object.entries(document.paths ?? {}).map(([path, methods]) => ({
  path,
  pattern: new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}/?$`, 'i'),
  answers: (methods?.get as { readonly responses: Answers } | undefined)?.responses ?? {},
}));

/**
 * Throws when an answer is not what the contract says: its status, its type, and the whole of a JSON body.
 * Problems are held to their schema wherever they come from. What the contract does not describe (pages,
 * the engine's own API) passes.
 */
export async function holdToContract(answer: Response): Promise<void> {
  const { pathname } = new URL(answer.url);
  const type = answer.headers.get('content-type')?.split(';')[0] ?? '';
  const described = paths.find(({ pattern }) => pattern.test(pathname));
  const wrong = (what: string) =>
    new Error(`${answer.status} ${pathname} is not as described: ${what}`);
  if (type === 'application/problem+json') {
    await validate('#/components/schemas/Problem', answer, wrong);
  } else if (described) {
    const { answers, path } = described;
    const content = (
      answers[answer.status] ?? (answer.status < 400 ? undefined : answers['default'])
    )?.content;
    if (answer.status === 304) return;
    if (!content?.[type]) throw wrong(`type ${type}`);
    if (/\bjson$/.test(type)) {
      const steps = [path, 'get', 'responses', String(answer.status), 'content', type, 'schema'];
      const pointer = steps
        .map((step) => step.replaceAll('~', '~0').replaceAll('/', '~1'))
        .join('/');
      await validate(`#/paths/${encodeURI(pointer)}`, answer, wrong);
    }
  }
}

const validators = new Map<string, ValidateFunction>();

async function validate(
  pointer: string,
  answer: Response,
  wrong: (what: string) => Error,
): Promise<void> {
  const check = validators.get(pointer) ?? ajv.compile({ $ref: `contract${pointer}` });
  validators.set(pointer, check);
  if (!check(await answer.clone().json())) throw wrong(ajv.errorsText(check.errors));
}

/** `fetch` for tests: what does not keep to the contract is no answer. */
export async function fetchHeld(url: string, init?: RequestInit): Promise<Response> {
  const answer = await fetch(url, init);
  const hasBody = init?.method !== 'HEAD' && answer.status !== 204;
  if (hasBody && !answer.redirected && answer.status !== 302) await holdToContract(answer);
  return answer;
}
