import type { ElementWords } from './element-words.ts';

/** A piece of text, and whether it is what was typed. */
export interface Fragment {
  readonly text: string;
  readonly marked: boolean;
}

/** One line of the list: what it says and where it leads. */
export interface Suggestion {
  readonly kind: Kind;
  readonly id: string;
  readonly text: readonly Fragment[];
  readonly note: string;
  readonly href: string;
}

export type Kind = keyof ElementWords['groups'];

/** The answer of `/v1/suggest`, as far as it is shown. */
interface Answer {
  readonly people: readonly Entry[];
  readonly agencies: readonly Entry[];
  readonly places: readonly Entry[];
  readonly headlines: readonly Headline[];
}

interface Entry {
  readonly id: string;
  readonly label: string;
  readonly alsoKnownAs: string | null;
  readonly count: number;
  /** Query string of the search it leads to. */
  readonly url: string;
}

interface Headline {
  readonly id: string;
  readonly headline: readonly Fragment[];
  readonly date: string | null;
}

const PER_KIND = '4';

/** Asks what the letters typed so far may mean. Throws when aborted or without connection. */
export async function askSuggestions(
  api: URL,
  typed: string,
  words: ElementWords,
  signal: AbortSignal,
): Promise<readonly Suggestion[]> {
  const address = new URL('v1/suggest', api);
  address.search = new URLSearchParams({ q: typed, per_kind: PER_KIND }).toString();
  const response = await fetch(address, { signal, credentials: 'omit' });
  if (!response.ok) return [];
  return toSuggestions((await response.json()) as Answer, typed, api, words);
}

function toSuggestions(
  { people, agencies, places, headlines }: Answer,
  typed: string,
  api: URL,
  words: ElementWords,
): readonly Suggestion[] {
  const fromEntry =
    (kind: Kind) =>
    ({ id, label, alsoKnownAs, count, url }: Entry): Suggestion => ({
      kind,
      id,
      text: [{ text: label, marked: false }],
      note: [alsoKnownAs === null ? '' : words.alsoKnownAs(alsoKnownAs), words.number(count)]
        .filter(Boolean)
        .join(' · '),
      href: new URL(url, api).href,
    });
  const terms = new URLSearchParams({ q: typed });
  return [
    ...people.map(fromEntry('people')),
    ...agencies.map(fromEntry('agencies')),
    ...places.map(fromEntry('places')),
    ...headlines.map(({ id, headline, date }) => ({
      kind: 'headlines' as const,
      id,
      text: headline,
      note: date === null ? '' : words.date(date),
      href: new URL(`dispatches/${encodeURIComponent(id)}?${terms}`, api).href,
    })),
  ];
}
