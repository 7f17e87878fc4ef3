import { isInflectedIn } from './inflection.ts';
import { foldLetters } from './letters.ts';

/*
 * A street, a school or a medal called after a person is not that person. These are the words that say so,
 * in all languages in one table.
 */

/** What bears a name that stands before or after it: piazza NAME, NAME Square. */
const BEARERS = `
universita university universite universidad universidade universitat universitet universitaet istituto institute institut instituto accademia academy academie academia akademie
scuola school ecole escuela schule liceo collegio college lycee biblioteca library bibliotheque bibliothek museo museum musee
piazza square plaza platz via viale street avenue rue calle avenida strasse allee boulevard ulica ulitsa prospekt prospect lungotevere largo
stadio stadium stade estadio stadion aeroporto airport aeroport aeropuerto flughafen ospedale hospital hopital krankenhaus
ponte bridge pont puente brucke parco park parc parque premio prize prix award awards preis medaglia medal medaille medalla
fondazione foundation fondation fundacion stiftung stazione gare estacion bahnhof mausoleo mausoleum mausolee palazzetto
portaerei carrier uss hms portaaviones flugzeugtrager icebreaker rompighiaccio cacciatorpediniere destroyer ciudad tunnel sentiero avions teatro theatre lycee
`;

/** What bears a name that stands before it, and could be anything when it comes first. */
const FOLLOWING_BEARERS = `
place road quai centre center centro zentrum station league youth union jugendverband brigade factory works mill creche complex
carriers city ville stadt town county district highway dam trail theatre theater tower cup coupe pokal trophy order
day flower begonia peak mount thought badge constitution hill heights port municipality iron steel class guards division corps plan
`;

const CYRILLIC_BEARERS = `
университет институт академи школ библиотек муз улиц проспект площад стадион аэропорт больниц мост парк преми орден медал фонд центр станци метро завод колхоз авианосец авианос
город район мавзоле театр кубок имени им ул пл союз ледокол пр вулиц
`;

/** Words that may stand between a name and its bearer, English order: Kim Il Sung *Higher Party* School. */
const BETWEEN = `
higher socialist military political national international naval air memorial youth children childrens party textile sports central state peoples pyongyang
general grand technical medical teachers music art red cross military-political defence defense works university of democratic global art literature
`;

/** Words that may stand between a bearer and the name: Ordine *di* Kim Il Sung. */
const LINKS =
  'di del della de du des of dem der zu named after intitolata intitolato dedicada imeni a nommee nomme namens benannt nach'.split(
    ' ',
  );

/** Bearers that need such a word and keep it an eponym; a "school of Putin" is still about Putin. */
const MEDALS =
  'named intitolata intitolato dedicata nommee nomme benannt order ordine ordre orden medal medaglia medaille medalla prize premio prix preis award university universita universite universidad universitat square piazza place plaza street city birthday via avenue order\
 орден преми улиц площад мавзоле mausoleum mausoleo mausolee'.split(/\s+/);

const set = (list: string) => new Set(list.trim().split(/\s+/).map(foldLetters));
const bearers = set(BEARERS);
const following = set(FOLLOWING_BEARERS);
const cyrillic = set(CYRILLIC_BEARERS);
const between = set(BETWEEN);
const links = new Set(LINKS);
const medals = new Set(MEDALS);

/** "академик Сахаров" is a man, "академия Сахарова" a school. */
const ACADEMICIAN = /^академик/;

/** Whether the folded word, before a name, makes it the name of a thing. */
export function isBearer(word: string): boolean {
  return bearers.has(word) || (isInflectedIn(cyrillic, word) && !ACADEMICIAN.test(word));
}

/** Whether the folded word, after a name, makes it the name of a thing. */
export function isBearerAfter(word: string): boolean {
  return following.has(word) || isBearer(word);
}

/** Whether a bearer may still follow after this folded word. */
export function mayPrecedeBearer(word: string): boolean {
  return between.has(word);
}

export function isBearerLink(word: string): boolean {
  return links.has(word) || word === 'имени' || word === 'им';
}

/** Whether "bearer of NAME" is an eponym and no statement about the person. */
export function isMedal(word: string): boolean {
  return medals.has(word) || isInflectedIn(medals, word);
}

const HAN_BEARERS =
  /^(?:[-－·]?金正日)?(?:综合|军事|政治|高级|社会主义|主义|国防|师范|工业|国际|人民)*(?:大学|广场|体育场|体育馆|奖|勋章|路|街|大街|主义|花|思想|格勒|市|号|机场|图书馆|学院|医院|基金会|纪念馆|纪念堂|党校|同盟|青年团|青年同盟|小道)/u;
const HANGUL_BEARERS =
  /^(?:[-－]?김정일)?\s?(?:종합대학|군사종합대학|정치군사대학|정치대학|대학|광장|경기장|상(?=[을의이과 ,.]|$)|훈장|거리|주의|화(?=[는가를의 ,.]|$)|봉|사회주의|청년|공항|국제|기금|고급당학교|소년|시계|표창|꽃|도서관|대극장|기념관)/u;

/** Whether the folded text after a Han name makes it the name of a thing. */
export function bearsHanName(after: string): boolean {
  return HAN_BEARERS.test(after);
}

/** The same for Hangul, where the bearer may follow after a space. */
export function bearsHangulName(after: string): boolean {
  return HANGUL_BEARERS.test(after);
}
