import { describe, expect, it } from 'vitest';
import { assessOutcome } from '../../../../../electron/backend/understanding/statements/assess-outcome.ts';

/**
 * Wordings of outcomes from all parts of life, labelled by the conventions of tests/corpus/statements-dev.json: the
 * SMART letters that hold; "provision", with T where a date stands in it; then the areas by their first letters
 * (employment, independent living, community, health).
 */
type Wording = readonly [letters: string, areas: string, text: string];

const INDEPENDENT_LIVING: readonly Wording[] = [
  [
    'SMART',
    'I',
    'By the end of Year 10, Petros will take the number 7 bus into town and back with nobody beside him, on five journeys out of six.',
  ],
  ['SMART', 'I', 'I will pay for my lunch with my own card at the college canteen on four days a week by Easter 2027.'],
  [
    'SMART',
    'I',
    'By her nineteenth birthday Saoirse will iron two shirts and load the washing machine with one reminder, each weekend for a month.',
  ],
  [
    'SMART',
    'I',
    'Before he goes up to middle school, Benji will wipe himself and pull up his trousers, with no help, on nine toilet visits out of ten.',
  ],
  ['S-ART', 'I', 'By July 2028 Odette will be able to cook her own tea.'],
  ['--AR-', 'I', 'To become more independent in self-care.'],
  ['--ART', 'I', 'By the end of Key Stage 3 Rhian will have better money skills.'],
  [
    'SMART',
    'I',
    'By spring half-term 2028 Yusuf will set his own alarm and be at the bus stop by 8.10 am on four mornings a week.',
  ],
  ['SMAR-', 'I', 'When she is older, Fenella will withdraw ten pounds from a cash machine on two Saturdays running.'],
  [
    'SMART',
    'I',
    "By the end of Reception, Dara will hold up the 'toilet' card to show that she needs to go, four times out of five.",
  ],
  ['SM-RT', 'I', 'By the end of Year 9, Emrys will never forget his house key.'],
  [
    'SMART',
    'I',
    'At present Luned needs to be dressed by her father; by December 2027 she will put on her own vest, pants and socks in ten minutes, five mornings a week.',
  ],
  ['S-AR-', 'I', 'Mattie will do up his own buttons.'],
  [
    'SMART',
    'I',
    'By September 2028, Gareth will make a shopping list for £20 and buy everything on it, alone, three weeks in a row.',
  ],
  [
    'SMART',
    'I',
    'After a block of travel training, Abel will walk to the corner shop and home again by himself, three times in a row, by August 2028.',
  ],
  ['S-ART', 'I', 'By September 2027 Hefin will tell people what he wants for lunch.'],
  [
    'SMART',
    'I',
    'By the end of Year 6 I will tell my teacher when I am stuck, in two lessons a day, before being asked.',
  ],
  ['--ART', 'I', 'By the end of Year 14 Isobel will have the life skills she needs for adulthood.'],
  [
    'SMART',
    'I',
    'By the end of Key Stage 4 Jesper will wash his own hair and shower, with one picture card, on five days a week.',
  ],
];

const COMMUNITY: readonly Wording[] = [
  [
    'SMART',
    'C',
    'By the end of Year 5 Nell will sit with two classmates at lunch and talk to one of them on three days a week.',
  ],
  [
    'SMART',
    'C',
    'By the next annual review, Idris will go to the mosque youth group for an hour, with his cousin, on three Fridays out of four.',
  ],
  ['SMART', 'C', 'By the end of Year 12, I will vote in the student union election on my own.'],
  [
    'SMART',
    'C',
    "By Christmas 2027 Robyn will block and report a stranger's message within a day, in three practice messages out of three.",
  ],
  ['SM-RT', 'C', 'By the end of Year 6 two girls in her class will ask Morag to a sleepover.'],
  ['--ART', 'C', 'By the end of Year 8 Sabir will have a stronger sense of belonging in his local community.'],
  ['S-ART', 'C', 'By July 2027 Kit will play alongside another child.'],
  ['---R-', 'C', 'Everyone at school will always like Joss.'],
  [
    'SMART',
    'C',
    'Ansel will take three turns each in a board game with a friend, without an adult, twice a week by Whitsun 2028.',
  ],
  ['SMAR-', 'C', 'Eventually Tegwen will go to Guides for the full evening, three weeks out of four.'],
  ['--AR-', 'C', 'To stay safe online.'],
  ['SM-RT', 'C', 'By the end of Year 10 Lachie will be picked for the school cricket team by the captain.'],
  [
    'SMART',
    'C',
    "With a teaching assistant's help to get started, Bryn will ask a classmate to play, at three playtimes a week, by July 2027.",
  ],
  ['SMART', 'C', 'By July 2029 I will have joined a drama club and been to six of its meetings.'],
];

const HEALTH: readonly Wording[] = [
  [
    'SMART',
    'H',
    'By half-term Ottoline will take her tablets at 8 am from her own pill box, on six days out of seven.',
  ],
  [
    'SMART',
    'H',
    'By the end of Year 11 Jago will ring the surgery and book his own appointment with the GP, with his mother listening, twice.',
  ],
  [
    'SMART',
    'H',
    'By June 2028 Beth will eat three new vegetables, two mouthfuls of each, at tea on four nights a week.',
  ],
  ['--ART', 'H', 'By the end of KS2 Cai will be calmer and happier.'],
  ['--AR-', 'H', 'To build resilience and emotional wellbeing.'],
  ['SM-RT', 'H', 'By his thirteenth birthday Solomon will be free from seizures.'],
  ['SM-RT', 'H', 'By the end of Year 4 Hana will have no more meltdowns.'],
  [
    'SMART',
    'H',
    'By the end of the summer term Aled will use his breathing cards instead of hitting when he is cross, in four incidents out of five.',
  ],
  ['SMAR-', 'H', 'Over time Delphine will sleep in her own bed from 8 pm to 6 am on five nights a week.'],
  ['S-ART', 'H', 'By Easter 2028 Ciaran will tell a grown-up when his tummy hurts.'],
  [
    'SMART',
    'H',
    'Within six months Wanda will do her stretches for ten minutes each evening, ticked off on her chart.',
  ],
  ['SMART', 'H', 'By the end of Year 13 I will order my repeat prescription online by myself, three months running.'],
  ['---R-', 'H', 'For the rest of his life Milo will cope well with his anxiety.'],
  [
    'SMART',
    'H',
    'By 30 June 2027 Rowena will change her stoma bag herself, with the nurse watching, on three days running.',
  ],
  ['SMART', 'H', 'Now that her feeding tube is out, Mirren will drink 600 ml a day by November 2027.'],
  ['SMAR-', 'H', 'Gruff will run one kilometre without stopping at three PE lessons in a row.'],
  ['--ART', 'H', 'By the end of Year 10 Roisin will manage her emotions more effectively.'],
];

const EMPLOYMENT: readonly Wording[] = [
  [
    'SMART',
    'E',
    'By the end of Year 12 Hussain will complete three weeks of work experience at a nursery school and be given a reference.',
  ],
  ['SMART', 'E', 'By July 2029, Mabel will hold down a paid job of eight hours a week for three months.'],
  ['--ART', 'E', 'By the end of Year 9 Shona will be more aware of different careers.'],
  ['S--R-', 'E', 'One day Piers will be a racing driver.'],
  ['SM-RT', 'E', 'By 2029 the garden centre will give Orrin a permanent job.'],
  ['SMART', 'E', 'By the end of college Nia will pass Level 2 Health and Social Care.'],
  ['SMART', 'E', 'By the end of Year 10 Bashir will visit two colleges and say which course he likes best and why.'],
  ['--AR-', 'E', 'To be better prepared for employment.'],
  [
    'SMART',
    'E',
    'By March 2028 Lottie will volunteer at the animal rescue centre for three hours every Sunday, arriving by 10 am.',
  ],
  ['SMART', 'E', 'Davina wants to be a vet. By the end of Year 11 she will have spent five days helping at a surgery.'],
  [
    'SMART',
    'EI',
    'By the end of Year 13 Hew will get the train to his placement at the bakery, on his own, three days a week.',
  ],
];

const LEARNING: readonly Wording[] = [
  [
    'SMART',
    '',
    'By the end of Year 3 Ruaridh will recite the two, five and ten times tables with no more than two slips, in three tests out of four.',
  ],
  ['SMART', '', 'By Easter 2027, Sian will hold her pencil in a tripod grip for a whole sentence, four times in five.'],
  ['--ART', '', "By the end of Key Stage 1 Dougal's handwriting will be neater."],
  ['--AR-', '', 'Improved listening and attention.'],
  ['SM-RT', '', 'By July 2027 Gwil will attend every single lesson.'],
  ['SMART', '', "By the end of Year 8 Anwen's reading age will rise from 7 years 2 months to 9 years."],
  [
    'SMART',
    '',
    'You will read a whole page aloud with fewer than three mistakes, on four days out of five, by the end of Year 4.',
  ],
  [
    'SMAR-',
    '',
    'Each half-term Hector will learn five key words for each science topic and explain them to his teacher.',
  ],
  ['SMAR-', '', 'Manon will copy a six-block pattern in under two minutes, four times in five.'],
  ['SMAR-', '', 'Kian will attend four out of five days a week.'],
  [
    'SMART',
    '',
    'By the end of Year 7, when support is reduced, Elinor will finish a set piece of work in twenty minutes, in four lessons a week.',
  ],
  [
    'SMART',
    '',
    "Given five minutes' warning, Osian will move from play to work within a minute, in eight changes out of ten, by the end of Nursery.",
  ],
  ['--AR-', '', 'To reach his full potential.'],
  ['--AR-', '', 'For Tudor to make progress in all areas of learning.'],
  ['--ART', 'CH', 'By the end of Year 9 Zola will read well, eat healthily, make friends and behave.'],
];

const FOR_THE_SETTING: readonly Wording[] = [
  ['SM--T', '', 'By the end of Year 9 Cato will always wear full school uniform, as the policy says.'],
  [
    'SMA-T',
    '',
    'By July 2027, Ivy will hand in her phone at the office on four days a week so that lessons are not interrupted.',
  ],
  [
    'SMA-T',
    '',
    'By the end of Year 5, Kofi will need only one adult at lunchtime, so that the second midday supervisor can go back to the hall.',
  ],
  [
    'SMA-T',
    '',
    'By Christmas 2026 Rufus will sit still through assembly in four assemblies out of five so the head teacher is not disturbed.',
  ],
  ['--A-T', '', 'By the end of Year 8 Ottilie will comply with the behaviour policy.'],
];

const PROVISION: readonly Wording[] = [
  ['provision T', '', 'By the end of the autumn term Maia will have completed a ten-week block of speech therapy.'],
  ['provision', '', 'Tomasz will have his own workstation away from the door.'],
  ['provision', '', 'Weekly swimming lessons with a trained helper.'],
  ['provision', '', 'One hour a day of reading catch-up.'],
  ['provision', '', 'To be shown how to use a hoist.'],
  ['provision', '', 'A place at the holiday scheme will be made available for Una.'],
  ['provision T', '', 'By July 2027 a risk assessment for trips will have been written.'],
  ['provision', '', 'A sensory room for Nye to use after lunch.'],
  ['provision', '', 'Ensure that Bronagh sits at the front of the class.'],
  ['provision', '', 'Class teacher to send a home-school book each day.'],
  ['provision', '', 'Vaughan will do a daily fine motor programme with a teaching assistant.'],
  ['provision', '', 'Emlyn will see the dietitian every six weeks.'],
  ['provision T', '', 'You will meet your careers adviser twice before Easter 2027.'],
  ['provision', '', 'I will get extra help with maths.'],
  ['provision', '', 'My family will be told about short breaks.'],
  ['provision', '', 'Continue with speech and language therapy.'],
  ['provision', '', "Implementation of the occupational therapist's advice."],
  ['provision', '', 'Ongoing monitoring of her hearing by audiology.'],
  ['provision', '', 'Lorcan will be read to every night.'],
  ['provision', '', 'Provide a laptop with speech software.'],
  ['provision T', '', 'By September 2026 the local authority will name a college for Dilwyn.'],
  ['provision', '', 'He will be prompted to use the toilet every two hours.'],
  ['provision', '', 'A travel trainer.'],
  ['provision', '', 'Small-group teaching for maths, four times a week.'],
  ['provision', '', 'Eilidh will take part in a Lego therapy group.'],
  ['provision', '', 'Counselling to be available on Thursdays.'],
  ['provision T', '', "By Easter 2027, Cerith's wheelchair will have been replaced with a larger one."],
  ['provision', '', 'Regular reviews of the plan.'],
];

/** Second and third helpings, each read blind before a rule was changed for it. */
const MIXED: readonly Wording[] = [
  [
    'SMART',
    'I',
    'By the end of Year 8 Perran will find his way from the bus stop to the school gate without an adult, every day for two weeks.',
  ],
  [
    'SMART',
    'I',
    'By August 2027 Lowenna will pour cereal and milk into a bowl, with a hand over hers, on three mornings out of five.',
  ],
  [
    'SMART',
    'I',
    'By the time he turns 18, Cormac will be living in a shared house with two others and paying his own rent each month.',
  ],
  [
    'SMART',
    'I',
    'Using her eye-gaze device, Mina will choose between two activities within ten seconds, in eight choices out of ten, by the end of Year 3.',
  ],
  ['S-ART', 'I', 'By the end of Year 13 I will be able to read a bus timetable.'],
  ['--AR-', 'I', 'To be able to look after himself better.'],
  [
    'SMART',
    'I',
    'By Easter 2028 Bruno will carry his tray to the table and clear it away, with one gesture from an adult, at four lunches a week.',
  ],
  ['SMART', 'EI', 'By September 2029 Talia will drive herself to her apprenticeship three days a week.'],
  ['SM-R-', 'I', 'Sunniva will always ask before crossing the road.'],
  [
    'SMART',
    'I',
    "By the end of Year 5, Ravi will empty his school bag and put his homework on his teacher's desk each morning, in nine out of ten mornings.",
  ],
  ['SMART', 'I', 'By 1 May 2028 Clover will use the launderette on her own, washing and drying a full load, twice.'],
  ['SMART', 'C', 'By the end of Reception Teddy will hand a toy to another child when asked, five times in a week.'],
  [
    'SMART',
    'C',
    'By the summer term of Year 11, Amrit will phone a friend to arrange a trip to the cinema, once a month for three months.',
  ],
  ['SMART', 'C', 'By July 2028, Bethan will have sung with the community choir in two concerts.'],
  ['--ART', 'C', 'By the end of Year 6 Mostyn will get on better with his peers.'],
  ['S-ART', 'C', 'By the end of Key Stage 2, Iolo will go to Cubs.'],
  [
    'SMART',
    'C',
    'By December 2028 Seren will name three pieces of information she should not give to strangers online, and do so on two checks a month apart.',
  ],
  ['SM-RT', 'C', 'By the end of Year 9 the older boys will choose Rhodri for their five-a-side team.'],
  ['--AR-', 'C', 'To have more friends.'],
  [
    'SMART',
    'C',
    'I will say hello to a neighbour and answer one question from them, on two walks a week, by the end of Year 7.',
  ],
  [
    'SMART',
    'C',
    'By her 18th birthday, Eluned will have registered to vote and marked a practice ballot paper without help.',
  ],
  ['SMART', 'C', 'By the end of Year 4, at three playtimes a week, Kojo will stay in a chasing game to its end.'],
  [
    'SMART',
    'H',
    'By the end of Year 6 Posy will recognise the warning signs of a hypo and tell an adult, in four out of five hypos recorded.',
  ],
  ['SMART', 'H', "By Christmas 2027 Mal's weight will be between 42 and 45 kilograms at two clinic checks running."],
  [
    'SMART',
    'H',
    'By the end of Year 10 Tansy will go to bed by 10 pm and stay off her phone, on five school nights out of five, for a month.',
  ],
  ['S-ART', 'H', 'By Easter 2027 Rhun will wear his glasses.'],
  ['--ART', 'H', 'By the end of Year 11 Gwenllian will have improved self-esteem.'],
  ['SMART', 'H', 'By July 2028 I will go for a blood test without being held, at two appointments running.'],
  ['S--RT', 'H', "By the end of KS3 Dewi's autism will be cured."],
  ['---R-', 'H', 'Mabli will always be happy and relaxed.'],
  [
    'SMART',
    'H',
    'By the end of Year 1, when he is told that playtime is over, Ioan will come in without shouting or kicking on four days out of five.',
  ],
  ['SMART', 'H', 'By March 2028, Nesta will put in her own hearing aids before breakfast on six mornings a week.'],
  ['--AR-', 'H', 'Better emotional regulation.'],
  [
    'SMART',
    'H',
    'By the end of the spring term Hari will sit on the toilet chair for his bowel programme for ten minutes each evening.',
  ],
  ['SMART', 'E', 'By the end of Year 11 Macsen will write a CV and hand it in to four employers.'],
  ['SMART', 'E', "By the end of Year 10 I will spend five days at a vet's surgery on work experience."],
  ['SMART', 'E', 'By September 2028 Ffion will have enrolled on a Level 1 horticulture course.'],
  ['S-ART', 'E', 'By the end of Year 9 Cai will choose his options.'],
  ['--AR-', 'E', 'To gain meaningful employment.'],
  ['---R-', 'E', 'In the future Lleucu will have a successful career.'],
  ['SMART', 'E', 'By the end of Year 2, Noor will do her job as register monitor every Monday for a term.'],
  ['SM-RT', 'E', 'By August 2029 a hotel will take Gethin on as a trainee.'],
  ['SMART', 'E', 'By July 2029 Emyr will have earned a reference from his Saturday job at the fish and chip shop.'],
  [
    'SMART',
    '',
    'By the end of Year 2 Wilbur will cut along a curved line, staying within half a centimetre of it, on three tries out of four.',
  ],
  [
    'SMART',
    '',
    "By July 2027, Seth will answer 'who' and 'where' questions about a story correctly, eight times in ten.",
  ],
  ['SMAR-', '', 'Over the longer term Beca will type 30 words a minute.'],
  ['--AR-', '', 'For Harri to enjoy school and fulfil his potential.'],
  ['--ART', '', 'By the end of Year 9 Gwion will be better prepared for exams.'],
  [
    'SMART',
    '',
    'By the end of Year 7 Alys will have been in school for at least 90 per cent of the spring and summer terms.',
  ],
  [
    'SMART',
    '',
    'Within the next two terms Tomi will look at the speaker for the whole of a two-minute story, four days a week.',
  ],
  ['SMAR-', '', 'Deio will write his own name.'],
  [
    'SMA-T',
    '',
    'By Easter 2027 Jude will put up his hand and not call out, fewer than twice a lesson, so that other pupils can learn.',
  ],
  [
    'SMA-T',
    '',
    'By the end of Year 6 Owain will walk on the left of the corridor four times out of five, as the school rules require.',
  ],
  ['--A-T', '', 'By July 2027 Nel will respect the home-school agreement.'],
  [
    'SMA-T',
    'I',
    'By summer 2028 Bobi will travel on the school minibus, five days a week, so that the council can stop paying for his taxi.',
  ],
  ['provision', '', 'Medication to be reviewed every six months.'],
  ['provision T', '', 'By the end of Year 9 Steffan will have met the careers adviser three times.'],
  ['provision', '', 'Small group support.'],
  ['provision', '', 'A laptop to record his work.'],
  ['provision', '', 'Two hours of mentoring each week.'],
  ['provision', '', 'Mali will go to a nurture group every morning.'],
  ['provision', '', 'Access to therapy.'],
  ['provision', '', 'The speech therapist will model new signs.'],
  ['provision', '', 'I will be helped to choose a college.'],
  ['provision', '', 'Staff training in epilepsy.'],
  ['provision T', '', 'By the autumn term a new wheelchair will be ordered for Gwil.'],
  ['provision', '', "Gruffydd's teaching assistant will prompt him to start."],
  ['provision T', '', 'By July 2027, Lois will have been seen by the neurologist.'],
  ['provision', '', 'Elin needs a quiet place to work.'],
  ['provision', '', 'Twm is to have a reader and extra time.'],
  ['provision', '', 'Weekly emotional literacy support.'],
  ['provision', '', 'She will take part in sensory circuits run by the teaching assistant.'],
  ['provision', '', 'To put in place a behaviour plan.'],
  ['provision', '', 'A referral will be made to the dietitian.'],
  ['provision', '', 'Home and school will share a diary.'],
  ['provision', '', 'Hedd will have his feeds given through a pump by a nurse.'],
  [
    'SMART',
    '',
    'After six weeks of handwriting practice with a teaching assistant, Ela will form all 26 letters correctly in a test, by Whitsun 2027.',
  ],
  [
    'SMART',
    'C',
    'His parents want Guto to have a social life. By the end of Year 10 he will go bowling with two friends once a month.',
  ],
  [
    'SMART',
    'H',
    'With the support of the diabetes nurse, Sioned will change her own pump set, twice running, by July 2028.',
  ],
  ['SMAR-', '', 'When it is his turn to speak, Llew will give his news in three sentences, four Mondays out of five.'],
  [
    'SMART',
    'I',
    "Currently, Mared asks for everything by pulling an adult's hand. By the end of Nursery she will exchange a picture for a snack or toy ten times a day.",
  ],
  [
    'SMART',
    'H',
    'I get angry quickly. By the end of Year 9 I will walk away and use my time-out card, in three arguments out of four.',
  ],
  [
    'SMART',
    'I',
    'By half-term Bedwyr will blow his nose and put the tissue in the bin, after one reminder, four times out of five.',
  ],
  [
    'SMART',
    'I',
    'By the end of Year 12 Siwan will check her change after buying a drink, on ten visits to the café, with no more than one mistake.',
  ],
  ['S-ART', 'I', 'By July 2027 Cled will tell the time.'],
  ['SMART', 'I', 'By her 21st birthday Heledd will have moved into her own flat and paid three gas bills by herself.'],
  ['--ART', 'I', 'By the end of Year 10 Dafydd will be more organised.'],
  [
    'SMART',
    'I',
    'By the end of Year 9 Aneurin will steer his power chair from the classroom to the hall without touching the walls, on eight trips out of ten.',
  ],
  ['SMAR-', 'I', 'When he feels ready, Pedr will shower without his mother in the room, twice a week.'],
  ['S-ART', 'I', 'By the end of Key Stage 1 Gwawr will use a knife and fork.'],
  [
    'SMART',
    'C',
    'By the end of Year 3 Morfudd will lose a game without tipping the board, in three games out of four with her friends.',
  ],
  ['--AR-', 'C', 'To feel part of the community.'],
  ['SMART', 'C', 'By Christmas 2028 I will have been to a concert with a friend and without my parents.'],
  ['SM-RT', 'C', 'By the end of Year 5 Tirion will be invited to three birthday parties.'],
  [
    'SMART',
    'C',
    'By July 2027 Elis will pass the ball to another player at least five times in a match for the under-twelves.',
  ],
  ['SMART', 'C', 'By the end of Year 7 Manw will send a polite text to his grandfather each Sunday for six weeks.'],
  ['S-ART', 'C', 'By the end of Year 6 Luned will join the school choir.'],
  [
    'SMART',
    'H',
    'By April 2028 Rhydian will tell the dentist, with two picture cards, when he wants to stop, at one check-up.',
  ],
  [
    'SMART',
    'H',
    'By the end of Year 4 Mai will put cream on her eczema each morning with her mother watching, six days out of seven.',
  ],
  ['--AR-', 'H', 'To manage anxiety.'],
  [
    'SMART',
    'H',
    'By the end of KS3, instead of hurting himself, Gwydion will squeeze a ball or call his mum, in nine out of ten bad evenings he records.',
  ],
  ['S-ART', 'H', 'By December 2027 Betsan will swallow a tablet.'],
  ['SMART', 'H', 'By Easter 2028, Cadog will swim two widths of the pool on his front with a float.'],
  ['---RT', 'H', 'By July 2027 Lili will always cope with loud noise.'],
  ['SM-R-', 'H', 'Talfan will never have another seizure.'],
  ['SMART', 'E', 'By the end of Year 13 Non will do an interview for a job and answer four of the five questions.'],
  ['--ART', 'E', 'By July 2028 Ifor will be closer to finding work.'],
  [
    'SMART',
    'E',
    'By the end of Year 10 Sion will find out about two apprenticeships and tell his tutor which suits him and why.',
  ],
  ['SMART', 'E', 'By August 2028 Greta will have passed maths GCSE at grade 4.'],
  ['S-AR-', 'E', 'Tudful will go to college.'],
  [
    'SMART',
    'E',
    'By summer 2029 Ieuan will arrive on time for his shift at the stables on eleven Saturdays out of twelve.',
  ],
  [
    'SMART',
    '',
    'By the end of Reception Nanw will copy her name from a card, with every letter the right way round, three days running.',
  ],
  [
    'SMART',
    '',
    'By Whitsun 2028 Eben will lift his head and look towards a voice within five seconds, six times in ten.',
  ],
  ['--ART', '', 'By the end of Year 5 Tegid will read more fluently.'],
  ['--AR-', '', 'For Alun to have better attendance.'],
  [
    'SMART',
    '',
    'Glain finds large rooms hard. By the end of the summer term 2027 she will stay in the hall for a whole assembly, once a week for five weeks.',
  ],
  ['SM-RT', '', 'By the end of Year 8 Brochan will hand in every piece of homework without fail.'],
  [
    'SMA-T',
    '',
    'By July 2027 Efan will wait in line without talking, four lunchtimes out of five, so that the kitchen can serve faster.',
  ],
  ['SMA-T', '', 'By July 2027 Mared will wear black shoes on five days a week in accordance with the dress code.'],
  ['--A-T', '', 'By the end of Year 9 Alaw will follow the behaviour policy.'],
  ['provision', '', 'Ynyr will have an hour with the art therapist each Tuesday.'],
  ['provision', '', 'Extra adult support at lunchtime.'],
  ['provision', '', 'Idwal to be seated at the front.'],
  ['provision', '', "Non's parents will attend a signing course."],
  ['provision T', '', 'By Easter 2027 Math will have finished his counselling sessions.'],
  ['provision', '', 'Regular movement breaks.'],
  ['provision', '', 'To attend a phonics booster group.'],
  ['provision', '', 'The dining hall will be made quieter.'],
  ['provision', '', 'He will be given a visual timetable.'],
  ['provision', '', 'Ceri will have a reduced timetable.'],
  ['provision', '', 'A multi-agency meeting each term.'],
  ['provision', '', 'I will have someone to help me on the bus.'],
  ['provision', '', 'Pre-teaching of vocabulary.'],
  ['provision', '', 'Elen will work one to one with the speech and language therapist.'],
  ['provision T', '', 'By September 2027 training in Makaton will have been given to all staff.'],
  ['provision', '', 'To be supervised at break.'],
  ['provision', '', "All staff to know about Wil's triggers."],
  ['provision', '', 'An assessment of her vision.'],
  ['provision T', '', 'By the next annual review the school will have bought a standing frame for Osh.'],
  ['provision', '', 'Lowri will be on the caseload of the occupational therapist.'],
  ['provision', '', 'Specialist equipment as advised.'],
  ['provision', '', 'We will meet each half-term to check his targets.'],
  ['provision', '', 'Anest will have regular contact with the youth worker.'],
  ['SMAR-', '', 'Every lesson, Non will write down the title and date.'],
  [
    'SMART',
    'C',
    'With his hearing aids in, and a friend to remind him, Teilo will go to youth club for an hour on four Fridays by July 2028.',
  ],
  [
    'SMART',
    'I',
    'By the end of Year 6, using the plan from her occupational therapist, Mabon will tie both shoes in a minute, three days running.',
  ],
  [
    'SMART',
    'E',
    'Trystan would love to be a chef. By the end of Year 12 he will have done six shifts in the college kitchen.',
  ],
];

const AREAS = { E: 'employment', I: 'independent_living', C: 'community_inclusion', H: 'health' };

function read(text: string): Wording {
  const { smart, isOutcomeNotProvision, pfaAreas } = assessOutcome(text).labels;
  const { specific, measurable, achievable, relevant, timebound } = smart;
  const areas = Object.entries(AREAS).flatMap(([letter, area]) =>
    pfaAreas.some((each) => each === area) ? letter : [],
  );
  if (!isOutcomeNotProvision) return [timebound ? 'provision T' : 'provision', areas.join(''), text];
  const holds = [specific, measurable, achievable, relevant, timebound];
  return [holds.map((is, at) => (is ? 'SMART'.charAt(at) : '-')).join(''), areas.toSorted().join(''), text];
}

describe('wordings of outcomes', () => {
  it.each([
    ...INDEPENDENT_LIVING,
    ...COMMUNITY,
    ...HEALTH,
    ...EMPLOYMENT,
    ...LEARNING,
    ...FOR_THE_SETTING,
    ...PROVISION,
    ...MIXED,
  ])('reads as %s [%s]: %s', (letters, areas, text) => {
    expect(read(text)).toEqual([letters, areas, text]);
  });
});
