/**
 * Words that the masking rules go by. Lists of words, not a model: each can be read, and argued with.
 */

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/u).filter((word) => word !== ''));
}

/** Names that are everyday words too, in small letters: they are taken for names only with a capital and by what stands around them. */
export const COMMON_WORDS = words(`
  grace jan may will reading joy hope faith mark rose lily summer dawn eve art bill rob sue jack drew pat penny ray dean page
  young brown green white black grey long short king cook baker wood woods hill field park price case bath rugby sale wells
  deal battle ware march april june august chase miles max angel star river robin ivy holly amber ruby pearl iris violet
  daisy poppy willow hazel heather jasmine basil sage olive ash reed glen brook chance christian nick frank guy carol harry
  sandy rusty rich skip story bishop major noble person self small little best good sharp swift day weeks winter snow frost
  rain english french welsh scott ireland holland wales love law west east north south power bond bell ball bird fox wolf
  lamb bull fish cross stone moss marsh lake pool bridge ford mill barn gate lane street church temple hall house castle
  wall tower post carpenter mason smith taylor tailor cooper butler carter fisher hunter gardener shepherd singer walker
  porter potter turner miller parker archer fletcher farmer driver dancer weaver sawyer thatcher tanner marshal marshall
  rider keen wise strong bright sweet savage moody jolly blunt hardy merry grant lance gene dale heath cliff rock clay
  sterling silver gold golden ebony coral crystal jade opal diamond sapphire mercy patience prudence charity constance
  verity honour honor justice true earnest ernest jay wren merle dove lark raven hawk drake martin swan finch crane
  bear tiger leo phoenix ocean sky skye sunny stormy misty echo melody harmony aria carol harper piper reeve wade trip
  dash ace buck chip chuck clue cue don dot fern flora forest gill ginger grove hart hood hope hutch hyde ivory joy june
  kit kitty lacy lee mace mat matt merit mike mills morning nelly nip norm olive pansy peace peg pierce pike pond poole
  precious prince princess queen duke earl baron count knight pope abbot abbey monk read rush sandy saint salt seal
  sell senior junior shade shaw shell shore sparrow spring stand steel story sun sunday monday friday thorn tide timber
  trace trip tuesday vale viola ward waters webb wild wing winner worth wright yard banks barber barker blackbird booth
  bowl bowman bush camp cannon chambers child church close coach coates coffee collar cotton couch court craft crook
  crowe crisp cutter dance darling dear dew down dyer early ease england fair farm fast feather fell field fields firth
  fleet flint flower flowers foot fort franklin free friend fry furlong gale game garden garland glass glover goodman
  goodwill hand handy hardwick harvest haven hay heart hedges helm hidden hobby holder hole homer hook horn horse house
  hurst key keys kind kitchen land large last lawn leaf leaves light line link lock locke lodge loft low mann manual
  marble market mead meadow meadows means mellow metal minor mist moon moor more morris neat needle new nice nickel night
  nugent oak oakes oaks organ pack paddock paine pain parish park parson path pepper plain plant platt play plum
  pleasant plenty point pole pollard port pound powers prime proud pryor quick quiet race rail ransom rose rowan royal
  rudd rule sands scholar school scope sea seat shine ship shoe sides silk simple sims slack slater sloan small snell
  song south spark speed spence spice spicer spooner square stable staff stamp staples steady stern steward stewart stock
  storm strange stream stride summers sumner sure table tall tanner teal temple tidy tiller todd tower town townsend trail
  tree trees trout tuck twist underwood usher valentine vine violet vision wagon wait wake walls warden warm warren watch
  water watts way weir well wells wheel wheeler whistler whitehead wine winters wish wold women wonder worker works wren
  yates yorke junction norfolk early bloom blossom bud bean berry cherry clementine olive plum rosemary sorrel saffron
  cinnamon clover juniper laurel linden myrtle reef dell denim faith echo navy ocean quest ridge rebel royal sailor scout
  shepherd sonny story tally teddy tiger trinity true vesper winter wolf zen bay blaze blue bram briar cash cove cruz
`);

/** Words with a capital inside a sentence that name no person and no place. In small letters. */
export const NOT_NAMES = words(`
  i a an and or but the this that these those there then they she her hers he him his it its our your my we you all any each
  every both some most many such other another not no nor only also however although while because after before during
  since until when what where who how why with without from for to of on in at by as is are was were be been am if
  everyone everything someone something nobody nothing anyone here currently recently previously please see yes n/a none tbc
  january february march april may june july august september october november december feb mar apr jun jul aug sep
  sept oct nov dec monday tuesday wednesday thursday friday saturday sunday easter christmas eid diwali ramadan halloween
  autumn spring summer winter term terms
  english maths mathematics science history geography art music drama pe computing ict french spanish german latin welsh
  british european england wales scotland ireland britain uk eu united kingdom english-speaking asian african caribbean
  polish urdu punjabi bengali arabic somali romanian portuguese turkish hindi gujarati tamil chinese mandarin cantonese
  romani muslim christian catholic hindu sikh jewish islam god
  ehc ehcp ehcps ehcna plan plans education educational health care social special needs need send sen senco sendco sencos
  dco dsco camhs nhs icb lea la las dfe ofsted cqc mash iass sendiass sendiass pcf pru ap ks key stage stages year years
  reception nursery foundation early eyfs ey gcse gcses a-level a-levels btec entry level levels national curriculum
  sats phonics p-levels preparing adulthood pfa person young people child children children’s children's childrens parent
  parents carer carers family families mum mummy mam dad daddy mother father gran granny grandma grandad grandpa nan nana
  nanny sister brother auntie aunt uncle mr mrs ms miss mx dr prof professor sir madam
  teacher teachers teaching assistant assistants ta tas hlta lsa headteacher head deputy principal governor tutor mentor
  coordinator co-ordinator officer manager lead leader worker workers caseworker practitioner practitioners specialist
  specialists adviser advisor consultant doctor gp paediatrician paediatric paediatrics community psychologist psychology
  psychiatrist psychiatry psychotherapist therapist therapists therapy therapies speech language communication slt salt
  occupational ot physiotherapist physiotherapy physio dietitian dietetics nurse nurses nursing audiologist audiology
  optometrist orthoptist ophthalmology neurologist neurology dentist counsellor ep eps virtual
  school schools academy academies college colleges university setting settings placement pre-school preschool playgroup
  primary secondary infant infants junior juniors middle high grammar comprehensive mainstream specialist unit base
  provision resourced sixth form home hospital hospitals clinic centre center surgery practice trust service services
  team teams department directorate authority council county city borough district metropolitan town parish local
  government partnership board panel tribunal committee forum group groups club clubs class classes lesson lessons
  section sections part parts outcome outcomes objective objectives aspiration aspirations strength strengths difficulty
  difficulties target targets action actions review reviews annual meeting meetings assessment assessments advice report
  reports appendix contents draft final amended amendment issued date dates name names surname forename forenames address
  postcode telephone phone mobile email e-mail website number reference ref status stage page pages signed signature
  version copy confidential official sensitive background summary views view wishes feelings hopes future history
  interests likes dislikes important about me us details information contact contacts relationship role agency author
  profession professional professionals designation organisation organization type hours hour weekly daily termly monthly
  act acts regulation regulations code practice part schedule chronically sick disabled persons person's equality
  personal budget direct payment payments transport travel equipment access arrangement arrangements intervention
  interventions strategy strategies support programme programmes training staff adults adult peers pupil pupils student
  students learner learners sensory physical medical mental emotional cognition cognitive learning interaction behaviour
  attention memory motor skills fine gross visual auditory verbal written hearing vision impairment mobility wellbeing
  well-being independence independent living self-care self-help relationships friendship friendships safety play sleep
  diet eating feeding toileting dressing washing
  autism autistic asc asd adhd add odd pda dyslexia dyspraxia dyscalculia dcd dld epilepsy asthma down’s down's syndrome
  cerebral palsy tourette tourette’s tourette's asperger asperger’s asperger's fragile rett  angelman prader-willi
  prader willi   klinefelter  marfan duchenne hirschsprung erb’s chiari ehlers-danlos
  di  digeorge fetal foetal alcohol spectrum disorder fasd disorder global developmental delay mld sld pmld semh slcn
  hi vi msi pd spld mse eal lac cin cp ehat tac taf tacs
  makaton pecs signalong bsl braille aac tobii proloquo grid widgit numicon lego legos lego-based elklan elsa elsas thrive boxall
  sdq zones regulation attention autism bucket teacch scerts earlybird cygnet intensive bibliotherapy nurture forest hanen
  nessy lexia clicker read write inc precision colourful semantics blank comic strip stories social story circle circles
  sulp sulp’s talkabout narrative mindfulness cbt emdr dbt vig abc now next first then five-point point scale toe toes
  wisc wiat basc bas bpvs celf cars ados vineland british ability scales edition  matrices salford york
  test tests index standard standardised score scores percentile percentiles
  ipad ipads chromebook laptop microsoft windows google apple android word powerpoint excel teams zoom youtube netflix
  minecraft roblox pokemon pokémon fortnite mario nintendo xbox playstation switch lego disney marvel spider-man spiderman
  batman superman harry-potter peppa paw patrol  star wars doctor-who bbc cbeebies tv dvd cd fm
  duke edinburgh award brownies cubs scouts beavers guides rainbows cadets sen-support swimming football rugby cricket
  online internet covid covid-19 pandemic lockdown brexit
  one two three four five six seven eight nine ten once twice small large additional complex further total overall
  yes mondays tuesdays wednesdays thursdays fridays saturdays
  sundays half half-termly half-term fortnightly frequency required confirmed dated reviewed provided proposed named duty
  request requests supported integrated regional good sign step steps casework breaks disability youth video under project
  photo photos overnight lives life keeping-safe job jobs individual hub hubs grade grades design being adapted general
  shared land society italian italy france germany poland tudors romans vikings victorians egyptians botulinum gastrostomy
  blind deaf mats routes boats range-of-movement portage leber forge sec registered alternative private friday whenever
  throughout always last edited bulletin none early free nhs-funded lea-funded ofsted-registered echo blood down disabled
  app apps diabetes coeliac cystic fibrosis hearing non baba present absent low moderate severe profound specific significant primary-need area areas domain domains
  braille-note emotional-literacy rating ratings notes note tick box boxes line lines row column table figure
  short long medium by end week weeks month months today tomorrow yesterday morning afternoon evening night breakfast lunch
  break time playtime registration assembly homework exam exams test wheelchair hoist standing frame splints glasses hearing-aid
  key-worker keyworker one-page profile one-to-one buddy inclusion manager designated clinical safeguarding dsl
  qa sendist first-tier mediation disagreement resolution iep ieps isp issp bsp pep peps rag smart
  monitor monitored provided delivered led trained qualified level-3 nvq hcpc minutes sessions session
  use using give giving make making take taking help helping let allow ensure encourage provide offer create model remind
  develop improve increase begin start stop continue keep try ask tell show say talk listen look watch wait think know feel
  find work learn read write spell count sort match name touch hold walk run jump sit stand move go come put get turn open
  close follow lead share join choose decide plan prepare check record measure build draw paint sing dance cook eat drink
  access attend attends sharing swimming singing drawing playing reading writing spelling
  friday’s monday’s dear yours sincerely faithfully regards thanks thank
  mainstream-school whole class whole-class quiet calm safe space room rooms hall playground library dining canteen corridor
  office reception-class garden park shop shops bus train taxi car minibus london
`);

/** Endings of words for doings, qualities, callings and fields, which names seldom have. */
export const WORD_ENDING =
  /(?:ing|tion|sion|ment|ness|ship|ology|apy|aphy|ically|ities|ists?|[st]ives?|able|ible|ful|less|ous|wise|time|hood|ised|ized|lly)$/u;

/** What a school or another place of learning calls itself at the end of its name. */
export const SCHOOL_WORDS =
  'School|Schools|Academy|College|Nursery|Pre-?[Ss]chool|Playgroup|Kindergarten|Sixth Form|Grammar|Primary|Infants?|Juniors?|Secondary|High|University|PRU|Childminders?|Child ?care|Daycare|Free School|Learning Centre|Education Centre|Pupil Referral Unit|Resource Base|Specialist Provision';

/** What other places that tell where somebody lives call themselves. */
export const PLACE_WORDS =
  "Hospital|Infirmary|Clinic|Surgery|Medical Practice|Medical Centre|Health Centre|Child Development Centre|Children[’']s Centre|Family Hub|Family Centre|Centre|Library|Leisure Centre|Church|Mosque|Gurdwara|Temple|Synagogue|Chapel|Club|Farm|Stables|Hub|Hospice|Respite|Lodge|House|Cottage|Park|Gardens";

/** What streets are called. */
export const STREET_WORDS =
  'Road|Rd|Street|Lane|Avenue|Ave|Close|Drive|Way|Court|Crescent|Gardens|Place|Terrace|Grove|Hill|Walk|Mews|Row|Square|Green|Rise|View|Park|Gate|Croft|Fields?|Meadows?|Parade|Yard|Wharf|Quay|Mount|Bank|Garth|Chase|Vale|Heights|Broadway|Circle|Path|Mead|End|Common|Parkway';

/** Words inside the name of a school that do not tell which one it is. */
export const GENERIC_WORDS = words(`
  the a an of and & for in on at st saint primary secondary infant infants junior juniors high grammar special community
  church england ce c e of catholic rc va vc roman nursery pre-school preschool school schools academy academies trust
  college sixth form free foundation independent mainstream middle upper lower first all through boys girls boys’ girls’
  learning education centre center resource base resourced provision specialist unit pupil referral university
  medical practice health hospital infirmary clinic surgery child children children’s children's family hub development leisure
  library church mosque club park farm house lodge respite day care childcare daycare further local general royal
  new old north south east west his her their its my our your named this that whole after before home attends attended
  age years year class key stage department outpatient outpatients dental gp doctors breakfast youth after-school
  holiday football swimming gymnastics drama art music dance chess homework lunch lunchtime social film cookery
  infant-school academy’s parish village town city county council district borough
  primary-school playgroup kindergarten pru childminder childminders hydrotherapy sensory nurture residential
  mental community-based speech occupational therapy wellbeing assessment diagnostic regional national state autism
`);

export const PARENT_WORDS =
  'mum|mummy|mam|mother|mom|dad|daddy|father|parents?|step-?\\s?(?:mum|mother|dad|father|parent)|adoptive (?:mother|father|parents?)|foster (?:mother|father|parents?|carers?)|carers?|guardians?|special guardians?';
export const SIBLING_WORDS =
  '(?:half-|step-?|twin |older |younger |elder |little |big |baby )*(?:brothers?|sisters?|siblings?|twins?)';
export const RELATIVE_WORDS =
  'aunts?|aunties?|uncles?|cousins?|gran|granny|nan|nana|nanny|grandma|grandad|grandpa|grandmother|grandfather|grandparents?|great-grandmother|nephews?|nieces?';
export const FRIEND_WORDS =
  '(?:best |close |good |school |her |his |their )*(?:friends?|classmates?|boyfriend|girlfriend|partner|buddy|peers?|neighbours?)';

/** Callings that a plan names people by. */
export const ROLE_WORDS =
  'SENCO|SENCo|SENDCo|SENDCO|SENDCos?|[Pp]sychologist|[Tt]herapist|[Pp]hysiotherapist|[Pp]aediatrician|[Pp]sychiatrist|[Pp]sychotherapist|[Dd]ietitian|[Aa]udiologist|[Nn]urse|[Dd]octor|GP|[Cc]onsultant|[Oo]fficer|[Ss]ocial [Ww]orker|[Ww]orker|[Tt]eacher|[Hh]ead ?teacher|[Aa]ssistant|[Tt]utor|[Mm]entor|[Cc]oach|[Cc]o-?ordinator|[Mm]anager|[Ll]ead|[Aa]dvis[eo]r|[Ss]pecialist|[Pp]ractitioner|[Pp]rincipal|[Cc]aseworker|[Kk]eyworker|[Cc]ounsellor|[Dd]entist|[Oo]ptometrist|[Oo]rthoptist|[Cc]hildminder|[Ii]nterpreter|[Ss]olicitor|[Aa]dvocate|[Rr]egistrar|[Cc]onsultant [Pp]aediatrician|[Dd]eputy [Hh]ead|TA|LSA|HLTA|SLT|SaLT|OT|EP';
