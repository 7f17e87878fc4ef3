/** One invented sentence or two per language, with the sets its pages were written in. */
export const CHARSET_SAMPLES: readonly (readonly [
  language: string,
  charsets: string,
  text: string,
])[] = [
  [
    'en',
    'windows-1252',
    'The minister said: “We won’t sign before Friday” – and left the hall without another word.',
  ],
  [
    'it',
    'windows-1252 iso-8859-15',
    'Il governo ha già approvato il decreto: la unità di crisi resterà attiva finché sarà necessario, perché così è stato deciso.',
  ],
  [
    'fr',
    'windows-1252 iso-8859-15 macintosh',
    'La délégation a été reçue au grand hôtel de ville, où le maire a évoqué les élections de cet été.',
  ],
  [
    'de',
    'windows-1252',
    'Der Außenminister erklärte am Dienstag, die Gespräche über den Grenzübergang würden im März fortgeführt.',
  ],
  [
    'es',
    'windows-1252',
    'El año pasado la región exportó más de mil toneladas de azúcar, según informó la compañía española.',
  ],
  [
    'pt',
    'windows-1252',
    'O presidente anunciou que a reunião não será adiada e que a decisão depende dos órgãos de saúde.',
  ],
  [
    'sv',
    'windows-1252',
    'Regeringen föreslår att vägen över ån byggs om nästa år, säger ministern på måndagens möte.',
  ],
  [
    'da',
    'windows-1252',
    'Færgen mellem øerne er aflyst på grund af blæst, oplyser rederiet søndag eftermiddag.',
  ],
  [
    'fi',
    'windows-1252',
    'Hallituksen esitys hyväksyttiin äänin sata vastaan kolmekymmentä, kertoo pääministerin edustaja tiistaina.',
  ],
  [
    'pl',
    'windows-1250 iso-8859-2',
    'Rząd ogłosił, że szczyt odbędzie się w środę; przyjadą również goście z zagranicy, dodał rzecznik.',
  ],
  [
    'cs',
    'windows-1250 iso-8859-2',
    'Předseda vlády řekl, že jednání budou pokračovat příští týden a že dohoda je už téměř hotová.',
  ],
  [
    'sk',
    'windows-1250 iso-8859-2',
    'Predseda vlády povedal, že ďalšie rokovania sa uskutočnia v utorok a dohoda ešte nie je podpísaná.',
  ],
  [
    'hu',
    'windows-1250 iso-8859-2',
    'A miniszter közölte, hogy a tárgyalások jövő héten folytatódnak, és hamarosan új megállapodás születhet.',
  ],
  [
    'hr',
    'windows-1250 iso-8859-2',
    'Ministar je rekao da će se sljedeći sastanak održati u četvrtak i da još nije postignut sporazum.',
  ],
  [
    'ro',
    'windows-1250 iso-8859-2',
    'Preşedintele a declarat că negocierile vor continua săptămâna viitoare şi că nu există încă o înţelegere.',
  ],
  [
    'ru',
    'windows-1251 koi8-r iso-8859-5 ibm866 x-mac-cyrillic',
    'Министр заявил, что переговоры продолжатся на следующей неделе, а соглашение пока не подписано.',
  ],
  ['ru-short', 'windows-1251 koi8-r ibm866', 'Москва. Переговоры завершены.'],
  [
    'uk',
    'windows-1251 koi8-u',
    'Міністр заявив, що переговори триватимуть наступного тижня, а угоду ще не підписано, її текст готовий.',
  ],
  [
    'bg',
    'windows-1251',
    'Министърът заяви, че преговорите ще продължат следващата седмица, а споразумението още не е подписано.',
  ],
  [
    'sr',
    'windows-1251',
    'Министар је изјавио да ће се преговори наставити следеће недеље и да споразум још није потписан.',
  ],
  [
    'el',
    'windows-1253 iso-8859-7',
    'Ο υπουργός δήλωσε ότι οι συνομιλίες θα συνεχιστούν την επόμενη εβδομάδα και η συμφωνία δεν έχει υπογραφεί.',
  ],
  [
    'tr',
    'windows-1254',
    'Bakan, görüşmelerin önümüzdeki hafta süreceğini ve anlaşmanın henüz imzalanmadığını söyledi; toplantı İstanbul’da yapılacak.',
  ],
  [
    'he',
    'windows-1255',
    'שר החוץ אמר כי השיחות יימשכו בשבוע הבא וכי ההסכם עדיין לא נחתם על ידי הצדדים.',
  ],
  [
    'ar',
    'windows-1256 iso-8859-6',
    'قال الوزير إن المحادثات ستستمر الأسبوع المقبل وإن الاتفاق لم يوقع بعد بين الطرفين.',
  ],
  [
    'lt',
    'windows-1257',
    'Ministras pareiškė, kad derybos tęsis kitą savaitę, o susitarimas dar nepasirašytas, nors tekstas jau parengtas; čia žinių daugiau.',
  ],
  [
    'lv',
    'windows-1257',
    'Ministrs paziņoja, ka sarunas turpināsies nākamnedēļ un ka vienošanās vēl nav parakstīta, bet teksts jau gatavs.',
  ],
  ['th', 'windows-874', 'รัฐมนตรีกล่าวว่าการเจรจาจะดำเนินต่อไปในสัปดาห์หน้าและยังไม่มีการลงนามในข้อตกลง'],
  [
    'ja',
    'shift_jis euc-jp',
    '大臣は、交渉は来週も続き、合意文書にはまだ署名していないと述べた。次の会議は東京で開かれる。',
  ],
  ['ja-short', 'shift_jis euc-jp', '平壌で会議が開かれた。'],
  [
    'ko',
    'euc-kr',
    '장관은 협상이 다음 주에도 계속될 것이며 합의문에는 아직 서명하지 않았다고 말했다.',
  ],
  ['ko-short', 'euc-kr', '평양에서 회의가 열렸다.'],
  [
    'zh-Hans',
    'gb18030',
    '部长表示，谈判将在下周继续进行，协议尚未签署。下一次会议将在北京举行，各方代表都会出席。',
  ],
  ['zh-Hans-short', 'gb18030', '新华社北京电：会议今天闭幕。'],
  [
    'zh-Hant',
    'big5',
    '部長表示，談判將在下週繼續進行，協議尚未簽署。下一次會議將在臺北舉行，各方代表都會出席。',
  ],
  ['zh-Hant-short', 'big5', '中央社臺北電：會議今天閉幕。'],
];
