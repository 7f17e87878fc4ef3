/*
 * Languages that the n-grams do not know, or do not tell from a kindred one: they are told by their
 * most frequent words and their own letters. Words here are ones that the kindred languages do not share.
 */
type Kin = {
  readonly language: string;
  /** What the n-grams take it for; without, they answer anything in its script. */
  readonly takenFor?: readonly string[];
  /** Tests one word in small letters. */
  readonly words: RegExp;
  /** Letters that speak for it as much as a word does. */
  readonly letters?: RegExp;
  /** Letters that it does not write with. */
  readonly never?: RegExp;
};

const SOUTH_SLAVIC = ['hr', 'bs', 'sr'];
const MALAY = ['ms', 'id'];
const ARABIC_SCRIPT = ['fa', 'ar', 'ur', 'ku', 'ps'];

const KINDRED: readonly Kin[] = [
  {
    language: 'hr',
    takenFor: SOUTH_SLAVIC,
    words:
      /^(?:nitko|netko|tko|tjed\p{L}+|tisuć\p{L}+|povijes\p{L}+|priopć\p{L}+|izvijest\p{L}+|točk\p{L}+|siječnja|veljače|ožujka|travnja|svibnja|lipnja|srpnja|kolovoza|rujna|listopada|studenoga?|prosinca|zrakoplov\p{L}*|hrvatsk\p{L}+)$/u,
  },
  {
    language: 'bs',
    takenFor: SOUTH_SLAVIC,
    words:
      /^(?:niko|neko|svako|ko|saopć\p{L}+|sedmic\p{L}+|hiljad\p{L}+|histori\p{L}+|tačk\p{L}+|tačno|također|januara?|februara?|marta?|aprila|juna|jula|avgusta|septembra|oktobra|novembra|decembra|općin\p{L}+|bosn\p{L}+|bih)$/u,
  },
  {
    language: 'sr',
    takenFor: SOUTH_SLAVIC,
    words:
      /^(?:predsedni\p{L}+|nedelj\p{L}+|vreme\p{L}*|posle|pre|gde|ovde|mesto|mesta|mesec\p{L}*|reke|dve|bezbednos\p{L}+|saopšt\p{L}+|srbij\p{L}+|srpsk\p{L}+|beograd\p{L}*|šta|uvek|niko|ko)$/u,
  },
  {
    language: 'id',
    takenFor: MALAY,
    words:
      /^(?:bahwa|karena|tidak|besok|bisa|polisi|kantor|uang|mobil|usai|rupiah|terkait|provinsi|presiden|kabupaten|mengatakan|meresmikan|ujar|korban|warga|tewas|indonesia|jakarta|senin|selasa|rabu|kamis|jumat|sabtu|minggu|kementerian)$/u,
  },
  {
    language: 'ms',
    takenFor: MALAY,
    words:
      /^(?:bahawa|kerana|boleh|baharu|esok|polis|pejabat|wang|kereta|iaitu|ialah|tiada|beliau|manakala|berkata|ringgit|kerajaan|mangsa|merasmikan|pelbagai|negeri|malaysia|isnin|khamis|jumaat|ahad|kementerian)$/u,
  },
  {
    language: 'gl',
    takenFor: ['pt', 'es'],
    words:
      /^(?:unha|dunha|nunha|dun|nun|dous|dúas|ninguén|alguén|tamén|despois|máis|xa|onte|mañá|ata|aínda|coa|cando|goberno|dixo|deixaron|venres|luns|mércores|xoves)$/u,
    never: /[ãõç]|(?<![\p{L}])(?:el|los|las|y|del|uma|não)(?![\p{L}])/u,
  },
  {
    language: 'af',
    takenFor: ['nl'],
    words: /^(?:sê|gesê|nie|vir|oor|hy|hulle|ŉ|môre|baie|sal|lyk|teen)$/u,
    never: /[äöüß]|(?<![\p{L}])(?:de|een|der|und|wird|zijn)(?![\p{L}])/u,
  },
  {
    language: 'ne',
    takenFor: ['hi', 'mr'],
    words:
      /^(?:छ|छन्|हुन्छ|भयो|पनि|यो|उनले|हुने|गर्ने|गरेको|भएको|बताएको|.+(?:ले|लाई|बाट|माथिको|नेछन्|नेछ|एका?))$/u,
    never: /(?<!\S)(?:है|हैं|में|ने|के|की|से|आहे|आणि)(?!\S)/u,
  },
  {
    language: 'mk',
    takenFor: ['bg', 'sr', 'ru'],
    words:
      /^(?:од|во|дека|што|кој|никој|беше|велат|со|ќе|сите|повеќе|го|ги|е)$|.(?:иот|ето|ата|ите)$/u,
    letters: /[ѓќѕ]/u,
    never: /[ъщьюяыэёђћ]|(?<![\p{L}])(?:је|су|није)(?![\p{L}])/u,
  },
  {
    language: 'ky',
    words:
      /^(?:менен|жана|үчүн|бул|деп|болгон|эки|эч|ким|жок|дейт|алдында|чыгып|кетти|эле|кыргыз\p{L}*)$/u,
    letters: /ң/u,
    never: /[іәғқұїє]/u,
  },
  {
    language: 'kk',
    words: /^(?:және|үшін|бұл|деп|болды|екі|ешкім|жоқ|дейді|қазақ\p{L}*)$/u,
    letters: /[қғұә]|[ңөү]\p{L}*і|і\p{L}*[ңөү]/u,
    never: /[їєґўэӣӯҳ]/u,
  },
  {
    language: 'mn',
    words: /^(?:нь|болон|энэ|гэж|байна|хоёр|юм|улсын|монгол\p{L}*)$/u,
    letters: /[үө]/u,
    never: /[іәғқұїєңһ]/u,
  },
  {
    language: 'tg',
    words: /^(?:дар|аст|бо|ва|ки|аз|барои|ба)$/u,
    letters: /[ӣӯҳҷқғ]/u,
    never: /[ўіың]/u,
  },
  {
    language: 'ps',
    takenFor: ARABIC_SCRIPT,
    words: /^(?:د|په|چې|کې|څخه|شوي|وايي|یې)$/u,
    letters: /[ټډړږښڅځڼېۍګ]/u,
    never: /[ٹڈڑںےەێۆ]/u,
  },
  {
    language: 'ku',
    takenFor: ARABIC_SCRIPT,
    words: /^(?:لە|بە|کە|بۆ|لەگەڵ|ئەو)$/u,
    letters: /[ەێۆڵڕڤ]/u,
    never: /[ٹڈےټډښ]/u,
  },
  {
    language: 'ku',
    words:
      /^(?:li|ji|yê|jî|ên|wê|vê|û|nû|bû|nebû|kir|hat|ku|di|ser|berî|ya|yên|kes|derketin|sibê|keştî|navbera)$/u,
    letters: /[êîû]/u,
    never: /[áéèàùòñßåøœãõıəğ]/u,
  },
  {
    language: 'uz',
    words:
      /^(?:va|bilan|uchun|bu|hech|kim|deydi|keyin|oldin|yangi|ertaga|emas|ikki|ham|haqida|prezidenti)$/u,
    letters: /[og][ʻʼ‘’'`]/u,
    never: /[əğışéèàáãñ]/u,
  },
  {
    language: 'sw',
    words:
      /^(?:ya|wa|za|kwa|katika|hakuna|kuwa|huo|hiyo|hii|kabla|baada|mbili|mtu|watu|rais|nchi|serikali|pia|cha|kesho|jana|leo|juu|wanasema|alisema|jipya)$/u,
    never: NON_ASCII_LETTER(),
  },
  {
    language: 'so',
    words:
      /^(?:ayaa|waa|oo|iyo|uu|ee|waxay|waxaa|waxa|soo|aan|aysan|laga|lagu|ka|ku|cidna|cusub|doona|hor|laba|sheeg\p{L}*|booliisk\p{L}*|madaxweyn\p{L}*|wasiir\p{L}*)$/u,
    never: NON_ASCII_LETTER(),
  },
  {
    language: 'om',
    words:
      /^(?:akka|kan|fi|keessa|keessaa|irra|irraa|ture|jira|jiru|jirre|kanaan|haaraa|namni|himeera|isaa|waan|hin|lama|dura|bana|dha|boru?|oromi\p{L}+|mootummaa\p{L}*|poolisi\p{L}*)$/u,
    never: NON_ASCII_LETTER(),
  },
  {
    language: 'ha',
    words:
      /^(?:cikin|wanda|wata|wani|cewa|kuma|sun|zai|daga|kafin|biyu|gobe|yan|ne|ta|da|ba|shugaban|ƙasar|sabuwar|zo|ji|ke)$/u,
    letters: /[ɓɗƙƴ]/u,
    never: /[áéèàùòñßåøœãõıəğêîûäöü]/u,
  },
  {
    language: 'ig',
    words:
      /^(?:ahụ|ndị|nke|bụ|dị|ka|onye|onweghị|abụọ|ọhụrụ|ga-emeghe|na|ya|n'elu|kwuru|echi|tupu)$/u,
    letters: /[ụị]/u,
    never: /[đơưăâêôạếṣẹ]/u,
  },
  {
    language: 'ber',
    words:
      /^(?:ad|deg|seg|ɣef|ulac|win|yella|tella|ara|d|n|i|yenna|d-tenna|akked|azekka|\p{L}+-nni|yett\p{L}+)$/u,
    letters: /[ɣɛḍṭṣẓḥṛ]/u,
    never: /[ọẹụịáéãñäöü]/u,
  },
];

/** Letters without which a language is hardly ever written, in so many words as a line has. */
const ALWAYS: Readonly<Record<string, RegExp>> = { uk: /[іїєґ]/iu, be: /[іў]/iu };

/** Letters that a language does not have. */
const NEVER: Readonly<Record<string, RegExp>> = {
  ru: /[іїєґўјљњђћѓќѕүұөәңғқҳҷӣӯ]/iu,
  bg: /[ыэёіїєґўјљњђћѓќѕүұөәңғқҳҷӣӯ]/iu,
  sr: /[йщъьюяыэёіїєўүұөәңғқҳҷӣӯ]/iu,
  uk: /[ыэёъўјљњүұөәңғқҳҷӣӯ]/iu,
  be: /[ищъїєґјљњүұөәңғқҳҷӣӯ]/iu,
};

/** Whether the letters of a text allow a language. */
export function mayBeWrittenIn(text: string, language: string): boolean {
  return NEVER[language]?.test(text) !== true && ALWAYS[language]?.test(text) !== false;
}

/** Letters beyond ASCII, for languages that write with none. */
function NON_ASCII_LETTER(): RegExp {
  return /(?![a-z])\p{Script=Latin}/u;
}

const LATIN = /\p{Script=Latin}/u;
const CYRILLIC = /\p{Script=Cyrillic}/u;

/** Least share of the words that must speak for a language: a kindred one, or one the n-grams do not know. */
const MIN_SHARE = { kindred: 0.02, unknown: 0.25 };

/** The language that a text's words and letters give, where the n-grams' answer can't be taken as it is. */
export function kindredOf(text: string, answer: string): string {
  const lower = text.toLowerCase().replaceAll('’', "'");
  const words = lower.match(/[\p{L}\p{M}'ʻʼ`-]+/gu) ?? [];
  const needed = {
    kindred: Math.max(1, words.length * MIN_SHARE.kindred),
    unknown: mayBeWrittenIn(text, answer) ? Math.max(2, words.length * MIN_SHARE.unknown) : 1,
  };
  let best = { language: answer, votes: 0 };
  for (const kin of KINDRED) {
    if (kin.takenFor ? !kin.takenFor.includes(answer) : !isSameScript(kin, lower)) continue;
    const votes = votesFor(kin, lower, words);
    if (votes >= (kin.takenFor ? needed.kindred : needed.unknown) && votes > best.votes)
      best = { language: kin.language, votes };
  }
  return best.language;
}

function votesFor(
  { words, letters, never }: Kin,
  text: string,
  printed: readonly string[],
): number {
  if (never?.test(text)) return 0;
  return printed.filter((word) => words.test(word) || letters?.test(word)).length;
}

function isSameScript({ words, letters }: Kin, text: string): boolean {
  const pattern = `${words.source}${letters?.source ?? ''}`;
  return CYRILLIC.test(text) ? CYRILLIC.test(pattern) : LATIN.test(text) && !CYRILLIC.test(pattern);
}
