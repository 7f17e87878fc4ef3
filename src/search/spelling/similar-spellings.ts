import type { Dispatch } from '../../../indexer/dispatch.ts';
import type { Match, Matcher } from '../matcher.ts';
import { ENOUGH_MATCHES } from '../snippet.ts';
import { fold } from '../terms.ts';

/** More would not be read beside a hit. */
const MOST = 3;

type Texts = Pick<Dispatch, 'headline' | 'standfirst' | 'text'> & Partial<Pick<Dispatch, 'names'>>;

/**
 * The printed words by which a dispatch was found although it has a searched word nowhere as it was
 * typed: not in its texts, nor among the names of its persons.
 */
export function similarSpellings(dispatch: Texts, matcher: Matcher): readonly string[] {
  const { headline, standfirst, text, names = [] } = dispatch;
  const printed = new Map<string, Map<string, string>>();
  const right = new Set<string>();
  for (const field of [headline ?? '', standfirst ?? '', text]) {
    for (const match of matcher(field, ENOUGH_MATCHES)) {
      if (match.how === 'typo') note(printed, match, field);
      else right.add(match.wanted);
    }
  }
  if (printed.size > 0) {
    for (const { how, wanted } of matcher(names.join('\n'), Number.POSITIVE_INFINITY)) {
      if (how !== 'typo') right.add(wanted);
    }
  }
  const wrong = [...printed].filter(([wanted]) => !right.has(wanted));
  return wrong.flatMap(([, forms]) => [...forms.values()]).slice(0, MOST);
}

function note(
  printed: Map<string, Map<string, string>>,
  { wanted, span: [start, end] }: Match,
  field: string,
): void {
  const form = field.slice(start, end);
  const forms = printed.get(wanted) ?? new Map<string, string>();
  if (!forms.has(fold(form))) forms.set(fold(form), form);
  printed.set(wanted, forms);
}
