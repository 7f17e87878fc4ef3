/*
 * Words of class names and ids that say what a part of a page is. Names are read as words:
 * `relatedPosts_x1` and `related-posts` are both "related posts". The words come in the languages of
 * the sites we know; adding one is adding it here.
 */

/** Never the article, however much text it holds. */
const NEVER =
  'comment comments commentlist commentaires commenti comentarios kommentare kommentarer komentarze komentare yorumlar respond replies disqus livefyre discussion ' +
  'related relateds relatedposts related-posts related-articles related-content related-stories related-news relacionadas relacionados correlati correlate verwandt ' +
  'recommended recommendations recommendation recirc recirculation outbrain taboola zergnet revcontent mgid nativo engageya ' +
  'most-read mostread most-popular mostpopular most-viewed popular-posts trending more-stories more-news more-from more-articles more-on more-like read-next readnext up-next upnext next-article you-may also-like see-also read-also also-read leggi-anche lire-aussi ver-tambien siehe-auch similar-posts similar-articles also-news more-links morelinks link-more view-more viewmore prev-next czytaj-dalej mat-podobne jp-relatedposts yarpp crp-related recent-posts recent-articles latest-news latest-posts ' +
  'newsletter newsletters subscribe subscription-box signup sign-up optin opt-in mailchimp mc-embed ' +
  'cookie cookies gdpr ccpa consent onetrust didomi cookiebar ' +
  'share sharing sharebar sharedaddy share-buttons addtoany addthis social socials social-links sns partager condividi compartir teilen sociallinks sociable feedflare shareaholic ' +
  'nav navbar navigation navi submenu breadcrumb breadcrumbs pagination pager skip-link skiplink megamenu mainmenu topmenu sitemap footer-menu ' +
  'footer colophon site-footer page-footer sr-only visually-hidden visuallyhidden screen-reader-text screenreader assistive offscreen ' +
  'adsbygoogle advert adverts advertisement advertisements advertising adslot ad-slot ad-container ad-wrapper dfp sponsored sponsor publicidad pubblicita werbung anzeige reklama reklam publicite ' +
  'bottom-of-article article-bottom story-bottom end-of-article article-end post-end below-article after-article after-post after-content below-content below-post ' +
  'author-box author-bio authorbox author-info about-author about-the-author bio-box post-author-box author-card authorcard ' +
  'tagcloud tag-cloud tag-list taglist post-tags entry-tags article-tags tags-links taglinks';

/** Not the article, unless most of the page's text stands in it. */
const USUALLY_NOT =
  'sidebar side-bar right-bar rightbar left-bar leftbar right-column rightcolumn rightcol right-col sidecol side-column secondary-column widget widgets rail right-rail aside tags topics keywords categories tag-links ' +
  'ad ads adv adbox banner promo promos promotion promoted promobox teaser teasers ' +
  'modal popup pop-up overlay lightbox dialog toast tooltip offcanvas drawer ' +
  'player video-player jwplayer audio-player podcast playlist carousel slider slideshow gallery-nav ' +
  'login log-in register search searchbox searchform poll survey quiz rating ratings vote votes ' +
  'masthead topbar top-bar toolbar toolbox tools utility utilities menu menus site-header page-header ' +
  'd-none noprint no-print print-hidden donotprint dont-print hidden-print ' +
  'reactions story-tool story-tools article-status catcher inread crumbs also-read-box related-links inline-related story-package factbox-related read-more readmore more-link ' +
  'author-bio bio biography authors author-profile follow followus follow-us follow-buttons ' +
  'paywall-banner offer-wall offerwall paywall-offer subscription-offer incentive incentive-block piano-container tp-modal regwall subscription donate donation donations support-us call-to-action cta callout-signup appeal ' +
  'disclaimer legal copyright copy-right terms privacy ' +
  'ticker stock-ticker weather horoscope breaking-news-bar alert-bar notification notifications ' +
  'card-list feed-list';

/** Words that say so only as a whole name: `overflow-hidden` hides nothing. */
const WHOLE_NAMES = 'hidden is-hidden js-hidden u-hidden hide invisible';

/** Not the article when it is short: lines about the article. */
const SHORT_ONLY =
  'print print-link printbutton printfriendly pf-button email email-link mailto actions action-bar buttons button btn ' +
  'date dates time timestamp pubdate published publish-date posted posted-on updated modified last-updated ' +
  'author byline by-line autor autore auteur writer reporter signature-meta meta metadata post-meta entry-meta article-meta postmetadata meta-info byline-wrapper ' +
  'views hits counter count reading-time readtime read-time time-to-read ' +
  'label labels kicker eyebrow section-name category category-label rubric flag badge tag ' +
  'credit credits photo-credit image-credit copyright caption captions ' +
  'font-size fontsize text-size resizer zoom listen audio tts speech ' +
  'edit-link post-edit permalink shortlink trackback ' +
  'source-logo logo brand icon icons ' +
  'skip toc table-of-contents ez-toc';

/** Names of the element that holds the article's text. */
const CONTENT =
  'article-body articlebody article-content articlecontent article-text articletext article-main article-copy ' +
  'entry-content entrycontent post-content postcontent post-body postbody post-entry post-text ' +
  'story-body storybody story-content storycontent story-text body-content body-text bodytext body-copy ' +
  'content-body content-text content-article news-body news-text news-content newstext newsbody news-detail newsdetail ' +
  'single-content single-post-content td-post-content field-name-body field-body text-content texto text-body ' +
  'article-page article-wrap articlewrap main-text maintext page-content hentry e-content rich-text richtext ' +
  'corpo-articolo testo testo-articolo cuerpo cuerpo-noticia contenido-noticia texto-noticia corps-article contenu-article ' +
  'artikel-text artikeltext artikel-inhalt article-section article-paragraphs main-article';

/** `with-sidebar-right`: what stands beside the element, not what it is. */
const NOT_DENIED = '(?<!-(?:has|with|without|no|not))';

/** Kinds of names, from the surest to the weakest. */
export type NameKind = 'never' | 'usually-not' | 'short-only' | 'content';

const KINDS: readonly (readonly [NameKind, RegExp])[] = [
  ['content', phrases(CONTENT)],
  ['never', phrases(NEVER)],
  ['usually-not', phrases(USUALLY_NOT)],
  ['usually-not', wholeNames(WHOLE_NAMES)],
  ['short-only', phrases(SHORT_ONLY)],
];

const MAX_NAME = 400;

export type NameReading = {
  readonly isContent: boolean;
  /** The surest kind of boilerplate and the word that says so. */
  readonly boilerplate: {
    readonly kind: Exclude<NameKind, 'content'>;
    readonly word: string;
  } | null;
};

const readings = new Map<string, NameReading>();
const MAX_READINGS = 20_000;

/** What an element's names say; `names` is class, id and the like in one text. */
export function readName(names: string): NameReading {
  const known = readings.get(names);
  if (known) return known;
  if (readings.size >= MAX_READINGS) readings.clear();
  const reading = readNew(names);
  readings.set(names, reading);
  return reading;
}

function readNew(names: string): NameReading {
  const words = wordsOf(names);
  const isContent = KINDS[0]?.[1].test(words) ?? false;
  for (const [kind, pattern] of KINDS) {
    if (kind === 'content') continue;
    const word = pattern.exec(words)?.[1];
    if (word) return { isContent, boilerplate: { kind, word } };
  }
  return { isContent, boilerplate: null };
}

/**
 * `print:text-black` is how a paragraph looks on paper: names with a colon say nothing of what it is.
 * `entryMeta post_tags x1` → `-entry-meta-+-post-tags-+-x-`: words parted by `-`, names by `+`.
 */
function wordsOf(names: string): string {
  return names
    .slice(0, MAX_NAME)
    .replace(LAYOUT_NAMES, ' ')
    .split(/\s+/)
    .filter((name) => !name.includes(':') || name === 'print:hidden')
    .map((name) => {
      const words = name
        .split(/[^\p{L}\p{N}]+/u)
        .filter((part) => !isHash(part))
        .join('-')
        .replace(/([a-z])([A-Z])/g, '$1-$2')
        .toLowerCase()
        .replace(/[^\p{L}]+/gu, '-');
      return `-${words.replace(/^-+|-+$/g, '')}-`;
    })
    .join('+');
}

/** Names with which page builders lay out everything, the article too. */
const LAYOUT_NAMES =
  /elementor-widget(?:-(?:wrap|container|text-editor|heading|theme-[\w-]+))?(?=\s|$)/g;

/** `1ad4f`, `jAdRfT`: made by a tool, and words in it are chance. */
function isHash(part: string): boolean {
  return /\d\p{L}/u.test(part) || (part.length <= 8 && /[a-z][A-Z]+[a-z]+[A-Z]/.test(part));
}

function phrases(list: string): RegExp {
  return new RegExp(`${NOT_DENIED}-(${[...new Set(list.split(' '))].join('|')})-`);
}

function wholeNames(list: string): RegExp {
  return new RegExp(`(?:^|\\+)-(${list.split(' ').join('|')})-(?:\\+|$)`);
}
