/*
 * What sites print before a link to another story of theirs, by language. A line that is such a label,
 * or begins with one and a colon or bar, is no text of the dispatch. All in small letters, with `'`.
 */

const ENGLISH =
  "read more|read also|read next|read this|read this next|read here|read now|read the full story|read the full article|read full story|read full article|read more stories|read more here|read more on this|also read|more on this|more from|more coverage|more stories|more news|more on this story|more on this topic|related|related story|related stories|related article|related articles|related content|related link|related links|related news|related coverage|related topics|related posts|related post|related video|related videos|related photos|see also|see more|you may like|you might like|you may also like|you might also like|you may be interested|you might be interested|you might also be interested in|recommended|recommended stories|recommended reading|recommended for you|don't miss|watch more|watch now|watch this|watch also|watch video|watch the video|watch live|must read|must-read|trending|trending now|up next|editor's pick|editors' pick|editor's picks|go deeper|dive deeper|learn more|find out more|further reading|from the archives|what to read next|keep reading|in case you missed it|icymi|follow live|click here|click here to read more|full story|listen now|listen here";

const ROMANCE =
  "leggi anche|leggi pure|leggi altro|leggi tutto|leggi ancora|leggi l'articolo|vedi anche|guarda anche|guarda il video|ascolta anche|potrebbe interessarti|potrebbe interessarti anche|approfondisci|per approfondire|notizie correlate|articoli correlati|" +
  'lire aussi|à lire aussi|à lire|a lire aussi|à lire également|à voir aussi|lire plus|lire la suite|lisez aussi|voir aussi|à écouter|sur le même sujet|pour aller plus loin|aussi à lire|notre dossier|' +
  'lea también|lee también|leer también|leer más|lea más|le puede interesar|te puede interesar|te podría interesar|puede interesarte|te recomendamos|vea también|ver también|ve también|mira también|mirá también|no te pierdas|más información|más sobre el tema|noticia relacionada|noticias relacionadas|relacionado|sigue leyendo|seguí leyendo|' +
  'leia também|leia mais|leia ainda|veja também|saiba mais|veja mais|confira também|relacionadas|ler mais|leia a seguir|citește și|citește mai mult|citiți și|vezi și|llegiu també|llegeix més|mais sobre o assunto';

const GERMANIC =
  'lesen sie auch|lesen sie mehr|lesen sie hier|lesen sie dazu|lesen sie dazu auch|lies auch|mehr lesen|mehr zum thema|mehr dazu|mehr aus|zum thema|passend zum thema|auch interessant|auch lesenswert|siehe auch|weiterlesen|weitere nachrichten|weitere artikel|das könnte sie auch interessieren|das könnte dich auch interessieren|hier lesen|empfohlener artikel|lesetipp|' +
  'lees ook|lees meer|lees verder|bekijk ook|zie ook|luister ook|meer over|meer lezen|läs också|läs även|läs mer|läs vidare|se också|mer om|les også|les mer|les hele saken|se også|hør også|læs også|læs mere|læs videre|lestu líka|lees oor|lees meer hier|sjá líka|saken fortsetter under|artikeln fortsätter nedan|artiklen fortsætter under';

const SLAVIC =
  'czytaj też|czytaj także|czytaj również|czytaj więcej|czytaj dalej|zobacz też|zobacz także|zobacz również|przeczytaj też|przeczytaj także|przeczytaj|polecamy|přečtěte si|přečtěte si také|čtěte také|čtěte též|čtěte dále|mohlo by vás zajímat|prečítajte si|prečítajte si tiež|čítajte aj|pročitajte i|pročitajte još|pročitaj|čitajte|čitaj još|preberite tudi|preberite še|čitajte još|' +
  'читайте также|читайте ещё|читайте еще|читать далее|читать также|читайте на эту тему|смотрите также|по теме|подробнее|подробнее по теме|материал по теме|материалы по теме|читайте нас|читайте також|читайте більше|дивіться також|вас може зацікавити|прочетете още|вижте още|още по темата|чытайце таксама|прочитајте и|читајте и|прочитајте још';

const OTHERS =
  'lue myös|lue lisää|katso myös|loe ka|loe lisaks|vaata ka|lasi arī|lasi vēl|lasi vairāk|skaitykite taip pat|skaitykite daugiau|olvassa el|olvassa el ezt is|kapcsolódó|kapcsolódó cikkek|ez is érdekelheti|διαβάστε επίσης|διαβάστε ακόμα|διαβάστε περισσότερα|δείτε επίσης|δείτε ακόμα|lexo edhe|lexo më shumë|irakurri gehiago|' +
  'devamını oku|ilgili haber|ilgili haberler|bunlar da ilginizi çekebilir|okumaya devam et|haberin devamı|ayrıca bakın|baca juga|baca selengkapnya|simak juga|lihat juga|artikel terkait|xem thêm|đọc thêm|tin liên quan|soma zaidi|soma pia|basahin din|اقرأ أيضا|اقرأ أيضاً|اقرا ايضا|اقرأ المزيد|شاهد أيضا|شاهد أيضاً|مواضيع ذات صلة|إقرأ أيضا|بیشتر بخوانید|همچنین بخوانید|مطالب مرتبط|קראו גם|קרא גם|קראו עוד|לקריאה נוספת|यह भी पढ़ें|ये भी पढ़ें|और पढ़ें|आणखी वाचा|আরও পড়ুন|আরো পড়ুন|மேலும் படிக்க|อ่านเพิ่มเติม|ข่าวที่เกี่ยวข้อง|' +
  '関連記事|関連ニュース|関連リンク|関連サイト|続きを読む|あわせて読みたい|合わせて読みたい|こちらも読む|次のページ|次ページ|写真を見る|相关阅读|相关新闻|相关报道|相关链接|延伸阅读|推荐阅读|更多新闻|更多报道|阅读更多|查看更多|相關新聞|相關報導|延伸閱讀|更多新聞|看更多|推薦閱讀|관련기사|관련 기사|관련뉴스|함께 보면 좋은 기사|더보기';

const LABELS: ReadonlySet<string> = new Set(
  [ENGLISH, ROMANCE, GERMANIC, SLAVIC, OTHERS].join('|').split('|'),
);

/** Marks before a label, and what ends one. */
const MARKS = /^[\s>»›→⇒➡▶►▷•·*[({【〈《「■□●◆☞👉＞–—-]+/u;
const LABEL_END = /[:：|｜—–>»›\]】…]|\.{3}|$/u;
const LONGEST = 48;

/** Whether a line is such a label or opens with one. A label of one word needs a link behind it. */
export function opensWithReadMore(text: string, linkShare: number): boolean {
  const line = text.slice(0, LONGEST + 12).replace(MARKS, '');
  const end = line.search(LABEL_END);
  if (end < 0 || end > LONGEST) return false;
  const label = line.slice(0, end).trim().toLowerCase().replace(/[’`]/g, "'");
  const isWhole = end >= line.length - 1;
  if (!isWhole && !/\s/.test(label) && linkShare < 0.3) return false;
  return LABELS.has(label.replace(/[!.]$/, ''));
}
