import { Element, type ParentNode } from 'domhandler';
import { goodIn, type PageOutline } from './page-outline.ts';
import { nameOfElement } from './prune-page.ts';
import type { TextRun } from './text-runs.ts';
import { type Dropped, isInside, lineage } from './tree.ts';

/** Titles of boxes that hold other stories, forms or comments; whole titles only, in any case. */
const BOX_TITLE =
  /^(?:most (?:popular|read|viewed|shared|watched|commented|recent)(?: .{0,30})?|popular(?: (?:now|posts|stories|articles|news|this week))?|trending(?: .{0,20})?|related(?: .{0,30})?|recommended(?: .{0,30})?|more (?:from|on|in|stories|news|like this|top|coverage|articles|headlines)(?: .{0,40})?|latest(?: (?:news|stories|posts|articles|headlines|videos?|from .{0,30}))?|recent (?:posts|news|stories|articles|comments)|top (?:stories|news|headlines|posts)|news for you|editor['’]?s['’]? (?:picks?|choice)|you (?:may|might|could) (?:also )?(?:like|be interested|enjoy|have missed).{0,20}|(?:read|see|watch) (?:also|next|more|this next)|also (?:read|on|in|see) ?.{0,20}|up next|what to read next|around the web|from (?:around )?the web|promoted(?: .{0,20})?|sponsored(?: .{0,30})?|paid content|stay (?:connected|in touch|up to date|informed)|follow us(?: .{0,30})?|connect with us|share (?:this|article|story|on|via)(?: .{0,20})?|newsletters?|sign up(?: .{0,50})?|subscribe(?: .{0,50})?|comments?(?: \(?\d+\)?)?|leave a (?:comment|reply)|join the (?:conversation|discussion)|\d+ comments?|add a comment|about the authors?|categories|archives?|tags|tag cloud|topics|search|our picks|don['’]t miss|in other news|next article|previous article|i più letti|più letti|articoli correlati|articoli recenti|potrebbe(?:ro)? interessarti.{0,20}|leggi anche|ultime notizie|ultimi articoli|commenti|seguici.{0,20}|condividi.{0,20}|les plus (?:lus|partagés|populaires)|à lire aussi|sur le même (?:sujet|thème)|articles? (?:liés?|similaires|récents?)|commentaires?|lo más (?:leído|visto|popular)|te (?:puede|recomendamos|puede interesar).{0,20}|noticias relacionadas|más noticias|más (?:información|en .{0,20})|relacionad[oa]s?|comentarios|mais (?:lidas|lidos|notícias)|leia (?:também|mais)|veja também|meistgelesen|das könnte sie auch interessieren.{0,20}|auch interessant|mehr zum thema|ähnliche artikel|kommentare|meest gelezen|lees ook|lees meer|mest läst(?:a)?|läs mer|läs också|mest lest|najczęściej czytane|zobacz także|czytaj także|polecane|самое (?:читаемое|популярное)|популярное|читайте также|похожие (?:новости|статьи)|по теме|комментарии|новости по теме|çok okunanlar|ilgili haberler|الأكثر قراءة|مواضيع ذات صلة|اقرأ أيضا(?:ً)?|関連記事|あわせて読みたい|アクセスランキング|おすすめ記事|相关(?:新闻|阅读|文章)|相關(?:新聞|閱讀)|推荐阅读|热门(?:文章|新闻)|관련기사|많이 본 (?:뉴스|기사)|인기기사)\s*[:：»›>…]*$/iu;

const MAX_TITLE = 70;

/** A title stands at the top of its box: no more lines than this before it. */
const MOST_BEFORE = 1;

/** Drops boxes by their printed title: the smallest part around the title that holds more than it. */
export function dropTitledSections(
  body: ParentNode,
  outline: PageOutline,
  headline: Element | null,
  dropped: Dropped,
): void {
  const total = Math.max(1, goodIn(outline, body));
  for (const run of outline.runs) {
    if (!isBoxTitle(run)) continue;
    const section = sectionAround(run, outline);
    if (!section || section === body || nameOfElement(section).isContent) continue;
    const holdsHeadline =
      headline !== null && (headline === section || isInside(headline, section));
    if (holdsHeadline || goodIn(outline, section) / total > 0.25) continue;
    dropped.set(section, 'titled-section');
  }
}

function isBoxTitle(run: TextRun): boolean {
  return run.text.length <= MAX_TITLE && BOX_TITLE.test(run.text);
}

/** The innermost element around a title with more runs than the title's own element. */
function sectionAround(run: TextRun, outline: PageOutline): Element | null {
  if (!(run.element instanceof Element)) return null;
  const own = outline.intervals.get(run.element);
  if (!own || own.to - own.from > 1) return null;
  const outer = lineage(run.element).find((element) => {
    const interval = outline.intervals.get(element);
    return interval !== undefined && interval.to - interval.from > 1;
  });
  if (!outer || /^(?:body|html|main|article)$/.test(outer.name)) return null;
  const interval = outline.intervals.get(outer);
  return interval && own.from - interval.from <= MOST_BEFORE ? outer : null;
}
