/** Nouns for what someone or something is, which stand before or after a name. */

/** Offices, occupations and family relations. Words in -er, -or, -ist and the like are recognised by their ending ({@link isAgent}). */
const PEOPLE =
  'academic accountant actor actress adjutant administrator admiral adviser advisor advocate aide ally ambassador analyst anchor archbishop architect artist assistant ' +
  'astronaut athlete attorney aunt author autocrat backbencher bailiff ballerina banker baron baroness bassist batsman biographer bishop boss boxer boy boyfriend brigadier ' +
  'brother bureaucrat businessman businesswoman candidate captain cardinal caretaker celebrity ceo cfo chair chairman chairperson chairwoman champion chancellor chaplain ' +
  'chef chief choreographer clerk client coach coauthor co-author cofounder co-founder coder colleague collector colonel columnist comedian commander commentator commissioner composer ' +
  'comptroller conductor congressman congresswoman constable consul consultant contractor coordinator coroner correspondent coto councillor councilman councilwoman councilor ' +
  'counsel cousin creator critic cto curator czar dad daughter dean debutant defence defendant defender delegate democrat deputy designer detective dictator diplomat director ' +
  'dissident doctor driver drummer duchess duke economist editor editor-in-chief educator emperor empress engineer envoy ex-husband ex-wife executive expert explorer farmer father ' +
  'fiance fiancee fiancé fiancée fighter figure filmmaker firefighter fisherman footballer forward founder friend fugitive gambler general girl girlfriend goalkeeper goalie golfer governor ' +
  'grandfather grandmother grandson granddaughter graduate guard guide guitarist head heir hero historian host hostage husband imam infielder inspector interpreter inventor investigator investor jockey ' +
  'journalist judge justice keeper king laureate lawmaker lawyer leader lecturer lieutenant linguist lobbyist lord magistrate magnate major man manager marshal mastermind mathematician mayor ' +
  'mechanic mentor merchant meteorologist midfielder militant minister model mogul monk mother mp musician nationalist neighbor neighbour nephew niece novelist nun nurse offender officer official ' +
  'ombudsman opponent organiser organizer owner painter paramedic partner passenger pastor patient patriarch pediatrician philosopher photographer physician physicist pianist pilot ' +
  'pitcher plaintiff player playwright poet policeman policewoman politician pope premier presenter president priest prince princess principal prisoner producer professor programmer proprietor ' +
  'prosecutor provost psychologist publisher pupil quarterback queen rabbi racer ranger rapper rebel receptionist rector referee reporter representative republican researcher resident ' +
  'retiree rider rival runner sailor scholar scientist scientologist screenwriter sculptor secretary senator sergeant sheriff shepherd shop-owner singer singer-songwriter sister skipper socialist sociologist ' +
  'soldier solicitor son songwriter speaker spokesman spokesperson spokeswoman sportsman star statesman stepfather stepmother storyteller striker student sultan superintendent superstar surgeon survivor ' +
  'suspect swimmer taoiseach teacher teammate technician teenager tenor therapist trainer translator treasurer trustee tsar tycoon uncle undersecretary veteran vicar vice-chancellor vice-president ' +
  'victim violinist volunteer warden whistleblower widow widower wife winger winner witness woman worker wrestler writer youth';

/** Organisations, places and works, as they stand before their name. */
const THINGS =
  'account agency airline album alliance app association authority automaker band bank battalion book brand brewer broadcaster browser café campaign carmaker chain channel charity chipmaker city clinic ' +
  'club coalition college company conglomerate consortium council country county department developer device distributor district drugmaker duo exchange federation ferry film firm foundation fund game ' +
  'giant group hospital hotel island journal label language lender maker magazine manufacturer mission montage moon movement movie museum network news newsgroup newspaper novel ' +
  'lobby watchdog line provider startup collective cooperative co-operative militia firm forum archive institute laboratory observatory probe satellite submarine tanker trawler home house exchange pub gallery theatre ' +
  'miner grocer insurer refiner homebuilder operator organisation organization outlet paper party planet platform play port programme province publication publisher region regulator restaurant retailer river rocket school series service ship site ' +
  'society software song spacecraft species start-up startup state station store storm studio subsidiary supermarket supplier taskforce team telescope theatre theater think-tank town trio troupe typhoon union ' +
  'university vessel village website yacht hashtag robot system festival newspaper daily weekly tabloid hurricane cyclone volcano lake mountain';

const PERSON_NOUNS: ReadonlySet<string> = new Set(PEOPLE.split(' '));
const THING_NOUNS: ReadonlySet<string> = new Set(THINGS.split(' '));

/** Words that end like agent nouns but are not. */
const NO_AGENT: ReadonlySet<string> = new Set(
  (
    'after another answer better bigger border center chapter closer computer corner counter cover daughter december dinner disaster earlier either enter error ever factor fever floor former further greater ' +
    'harbor higher however inner junior labor larger later latter letter lower matter mirror motor neither never november number october offer older order other outer over paper per power prior ' +
    'proper quarter rather remember river sector senior september server shelter shoulder silver smaller stronger summer super together tower under upper water weather whether winter wider younger ' +
    'human german roman important significant constant instant distant relevant dominant restaurant merchant elephant want plant grant warrant asian italian christian russian canadian ' +
    'consider deliver discover recover remember suffer register administer alter differ transfer trigger wonder monitor anger honor favor minor major exterior interior interior list exist assist insist persist ' +
    'consist resist twist than then'
  ).split(' '),
);
const AGENT = /\p{L}{2}(?:er|or|ist|eer|man|woman|person)$|[^aeiou]ian$/u;

/** Whether a lower-case noun, without a hyphenated first part, denotes a person. */
export const isPersonNoun = (noun: string): boolean =>
  PERSON_NOUNS.has(noun) || (AGENT.test(noun) && !NO_AGENT.has(noun));

/** Whether a lower-case noun is a listed office or occupation, which may be capitalised before a name. */
export const isTitle = (noun: string): boolean => PERSON_NOUNS.has(noun) || /\p{L}ist$/u.test(noun);

/** Whether a lower-case noun denotes an organisation, a place or a work. */
export const isThingNoun = (noun: string): boolean => THING_NOUNS.has(noun);

/** Titles that are written with a period, without it, as a part of a pattern. */
export const SHORT_TITLES = 'Mr|Mrs|Ms|Dr|Prof|St|Gen|Sen|Rep|Gov|Lt|Sgt';

/** Forms of address. Between a description and a name, they belong to the name. */
export const ADDRESS: ReadonlySet<string> = new Set(
  'mr mrs ms miss dr sir dame lord lady sen rep gov gen lt sgt'.split(' '),
);
