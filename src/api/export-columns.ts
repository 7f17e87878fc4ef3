import { PUBLIC_FIELDS, type PublicDispatch } from '../search/public-dispatch.ts';
import { fieldsOf } from './fields.ts';

/** One column of the CSV: its heading, the fields it is made from, and its text. */
export type Column = {
  readonly name: string;
  readonly fields: readonly (keyof PublicDispatch)[];
  readonly cell: (dispatch: PublicDispatch) => string;
};

const COLUMNS: readonly Column[] = [
  ...(['id', 'headline', 'standfirst', 'agency', 'credit'] as const).map(plain),
  { name: 'dateline', fields: ['dateline'], cell: ({ dateline }) => dateline?.text ?? '' },
  ...(['date', 'dateBasis', 'dispatchedOn', 'publishedAt', 'language'] as const).map(plain),
  ...(['places', 'people', 'family', 'relation', 'url', 'site'] as const).map(plain),
  { name: 'sourcePath', fields: ['source'], cell: ({ source }) => source.path },
  { name: 'sourceSha256', fields: ['source'], cell: ({ source }) => source.sha256 },
];

/** The columns for `fields=…`; without it those of a list, and `*` adds the text. */
export function columnsFor(text: string | null): readonly Column[] {
  if (text === null) return COLUMNS;
  if (text === '*') return [...COLUMNS, plain('text')];
  const { names } = fieldsOf(text, PUBLIC_FIELDS);
  return (names ?? []).map(
    (name) => COLUMNS.find((column) => column.name === name) ?? plain(name as keyof PublicDispatch),
  );
}

function plain(name: keyof PublicDispatch): Column {
  return { name, fields: [name], cell: (dispatch) => cellOf(dispatch[name]) };
}

/** Lists of words are joined by semicolons; what has more structure is JSON. */
function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value) && value.every((one) => typeof one === 'string'))
    return value.join('; ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
