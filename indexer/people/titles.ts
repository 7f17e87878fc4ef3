import { isInflectedIn } from './inflection.ts';
import { foldLetters } from './letters.ts';

/*
 * Words that stand beside a name and are no part of it. Folded and matched by whole word; Cyrillic words
 * are stems to which an ending may be added. One table for all languages: a German title in an Italian
 * text is still a title.
 */

/** Offices, ranks and forms of address: what makes the words around them a role. */
const HEADS = `
compagno compagna segretario segretaria presidente presidentessa vicepresidente ministro ministra viceministro viceministra premier
generale maresciallo generalissimo ammiraglio colonnello capitano maggiore tenente leader dirigente capo direttore direttrice ambasciatore ambasciatrice
portavoce deputato senatore senatrice governatore sindaco papa pontefice cardinale vescovo arcivescovo re regina principe principessa imperatore
sultano emiro sceicco cancelliere cancelliera commissario assistente consigliere consigliera primate patriarca rabbino imam ayatollah
professore professoressa dottore dottoressa signor signora onorevole cosmonauta astronauta scrittore scrittrice poeta scienziato dittatore
comandante delegato inviato membro monsignor guida fondatore
comrade secretary president chairman chairwoman chairperson vice-president minister prime-minister marshal general admiral colonel captain
major lieutenant chief head director ambassador spokesman spokeswoman spokesperson senator congressman congresswoman representative governor mayor pope
cardinal bishop archbishop king queen prince princess emperor empress sultan emir sheikh chancellor commissioner assistant adviser advisor
counsellor patriarch rabbi professor doctor dr mr mrs ms miss sir lord lady dame cosmonaut astronaut writer poet scientist dictator commander
envoy delegate member taoiseach shah ruler premier generalissimo excellency he hon speaker successor tsar czar
camarade secretaire president presidente premier ministre marechal general amiral colonel capitaine commandant chef directeur directrice
ambassadeur ambassadrice porte-parole depute deputee senateur senatrice gouverneur maire pape eveque archeveque roi reine prince princesse empereur imperatrice
emir cheikh chancelier chanceliere commissaire conseiller conseillere patriarche rabbin professeur docteur monsieur madame m mme mlle
cosmonaute ecrivain poete dictateur delegue dirigeant numero
companero companera camarada secretario secretaria presidente presidenta vicepresidente vicepresidenta ministro ministra canciller mariscal general almirante
coronel capitan mayor teniente lider jefe jefa dirigente director directora embajador embajadora portavoz diputado diputada senador senadora gobernador
alcalde alcaldesa obispo arzobispo rey reina principe princesa emperador jeque comisario comisaria asesor asesora consejero consejera patriarca
profesor profesora doctora senor senora sr sra don dona escritor escritora poeta cosmonauta dictador comandante enviado expresidente exministro
ministro-presidente chanceler embaixador governador prefeito rei rainha
genosse genossin sekretar generalsekretar parteisekretar prasident prasidentin vizeprasident staatsprasident ministerprasident ministerprasidentin minister ministerin
aussenminister aussenministerin verteidigungsminister verteidigungsministerin innenminister finanzminister premierminister regierungschef regierungschefin staatschef parteichef
kremlchef kanzler kanzlerin bundeskanzler bundeskanzlerin bundesprasident marschall general admiral oberst hauptmann chef chefin fuhrer staatsfuhrer machthaber
direktor botschafter botschafterin sprecher sprecherin abgeordneter senator gouverneur burgermeister papst kardinal bischof erzbischof konig konigin prinz
prinzessin kaiser kaiserin scheich kommissar assistent berater beraterin patriarch rabbiner professor doktor herr herrn frau kosmonaut schriftsteller
dichter diktator kommandeur gesandter vorsitzender vorsitzende vorsitzenden staatsratsvorsitzender staatsratsvorsitzende staatsratsvorsitzenden
staatssekretar generalstabschef ex-prasident us-prasident us-aussenminister
`;

const CYRILLIC_HEADS = `
товарищ секретар генсек президент вице-президент председател министр премьер премьер-министр маршал генерал адмирал полковник капитан майор лейтенант
лидер глав руководител директор посол посл представител пресс-секретар депутат сенатор губернатор мэр мэра мэру мэром папа папу папы папой папе патриарх кардинал епископ архиепископ корол королев
принц принцесс император султан эмир шейх канцлер комиссар помощник советник профессор доктор господин госпож г-н академик писател поэт космонавт
диктатор командующ главнокомандующ вожд член спикер аятолл раввин царь царя царю царем уполномоченн президентк прем'єр міністр секретар голов
`;

/** Honours and ranks that stand before a head and belong to the role. */
const HONOURS = `
rispettato rispettata stimato stimata caro cara amato amata grandissimo defunto eterno neo allora attuale primo prima secondo vice sua eccellenza altezza maesta santita santo
respected dear beloved great late eternal former then current first second deputy acting new his her excellency highness majesty holiness holy
foreign defense defence interior prime senior top outgoing incoming state supreme
respecte respectee cher chere grand defunt eternel ancien ancienne actuel premier premiere son sa
estimado estimada querido querida gran difunto eterno entonces primer
verehrter verehrte verehrten geehrter geehrte lieber geliebter grosser grosse grossen verstorbene verstorbener ewiger ehemaliger ehemalige damaliger damalige neuer neue erster erste
stellvertretender stellvertretende amtierender amtierende seine ihre exzellenz
уважаемый уважаемого уважаемому дорогой великий великого любимый покойный бывший бывшего нынешний первый первого второй его ее превосходительство
`;

const ARTICLES = new Set(
  'il lo la i gli le l un una the a an le les un une el los las un una der die das den dem des'.split(
    ' ',
  ),
);

/** What may stand between a head and the name. */
const LINKERS = `
del degli dei della dello dell delle di d e ed il lo la i gli le l per con a da in al alla
of the and for to in a an at on affairs secretary
son le la les du des de et l au aux d en
los las el y e en
im fur von vom zur zum und der die das des dem den
и по в на с при о заместитель исполняющий
государства правительства иностранных дел обороны совета партии республики федерации центрального комитета генеральный генерального генеральному народной
`;

const NATIONAL = `
russ sovieti sowjetisch soviet ucrain ukrain nordcorean nordkorean sudcorean sudkorean corean korean coreen northkorean southkorean nord-corean sud-corean cines chines chinois chinesisch
statunitens american amerikanisch us usa italian italien italienisch frances francais franzosisch french tedesc allemand aleman deutsch german britannic britann britisch british ingles anglais
spagnol espagnol espanol spanisch spanish giappones japon japanisch japanes vietnamit vietnames vietnamien cuban kubanisch cubain indian indien indisch pakistan iranian irani iranien
iranisch israelian israelien israel israelisch palestin turc turk turkisch turkish egizian egypt egyptien agyptisch sirian syri syrien syrisch iracheno irachen iraqi irakien irakisch libic libyan
libic jugoslav yugoslav polacc polish polonais polnisch polac ungheres hungar hongrois ungarisch rumen romanian roumain rumanisch bulgar cecoslovacc cecosloven ceco czech tchecosl tschech
austriac austrian autrichien osterreich svizzer suiss swiss schweizer brasilian brazil bresilien argentin cilen chilen chilean messican mexican mexicain venezuelan bolivian colombian peruvian
sudafrican southafrican african nigerian etiop ethiop algerin alger algerien marocchin morocc maroc tunisin bielorus belarus kazak kazak georgian armen azer uzbek mongol indonesian filippin philippin
thailandes cambogian cambodian laotian birman burmes greco grec greek griechisch cipriot portoghes portug svedes swedish suedois norveges norweg danes danish danois finlandes finnish finlandais olandes dutch
belg belgian irlandes irish canades canadian canadien australian
росси российск советск украинск северокоре южнокоре китайск американск итальянск французск германск немецк британск японск вьетнамск кубинск индийск пакистанск иранск
израильск палестинск турецк египетск сирийск иракск югославск польск венгерск румынск болгарск белорусск казахстанск
`;

const SPACES = /\s+/;
const heads = new Set(HEADS.trim().split(SPACES).map(foldLetters));
const cyrillicHeads = new Set(CYRILLIC_HEADS.trim().split(SPACES).map(foldLetters));
const honours = new Set(HONOURS.trim().split(SPACES).map(foldLetters));
const linkers = new Set(LINKERS.trim().split(SPACES).map(foldLetters));
const nations = new Set(NATIONAL.trim().split(SPACES).map(foldLetters));

/** An office, a rank or a form of address, in any of the languages. `word` is folded. */
export function isTitle(word: string): boolean {
  return heads.has(word) || isInflectedIn(cyrillicHeads, word);
}

/** Forms of address that anybody bears: not enough to make a family name one person's. */
const COURTESY = new Set(
  'signor signora mr mrs ms miss sir lord lady dame hon monsieur madame m mme mlle senor senora sr sra don dona herr herrn frau professor professore professoressa professeur profesor profesora doctor doctora dottore dottoressa docteur doktor dr don prince principe prinz princesse princess principessa prinzessin princesa captain capitano capitaine capitan hauptmann major maggiore member membro господин господина госпожа профессор доктор капитан майор товарищ numero chief capo head'.split(
    ' ',
  ),
);

/** An office or a rank that few people hold. `word` is folded. */
export function isOffice(word: string): boolean {
  return isTitle(word) && !isInflectedIn(COURTESY, word);
}

/** An honour or rank that belongs to the role: *rispettato* Compagno, *former* President. `word` is folded. */
export function isHonour(word: string): boolean {
  return honours.has(word);
}

export function isArticle(word: string): boolean {
  return ARTICLES.has(word);
}

/** A small word inside an office: Ministro *degli* Esteri. `word` is folded. */
export function isLinker(word: string): boolean {
  return linkers.has(word);
}

/** An adjective of nationality. `word` is folded. */
export function isNational(word: string): boolean {
  return isInflectedIn(nations, word);
}
