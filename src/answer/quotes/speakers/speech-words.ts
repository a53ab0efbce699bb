import { CALENDAR_WORDS } from '../../../english/months.ts';

/** Words that texts use to name a speaker, by language. All are searched in every text, because quotations cross languages. */

const ENGLISH =
  'say says said saying tells told telling add adds added adding writes wrote writing states stated stating note notes ' +
  'noted noting explains explained explaining argue argues argued arguing claims claimed claiming asks asked asking ' +
  'insist insists insisted insisting warn warns warned warning announces announced announcing declares declared ' +
  'declaring continues continued concludes concluded concluding replies replied replying responds responded responding ' +
  'comments commented commenting tweets tweeted tweeting posts posted posting suggests suggested suggesting admits ' +
  'admitted admitting concedes conceded conceding confirms confirmed confirming denies denied denying recalls recalled ' +
  'recalling remarks remarked remarking observes observed observing stresses stressed stressing emphasises emphasised ' +
  'emphasizes emphasized describes described describing calls called calling dubs dubbed complains complained ' +
  'complaining jokes joked joking quip quips quipped shouts shouted shouting cried whispers whispered muttered predicts ' +
  'predicted urges urged urging promises promised promising vows vowed vowing boasts boasted testifies testified reads ' +
  'recommends recommended reasons reasoned asserts asserted asserting maintains maintained alleges alleged reports ' +
  'reported think thinks thought believe believes believed agrees agreed disagrees disagreed answers answered ' +
  'acknowledges acknowledged cautions cautioned counters countered criticised criticized praises praised exclaims ' +
  'exclaimed objects objected proclaims proclaimed protested speculated swore thanked threatens threatened wonders ' +
  'wondered characterised characterized labels labelled labeled theorised theorized sighed laughed recounts recounted ' +
  'reveals revealed pledged reiterated laments lamented summarised summarized branded repeated repeats pleaded retorted ' +
  'scoffed recommending reporting describing recalling boasting ' +
  'accused accuses accusing dismissed dismisses dismissing hailed hails condemned condemns slammed blasted denounced likened compared referred spoke speaks welcomed rejected attacked found finds finding showed shows ' +
  'call claim report ask urge recommend suggest describe read deny';

const GERMAN =
  'sagt sagte sagten sagen erklärt erklärte erklärten erklären meint meinte meinten betont betonte betonten schreibt schrieb schrieben ' +
  'teilte teilt berichtet berichtete kritisiert kritisierte warnt warnte fordert forderte ergänzt ergänzte fügte fügt antwortet antwortete ' +
  'behauptet behauptete fragt fragte kündigt kündigte äußert äußerte nennt nannte bezeichnet bezeichnete räumte räumt twitterte ' +
  'versichert versicherte verspricht versprach begründet begründete beklagt beklagte sprach spricht wies weist verspricht versprach lobt lobte gesagt erinnert erinnerte weiß';

const FRENCH =
  'dit dire disait déclare déclaré déclarait affirme affirmé affirmait explique expliqué expliquait ajoute ajouté ajoutait écrit écrivait ' +
  'estime estimé estimait assure assuré assurait souligne souligné soulignait précise précisé précisait annonce annoncé répond répondu ' +
  'indique indiqué raconte raconté demande demandé regrette regretté lance lancé confie confié rappelle rappelé avertit averti juge jugé ' +
  'note noté commente commenté reconnaît reconnu insiste insisté dénonce dénoncé conclut conclu poursuit poursuivi qualifie qualifié soupire soupiré tranche tranché martèle martelé promet promis';

const SPANISH =
  'dijo dice dicho decía afirmó afirma afirmado explicó explica explicado añadió añade añadido escribió escribe escrito declaró declara declarado ' +
  'aseguró asegura asegurado señaló señala señalado indicó indica comentó comenta anunció anuncia respondió responde preguntó pregunta ' +
  'advirtió advierte insistió insiste destacó destaca subrayó subraya sostuvo sostiene admitió admite reconoció reconoce lamentó lamenta ' +
  'recordó recuerda relató relata agregó agrega manifestó manifiesta expresó expresa precisó precisa prometió promete denunció denuncia calificó concluyó';

/** Forms of verbs that introduce speech, in lower case. */
export const SPEECH_VERBS: ReadonlySet<string> = new Set(
  [ENGLISH, GERMAN, FRENCH, SPANISH].flatMap((list) => list.split(' ')),
);

/** Verbs whose object is the listener, so that a name after them is not the speaker. */
export const TOLD: ReadonlySet<string> = new Set(
  'accused accuses hailed condemned slammed blasted denounced likened compared referred welcomed rejected attacked dismissed tell tells told telling ask asked asks thank thanked urge urged urges praise praised warn warned call called calls dub dubbed described describe describes criticised criticized quote quoted cite cited cites label labelled labeled brand branded'.split(
    ' ',
  ),
);

/** Prepositions whose object is the speaker: "according to Vogel". */
export const ACCORDING =
  "according to|in the words of|in the view of|laut|zufolge|nach den Worten von|nach Angaben von|nach Angaben der|selon|d’après|d'après|pour|según|de acuerdo con|en palabras de";

/** Pronouns for someone named before. */
export const PRONOUNS: ReadonlySet<string> = new Set(
  'he she they it him er sie es ihm il elle ils elles lui él ella ellos ellas'.split(' '),
);

/** Titles and offices before a capitalised name; alone they identify no one. */
export const TITLES: ReadonlySet<string> = new Set(
  (
    'mr mrs ms miss mx sir dame lord lady dr doctor prof professor president vice prime minister chancellor premier mayor governor senator congressman ' +
    'congresswoman representative rep sen gov lt col gen capt captain sgt sergeant major colonel general admiral commander lieutenant judge justice ' +
    'attorney chief chief-of-staff secretary undersecretary ambassador director chairman chairwoman chair ceo cfo cto coach manager king queen prince princess ' +
    'pope bishop archbishop cardinal father rabbi imam sheikh councillor councilwoman councilman sheriff officer detective inspector superintendent ' +
    'commissioner spokesman spokeswoman spokesperson deputy former acting co-founder founder editor editor-in-chief reporter researcher senior junior ' +
    'home foreign finance interior health education defence defense shadow us u.s uk eu herr frau bürgermeister bürgermeisterin minister ministerin ' +
    'kanzler kanzlerin präsident präsidentin sprecher sprecherin m mme mlle monsieur madame le la señor señora don doña presidente presidenta ministro ministra alcalde alcaldesa'
  ).split(' '),
);

/** Capitalised words that are not speakers: days, months, and words that begin sentences. */
export const NO_NAME: ReadonlySet<string> = new Set([
  ...CALENDAR_WORDS,
  ...(
    'the a an this that these those in on at by for from with after before during since until while when where as if but and or so then now today yesterday ' +
    'tomorrow earlier later meanwhile however although though because also there here his her its their our my your he she it they we you i who what which why how ' +
    'l d j m s n c t qu one two three four five six seven eight nine ten hundreds thousands dozens not no yes asked speaking writing citing responding according despite under over about between both each every one another other some many most several ' +
    'image photo credits image: der die das den dem des ein eine einer am im in auf bei nach vor seit mit und oder aber auch es er sie wir ich ihr ' +
    'montag dienstag mittwoch donnerstag freitag samstag sonntag le la les un une des du de en au aux dans pour par sur avec et ou mais il elle ils elles nous je ' +
    'el los las una unos unas en y o pero él ella ellos nosotros yo lunes martes miércoles jueves viernes sábado domingo lundi mardi mercredi jeudi vendredi samedi dimanche'
  ).split(' '),
]);
