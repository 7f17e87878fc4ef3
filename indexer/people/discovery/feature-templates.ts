import { hashString, mixHash, toBucket } from './hash.ts';
import { ATTRIBUTES, type Attribute, PADDING, WIDTH } from './sentence-attributes.ts';

/**
 * Every feature of a word, one template a line: attributes, each of this word or of the one `@` so many places away.
 * The values are hashed together with the number of the line, so a changed table needs a newly trained model.
 */
const TABLE = `
word
word@-1
word@-2
word@+1
word@+2
word@-1 word
word word@+1
word@-1 case
word@+1 case
prefix2
prefix3
prefix4
suffix1 case
suffix2
suffix3
suffix4
suffix3@-1
suffix3@+1
suffix2@-1 suffix2
suffix2 suffix2@+1
shape
shape@-1 shape
shape shape@+1
shape@-1 shape shape@+1
case@-2 case@-1 case
case case@+1 case@+2
case@-1 case case@+1 sentence
lexicon case
lexicon@-1 lexicon
lexicon lexicon@+1
lexicon@-1 lexicon lexicon@+1
lexicon@-2 lexicon@-1 lexicon
lexicon habit case
habit case sentence
habit@-1 habit case
habit habit@+1 case
habit@-1 habit habit@+1
habit@+1 case@+1 habit case
function@-1 case lexicon
function@+1 case lexicon
function@-1 function@+1 case
function@-2 function@-1 case
function@+1 function@+2 case
function@-1 habit case
run
run lexicon
run habit sentence
run runKinds
run runBefore
run runAfter
runBeforeClass runAfterClass run
runBeforeClass runKinds
runAfterClass runKinds
runBefore runKinds
titleDistance case lexicon
titleDistance run runBeforeClass
title titleDistance case
sentence run lexicon
suffix2 run
suffix3 lexicon@-1
`;

type Part = { readonly attribute: Attribute; readonly offset: number };
export type Template = { readonly name: string; readonly parts: readonly Part[] };

export const TEMPLATES: readonly Template[] = TABLE.trim()
  .split('\n')
  .map((name) => ({ name, parts: name.split(' ').map(toPart) }));

function toPart(text: string): Part {
  const [name = '', offset = '0'] = text.split('@');
  const attribute = ATTRIBUTES.find((candidate) => candidate === name);
  if (attribute === undefined) throw new Error(`no attribute called ${name}`);
  return { attribute, offset: Number(offset) };
}

/** The table as flat arrays: template `t` reads the cells `cells[ends[t-1]..ends[t]]` relative to the word's row. */
const cells = Int32Array.from(
  TEMPLATES.flatMap(({ parts }) =>
    parts.map(({ attribute, offset }) => offset * WIDTH + ATTRIBUTES.indexOf(attribute)),
  ),
);
const ends = Int32Array.from(
  TEMPLATES.map((_, index) =>
    TEMPLATES.slice(0, index + 1).reduce((sum, { parts }) => sum + parts.length, 0),
  ),
);
const seeds = Int32Array.from(TEMPLATES.map(({ name }) => hashString(name)));

/**
 * Writes the bucket of every template for word `index` to `buckets`, or -1 where all attributes are absent.
 * `buckets` has room for TEMPLATES.length numbers from `at`.
 */
export function writeFeatures(
  table: Int32Array,
  index: number,
  bucketCount: number,
  buckets: Int32Array,
  at = 0,
): void {
  const row = (index + PADDING) * WIDTH;
  let cell = 0;
  for (let template = 0; template < seeds.length; template += 1) {
    let hash = seeds[template] ?? 0;
    let present = 0;
    const end = ends[template] ?? 0;
    for (; cell < end; cell += 1) {
      const value = table[row + (cells[cell] ?? 0)] ?? 0;
      present |= value;
      hash = mixHash(hash, value);
    }
    buckets[at + template] = present === 0 ? -1 : toBucket(hash, bucketCount);
  }
}
