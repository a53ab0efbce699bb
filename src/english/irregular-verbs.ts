/**
 * English verbs with past forms that a stemmer cannot reduce, each with these forms. Forms that are usually another word ("bore", "lay",
 * "ground", "wound", "bound", "Fed", "Sung") are left out.
 */
const VERBS = `
arise arose arisen
awake awoke awoken
beat beaten
become became
begin began begun
bend bent
bite bitten
bleed bled
blow blew blown
break broke broken
breed bred
bring brought
build built
burn burnt
buy bought
catch caught
choose chose chosen
cling clung
come came
creep crept
deal dealt
dig dug
draw drew drawn
dream dreamt
drink drank drunk
drive drove driven
eat ate eaten
fall fell fallen
feel felt
fight fought
find found
flee fled
fly flew flown
forbid forbade forbidden
forget forgot forgotten
forgive forgave forgiven
freeze froze frozen
get got gotten
give gave given
go went gone
grow grew grown
hang hung
hear heard
hide hid hidden
hold held
keep kept
know knew known
lead led
learn learnt
leave left
lend lent
lose lost
make made
mean meant
meet met
overcome overcame
overthrow overthrew overthrown
pay paid
ride rode ridden
ring rang rung
rise rose risen
run ran
say said
see saw seen
seek sought
sell sold
send sent
shake shook shaken
shine shone
shoot shot
shrink shrank shrunk
sink sank sunk
sit sat
sleep slept
speak spoke spoken
spend spent
spin spun
spring sprang sprung
stand stood
steal stole stolen
stick stuck
strike struck
swear swore sworn
sweep swept
swim swam swum
take took taken
teach taught
tear tore torn
tell told
think thought
throw threw thrown
undergo underwent undergone
understand understood
undertake undertook undertaken
wake woke woken
wear wore worn
weep wept
win won
withdraw withdrew withdrawn
write wrote written
`;

/** The verb of an irregular form: "break" for "broke". */
export const IRREGULAR: ReadonlyMap<string, string> = new Map(
  VERBS.trim()
    .split('\n')
    .flatMap((line) => {
      const [verb = '', ...forms] = line.split(' ');
      return forms.map((form) => [form, verb] as const);
    }),
);
