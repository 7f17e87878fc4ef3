import { opensWithReadMore } from './read-more-labels.ts';

/*
 * Lines that sites print into and around an article. A line is boilerplate only as a whole and only
 * when short: the same words inside a paragraph of the dispatch stay.
 */

/** What the line is, and how it begins or reads as a whole. */
type LineRule = { readonly name: string; readonly pattern: RegExp };

const LINE_RULES: readonly LineRule[] = [
  {
    name: 'ad-label',
    pattern:
      /^(?:-+\s*)?(?:advertisement|advertising|advertorial|ad|ads|sponsored(?: content)?|story continues below(?: advertisement)?|article continues (?:below|after)(?: (?:this )?ad(?:vertisement)?)?|continue reading(?: below)?|scroll (?:down )?to continue(?: (?:reading|with content))?|publicidad|pubblicità|publicité|werbung|anzeige|реклама|reklama|reklam|annonse|annons|mainos|広告|广告|廣告|광고|إعلان)(?:\s*-+)?[.:]?$/iu,
  },
  {
    name: 'subscribe',
    pattern:
      /^(?:(?:please )?(?:sign up|subscribe|register|log ?in|sign in|click here|tap here|download (?:the|our))\b|(?:join|follow|like|find|contact|get) (?:us|our|the latest|breaking)\b|get (?:the|our|all|more|daily|today|unlimited)\b.{0,60}(?:newsletter|inbox|app|alerts?|email|headlines)|want (?:more|the latest).{0,60}(?:newsletter|sign up|inbox)|(?:already|not) a (?:subscriber|member)|newsletter\b|iscriviti|abonnez-vous|inscrivez-vous|suscríbete|suscríbase|inscreva-se|assine|abonnieren|jetzt abonnieren|подпис(?:ывайтесь|аться)|seguici su|síguenos|suivez-nous|folgen sie uns|takip edin|following us on)|.{0,20}\b(?:follow us|folg\w* (?:sie )?uns|suivez-nous|seguici|síguenos|siga-nos|volg ons|følg oss|följ oss|abonniere\w*|iscriviti|join our)\b.{0,40}(?:whats ?app|telegram|google|instagram|facebook|twitter|youtube|newsletter)/iu,
  },
  {
    name: 'share',
    pattern:
      /^(?:share(?: (?:this|on|via|article|story|the|options|with|link).{0,60})?|tweet(?: this)?|pin it|e-?mail(?: this.{0,30})?|print(?: this.{0,30}| article| page)?|copy (?:link|url).{0,30}|link copied.{0,20}|facebook|twitter|whatsapp|telegram|linkedin|reddit|pinterest|condividi.{0,40}|partager.{0,40}|compartir.{0,40}|compartilh(?:ar|e).{0,40}|teilen|drucken|stampa|imprimir|imprimer|поделиться.{0,30}|paylaş|shares?|comments?(?: \(\d+\))?|\d+ (?:shares?|comments?)|leave a (?:comment|reply)|(?:post|add|view|show|read) (?:a )?(?:all )?comments?|commenti?|comentarios|kommentare)\s*[:.]?$/iu,
  },
  {
    name: 'player',
    pattern:
      /^(?:(?:play|watch|listen|pause|mute|unmute|loading|replay|close|open|expand|enlarge|toggle)(?: (?:to|the|this|now|more|full|live|again|video|audio|podcast|clip|sound|gallery|image|photo|caption|article|story|menu|below|above|here|(?:full)? ?screen|settings|player|\d+))*|(?:this |the )?video (?:player|is|can(?:not|['’]t)).{0,80}|your browser does not support.{0,80}|(?:please )?(?:enable|turn on|activate) javascript.{0,80}|javascript (?:is|must).{0,80}|media playback is.{0,60}|(?:image|photo|picture) (?:source|caption|credit|copyright|gallery).{0,80}|view (?:gallery|image|photos?|slideshow|larger).{0,40}|hide caption|toggle caption|(?:enlarge|zoom) (?:this )?image|\d{1,2}:\d{2}(?: ?\/ ?\d{1,2}:\d{2})?|now playing|live|video|audio|photos?|gallery|listen|skip (?:to|past|ad).{0,40}|back to top|top|\d+ (?:of|\/) \d+)\s*[.:]?$/iu,
  },
];

const MAX_LINE = 160;
const MAX_LINKED = 300;

/** The rule by which a whole short line is boilerplate; `null` for text. */
export function boilerplateLine(text: string, linkShare: number): string | null {
  if (
    text.length <= (linkShare > 0.5 ? MAX_LINKED : MAX_LINE) &&
    opensWithReadMore(text, linkShare)
  )
    return 'read-more';
  if (text.length > MAX_LINE) return null;
  return LINE_RULES.find((rule) => rule.pattern.test(text))?.name ?? null;
}
