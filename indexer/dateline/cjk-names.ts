import type { Agency, AgencyCatalogue } from '../../config/agencies.ts';
import type { PlaceStretch, Stretch } from './dateline-match.ts';
import { countryNamed, countryOfCity } from './known-places.ts';

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

const patterns = new WeakMap<AgencyCatalogue, RegExp>();

/** Any alias of the catalogue that has Chinese, Japanese or Korean letters, longest first, as a source for patterns. */
function aliasPattern(catalogue: AgencyCatalogue): RegExp {
  const known = patterns.get(catalogue);
  if (known) return known;
  const aliases = catalogue.agencies.flatMap(({ aliases: all }) => all.filter((a) => CJK.test(a)));
  aliases.sort((a, b) => b.length - a.length);
  const escaped = aliases.map((alias) => alias.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(escaped.join('|') || '(?!)', 'gu');
  patterns.set(catalogue, pattern);
  return pattern;
}

export type NamedAgency = Stretch & {
  readonly printed: string;
  readonly owners: readonly Agency[];
};

/** The first agency named in CJK letters at or behind `from` and before `to`. */
export function findCjkAgency(
  catalogue: AgencyCatalogue,
  text: string,
  from: number,
  to: number,
): NamedAgency | null {
  const pattern = aliasPattern(catalogue);
  pattern.lastIndex = from;
  const found = pattern.exec(text.slice(0, to));
  if (!found) return null;
  const printed = found[0];
  const start = found.index;
  return { start, end: start + printed.length, printed, owners: catalogue.byAlias(printed) };
}

/** The agency whose name ends `printed`, leaving at least one letter before it. */
export function agencyAtEnd(
  catalogue: AgencyCatalogue,
  printed: string,
): { readonly name: string; readonly owners: readonly Agency[] } | null {
  for (let length = printed.length - 1; length >= 2; length--) {
    const name = printed.slice(-length);
    const owners = catalogue.byAlias(name);
    if (owners.length > 0) return { name, owners };
  }
  return null;
}

const PROVINCES = new Set(
  `河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古
广西 西藏 宁夏 新疆 江蘇 廣東 遼寧 福建 陝西 北海道`.split(/\s+/),
);

/** "江苏宜兴", "德国罗滕堡": province or country stands before the town, without a mark. */
export function cjkPlace(text: string, { start, end }: Stretch): PlaceStretch {
  const printed = text.slice(start, end);
  if (countryOfCity(printed) === null) {
    for (let length = Math.min(6, printed.length - 2); length >= 2; length--) {
      const region = printed.slice(0, length);
      if (PROVINCES.has(region) || countryNamed(region, 'zh') !== null) {
        const cut = start + length;
        return { name: { start: cut, end }, qualifiers: [{ start, end: cut }] };
      }
    }
  }
  return { name: { start, end }, qualifiers: [] };
}

/** "런던·서울", "ソウル・北京". */
export function cjkPlaces(text: string, { start, end }: Stretch): readonly PlaceStretch[] {
  const places: PlaceStretch[] = [];
  let from = start;
  for (const part of text.slice(start, end).split(/[·・ㆍ/]/)) {
    if (part !== '') places.push(cjkPlace(text, { start: from, end: from + part.length }));
    from += part.length + 1;
  }
  return places;
}

/** Whether a CJK stretch can be a place: few letters of one script, or a city we know. */
export function isCjkName(printed: string, mostLetters = 12): boolean {
  return (
    /^[\p{Script=Han}\p{Script=Katakana}\p{Script=Hangul}ー·・ㆍ /]+$/u.test(printed) &&
    printed.length <= mostLetters
  );
}
