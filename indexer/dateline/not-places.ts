import { fold } from '../../config/fold.ts';

/** Rubrics and picture labels that open a text, before a dash or colon, as a place would. */
const RUBRICS = new Set(
  `exklusiv exclusive exclusif exclusiva esclusiva eksklusiv эксклюзив icymi file foto photo photos picture
video videos liveticker updated breaking urgent urgente urgence alert alerte eilmeldung eil bulletin flash
analysis analyse analisi análisis opinion opinión meinung kommentar comment commentary editorial editoriale
interview intervista entrevista explainer factbox factcheck faktencheck scheda timeline cronologia chronology
feature reportage reportaje portrait profile preview review recap correction korrektur rettifica corrección
corrected refile sponsored anzeige advertorial publicité pubblicità publicidad werbung advertisement
newsletter podcast grafik infographic infografica watch read listen faq news noticias notizie nachrichten
nouvelles sport sports calcio football fussball politik politica politique economia wirtschaft economy
economie kultur cultura culture business markets mercati wetter meteo weather oroscopo horoscope horoskop
published publié pubblicato publicado veröffentlicht posted aktualisiert aggiornato actualizado
aggiornamento опубликовано обновлено срочно молния видео фото rubrica esteri cronaca mondo monde mundo today
oggi heute hoy aujourd'hui hoje сегодня source fonte quelle fuente источник note live update copyright credit enquête récit décryptage tribune entretien
édito éditorial chronique témoignage dossier focus retroscena sondaggio approfondimento speciale inchiesta
investigación investigation umfrage hintergrund porträt reaktion reactions reacciones reazioni 사진 자료 자료사진
그래픽 영상 동영상 속보 写真 動画 資料 图片 视频`
    .split(/\s+/)
    .map(fold),
);

/** Rubrics of several words, and clubs named after their town. */
const RUBRIC =
  /^(?:le point|en direct|ultim'ora|ultima ora|ultima hora|last minute|mise a jour|a la une|real madrid|.* saint-germain|.* united|(?:ac|fc|as) .*)$|^le point /;

/** Bodies, countries and terms that papers print in capitals before a colon or dash. */
const BODIES = new Set(
  `nato otan un onu uno eu ue usa us uk uae gb who oms imf fmi fifa uefa fiba nasa esa opec opep ioc cio cia fbi
nsa kgb fsb idf irgc isis isil is plo akp chp cdu csu spd fdp afd övp spö fpö pd m5s psoe pp gop gdp pil bip
ceo cfo ai ki ia tv dvd cd pc iphone covid covid-19 sars aids hiv dna f1 wto wwf unesco unicef unhcr iaea
aiea osce osze oecd ocse g7 g8 g20 brics asean apec saarc mercosur sco cis csto eaeu dprk rok prc ddr brd
ussr udssr urss rdc drc сша ссср рф ес оон нато мвд фсб мид снг фрг гдр rpdc bce ezb ecb fed vw bmw gm ibm
ge ok nba nfl nhl mlb ufc eta ira farc`
    .split(/\s+/)
    .map(fold),
);

/** Words a place does not begin with: articles, prepositions, labels, times. */
const NOT_FIRST = new Set(
  `on in at by from for and but if when while after before since as with this that these those there here it he
she they we you one two three four five some many more most all both an such how why what where who
am im ab auf aus bei mit nach seit um von vor zum zur die der das den ein eine wie was wer wo warum so
il lo gli i un uno una nel nella nei con per da dal dalla che chi cosa come quando dopo prima se si non
le les un une des en dans avec pour sur sous depuis apres avant ce cet cette ces il elle ils elles on qui
que comme quand por para con en un una unos unas desde sin sobre segun tras este esta estos estas no se su
mr mrs ms dr herr frau signor monsieur sir president presidente präsident mit by por par von di`
    .split(/\s+/)
    .map(fold),
);

/** Articles and prepositions that do begin the names of some places. */
const BEGINS_PLACES =
  /^(?:il cairo|le caire|les|le |la |el |los |las |lo |il |the hague|the valley|am |im |di |san )/i;

/** A rubric, such as "Sports News" or "EXKLUSIV". */
export function isRubric(printed: string): boolean {
  const key = fold(printed);
  const words = key.split(/[\s/|]+/);
  return RUBRICS.has(words[0] ?? '') || RUBRICS.has(words.at(-1) ?? '') || RUBRIC.test(key);
}

/** A word that labels a text or a picture: "VIDEO", "Update". */
export function isLabel(printed: string): boolean {
  return RUBRICS.has(fold(printed));
}

/** A body's acronym, such as "NATO". */
export function isBody(printed: string): boolean {
  return BODIES.has(fold(printed));
}

/** Words that stand where a place may stand and cannot be one. */
export function isNoPlace(printed: string): boolean {
  const key = fold(printed);
  const first = key.split(' ')[0] ?? '';
  if (isRubric(printed)) return true;
  return NOT_FIRST.has(first) && !(key.includes(' ') && BEGINS_PLACES.test(key));
}

/** Whether the letters of the slot are the initials of the words before it: "First Aid Board (FAB)". */
export function isAcronymOf(slot: string, words: string): boolean {
  const letters = [...fold(slot).replace(/[^\p{L}]/gu, '')];
  if (letters.length < 2 || letters.length > 8) return false;
  // "YouTube Kids" gives y, t, k; a word all in capitals gives its first letter only.
  const spread = words.replace(/(?<=\p{Ll})(\p{Lu})/gu, ' $1');
  const initials = [...fold(spread).matchAll(/(?<!\p{L})\p{L}/gu)].map(([letter]) => letter);
  // In order: "PRETORIA, South Africa (AP)" has both letters and is no body of that name.
  let at = 0;
  for (const initial of initials) if (initial === letters[at]) at++;
  return initials.length >= 2 && at === letters.length;
}
