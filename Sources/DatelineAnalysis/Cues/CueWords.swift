/// Words that say something about the name beside them. General facts of English newswriting.
enum CueWords {
  /// Every list with its cue.
  static let all: [(Cue, String)] = [
    (.given, givenNames), (.givenPlace, givenPlaces), (.honorific, honorifics),
    (.nameEnd, nameEnds), (.nameEnd, teams), (.nameStart, nameStarts), (.club, clubs),
    (.office, offices), (.locative, locatives), (.month, months), (.beforeMonth, beforeMonths),
    (.of, "of"), (.versus, "v vs"),
    (.at, "at"), (.company, companies), (.player, players), (.state, states),
    (.eventEnd, eventEnds), (.abbreviation, abbreviations),
    (.region, regions), (.regionStart, "new north south west rhode"),
    (.regionEnd, "york hampshire jersey mexico carolina dakota virginia island"),
    (.article, articles), (.head, heads), (.conjunction, "and or"),
    (.particle, "to up for fire new its"),
  ]

  /// What begins a list of reporters, editors and the like at the end of an article.
  static let credits = [
    "reporting by", "editing by", "writing by", "compiled by", "additional reporting",
    "editing and", "reporting and", "written by", "translated by",
  ]

  /// First words of people's names that say nothing about the next word: titles, ordinary words.
  static let notGiven = """
    al an bad ban big can chance crown do don emperor grand grant hope joy justice king lady les lil \
    little magic may mother mullah pope prince princess queen saint santa shah sheikh stormy \
    subcomandante sultan than the tip will young
    """

  /// Places that are first names more often than not before another capitalised word.
  static let givenPlaces = """
    chad jordan sofia chelsea milan florence savannah charlotte troy georgia india kenya israel paris \
    sydney cuba ireland lourdes
    """

  static let articles = "a an the this that its his her our their my in near into throughout across"

  /// What follows a place in names of bodies, undertakings and events, and begins with a capital
  /// there; ``offices`` and ``nameEnds`` go without saying.
  static let heads = """
    act action afternoon agency agriculture aid alliance allies archive army attack authority \
    association ballot baptist basin bay beach board border business campus capitol care caucus \
    caucuses center centre challenge chapter christian church citizens civil coalition coast \
    commission committee committeeman commons community conference congressional conservative \
    conservatives constitution consumer correctional council court day deal debate defense \
    delegation department desk development division economic education educational election \
    elections embassy energy environmental expo falls families family farm federation festival \
    fight financial film fire first fish food football forest forestry forum free freedom front \
    fruit fund game games gang gas general government governors great green group guard harbor \
    heights high highway hills history hoax home human immigrant independent infantry initiative \
    institution investigation investment iron jewish justices kosher labour latino latinos left \
    legislative legislature liberty library line local man marathon match medical memorial men \
    metro metropolitan military minor monument mountain movement muslim muslims native natural new \
    north northern nuclear officials oil old olympic olympics panhandle papers park partnership party \
    peace people philharmonic plan policy political poll ports power press primary probe program \
    progressive project promise property ports race races railway records red referendum reform \
    region regional register relations relationship relief republic research resort revenue right \
    rights rising road rugby rural sanctions school schools science second security select services \
    sheriff shore sixth small social society solidarity south southern sports statehouse statute \
    strategy studies suburb summit support symphony system talks tariffs task tax tea teachers team \
    technical technology theatre third tonight total tourism tourist town trade transit treasurer \
    trial trust tuesday under unit university upstairs valley veterans village voter voters war \
    warehouse wars water west western white wilderness wildlife wine woman women world young youth
    """

  /// States and provinces of one word that stand behind their towns. "Georgia" and "Washington" are
  /// left out: they stand behind countries and capitals in lists.
  static let regions = """
    alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho \
    illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota \
    mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas \
    utah vermont virginia wisconsin wyoming ala ariz ark calif colo conn fla ind kan ky mass mich minn \
    mo mont neb nev okla ore pa tenn tex va vt wis wyo ontario manitoba saskatchewan alberta
    """

  static let honorifics = "mr mrs ms miss dr sir dame lord lady judge sen rep sgt lt capt coach"

  /// Behind a company's name they belong to it.
  static let companies =
    "inc corp corporation co company ltd plc llc llp lp gmbh ag nv ab oyj asa spa"

  /// Subjects whose words speak for an entity, as `with: @soccer`.
  static let topics: [String: [Substring]] = [
    "soccer": """
    soccer;soccer club;football club;UEFA;FIFA;Champions League;Europa League;Premier League;\
    La Liga;Serie A;Bundesliga;Ligue 1;striker;strikers;midfielder;midfielders;goalkeeper;\
    goalkeepers;goalless;halftime;half-time;relegation;relegated;penalty kick;penalty shootout;\
    free kick;second leg;first leg;fixtures;hat-trick;Cup final;Cup winners;league match;\
    league matches;quarter-final;semi-final;own goal
    """.split(separator: ";")
  ]

  /// Heads of names of companies, clubs, events, papers, buildings and schools. Bodies of a state
  /// are none of them: "Russian Army" and "Russian Parliament" speak of Russia.
  static let nameEnds = """
    inc corp co ltd plc llc llp lp gmbh ag nv ab oyj asa spa corporation company holdings group \
    partners securities airlines airways university college school institute academy foundation \
    association confederation cup supercup open masters tour classic prix marathon derby \
    tournament trophy bowl stadium arena airport station hospital hotel museum \
    theatre theater opera orchestra symphony philharmonic ballet cathedral bridge street avenue \
    road boulevard square county times post tribune herald journal gazette chronicle globe news \
    daily observer telegraph examiner magazine review radio television tv newsroom newsdesk desk bureau exchange index \
    fed treaty accord accords agreement convention protocol pact declaration club fc united rovers \
    wanderers athletic albion hotspur motors electric steel telecom telecommunications insurance \
    resources petroleum mining
    """

  /// Those of ``nameEnds`` that are hardly anything else in a headline.
  static let eventEnds = """
    open cup supercup masters prix airlines airways university \
    inc corp ltd plc fc newsroom
    """

  /// Teams of the North American leagues (MLB, NBA, NFL, NHL) that are named after a town or state.
  static let teams = """
    angels astros athletics blue braves brewers cardinals cubs diamondbacks dodgers expos giants \
    guardians indians mariners marlins mets nationals orioles padres phillies pirates rangers rays \
    reds red royals tigers twins yankees hawks nets hornets bulls cavaliers mavericks nuggets \
    pistons warriors rockets pacers clippers lakers grizzlies bucks timberwolves pelicans knicks \
    thunder magic 76ers suns blazers trail kings spurs raptors jazz wizards supersonics bullets \
    falcons ravens bills panthers bears bengals browns cowboys broncos lions packers texans colts \
    jaguars chiefs raiders chargers rams dolphins vikings patriots saints jets eagles steelers \
    seahawks 49ers buccaneers titans commanders redskins oilers bruins sabres flames hurricanes \
    blackhawks avalanche stars oilers canadiens predators devils islanders senators flyers \
    penguins sharks blues lightning maple canucks capitals whalers
    """

  static let states = """
    bank army military navy force forces police government parliament ministry treasury assembly \
    congress senate lawmakers court regulator exchange
    """

  static let players = """
    striker midfielder defender goalkeeper winger fullback forward shortstop pitcher catcher \
    outfielder infielder baseman reliever slugger quarterback linebacker cornerback lineman \
    goaltender defenseman batsman bowler
    """

  static let nameStarts = "university bank college institute museum agency tour church"

  static let clubs = """
    fc ac as sc afc cska dinamo dynamo lokomotiv spartak torpedo steaua rapid legia polonia slavia \
    sparta slovan hapoel maccabi beitar betar partizan ajax sporting atletico real racing inter \
    olympique levski zenit
    """

  static let offices = """
    president prime premier minister foreign interior defense defence finance justice trade oil \
    energy information education health army navy air police government parliament senate house \
    congress central national supreme constitutional king queen prince princess crown sheikh emir \
    sultan governor gov mayor sen senator rep representative secretary ambassador general gen col \
    colonel state tech times post fc united monday tuesday wednesday thursday friday saturday \
    sunday january february march april may june july august september october november december \
    and or river valley basin lake street avenue county university college school international \
    pipeline airways airlines bank cup league open rebels rebel captain coach manager striker \
    midfielder defender goalkeeper fashion stock week bourse derby based armed forces \
    royal islamic public law chamber morning city community business premium \
    senators democrat democrats democratic republican republicans chairman chairwoman chair \
    congressman congresswoman congressmen director leader justice judge chancellor candidate \
    professor prof team attorney ag pm vp speaker whip pastor bishop archbishop cardinal imam rabbi \
    brother sister uncle aunt officer detective inspector commissioner counsel nominee \
    representatives reps sens govs presidents ministers mayors lieutenant marshal admiral sergeant \
    doctor nurse tory liberal conservative draft impeach
    """

  static let locatives =
    "in near into throughout across outside inside via visiting neighbouring neighboring"

  /// What is written with a full stop inside names: titles, parts of names of towns, US states.
  static let abbreviations = """
    st ste mt ft mr mrs ms dr messrs mme sen sens rep reps gov govs gen col lt sgt capt maj adm brig \
    cpl cmdr jr sr prof rev hon pres sec amb atty supt insp det inc corp co ltd bros dept univ assn \
    natl intl ala ariz ark calif colo conn fla ga kan ky mass mich minn mont neb nev okla ore pa tenn \
    tex va vt wash wis wyo
    """

  static let months = "march april may june august"

  static let beforeMonths = """
    in by of since until till last next this early late mid from to through before after during \
    between and on every each for
    """

  /// Common first names from many countries. Names that are also ordinary words at the beginning of
  /// a sentence are left out.
  static let givenNames = """
    aaron abby abdul abdullah abigail abraham adam adrian adriana adrienne agnes ahmad ahmed \
    aidan aisha alan alana albert alberto alec alejandra alejandro aleksandar aleksander alex \
    alexander alexandra alexei alexis alfonso alfred alfredo ali alice alicia alison allan allen \
    allison alma alvaro alvin alyssa amanda amelia amir amit ammon amy ana anatoly anders \
    anderson andre andrea andreas andrei andres andrew andrey andy angel angela angelina angelo \
    angie anil anita ann anna anne annette annie anthony antoine anton antonia antonio anwar \
    ariana ariel armando arnold arthur arturo ashley ashok ashraf audrey ava axel ayman aziz \
    barack barbara barry bashar beatrice beauregard becky ben benito benjamin benny bernard \
    bernardo bernie bert beth betsy betty beverly bianca bill billy bjorn blake bob bobby booker \
    boris brad bradley brandon brenda brendan brent brett brian brianna bridget brittany brooke \
    bruce bruno bryan byron caitlin calvin cameron camilla camille carl carla carlo carlos carmen \
    carol carole caroline carolyn carrie casey cassius catherine cathy cecilia cedric cesar \
    charlene charles charlie cheryl chloe chris christina christine christoph christophe \
    christopher cindy claire clara clarence clark claude claudia claudio clay clayton clifford \
    clint clinton cody colin colleen columba condoleezza connie connor conor conrad corey cory \
    courtney craig cristian cristiano cristina crystal curt curtis cynthia dale damian damien dan \
    dana danica daniel daniela daniele danielle danny darius darla darlene darnell darren darryl \
    dave david dean deandre debbie deborah debra demetrius denis denise dennis denny denzel derek \
    derrick desmond devin dexter diana diane dick diego dieter dimitri dirk dmitri dmitry dolores \
    dominic dominique donald donna dora doris dorothea dorothy doug douglas duncan dustin dwayne \
    dwight dylan earl ed eddie edgar edith edmund eduardo edward edwin ehud eileen elaine eleanor \
    elena elgin eli elias elijah elisabeth elise elisha eliza elizabeth ella ellen elliot elliott \
    elmer elsa elton elvis emily emma emmanuel emmett enrique eric erica erich erik erika erin \
    ernest ernestine ernesto ernie estelle esther ethan ethel eugene eunice eva evan evelyn \
    everett fabian fabio faisal fatima fay federico felicia felipe felix ferdinand fern fernando \
    fidel fiona fletcher floyd frances francesca francesco francis francisco franco francois \
    frank frankie franklin franz fred freddie freddy frederic frederick frederik fritz gabby \
    gabriel gabriela gabriele gabrielle gareth garrett garry gary gavin gene geoff geoffrey \
    george georges georgina gerald gerard gerhard gerry gianni gilbert gilberto gina giorgio \
    giovanni giuseppe gladys glen glenda glenn gloria gordon graham greg gregor gregory greta \
    grover guido guillaume guillermo gunter gus gustavo guy gwen habib haider hamid hank hannah \
    hans harold harper harriet harry harvey hassan hattie hazel heather hector heidi heinz helen \
    helena helga helmut henri henrietta henrik henry herbert herman herschel hilary hillary \
    hiroshi holly homer horace horst hosni howard hubert hugh hugo humberto hussein ian ibrahim \
    ida ignacio igor ilya imran ingrid irene irina iris irma irving isaac isabel isabella \
    isabelle isaiah isiah ismail ivan ivo jack jackie jacob jacqueline jacques jada jaime jake \
    jalen jamal james jamie jan jane janelle janet janice jared jasmine jason jasper javier jay \
    jean jeanne jed jeff jefferson jeffery jeffrey jenna jennifer jenny jens jerald jeremy \
    jermaine jerome jerry jesse jessica jessie jesus jethro jill jim jimmy joan joanna joanne \
    joao joaquin jodie jody joe joel joey johan johann johannes john johnny jon jonas jonathan \
    jorge jose josef joseph josephine josh joshua josie joyce juan juanita judith judy julia \
    julian juliana julie julien juliet julio julius jurgen justin kaitlin kaitlyn kamal kareem \
    karen karim karin karl karla kate katherine kathleen kathryn kathy katie katrina kay kayla \
    kaylee keisha keith kelly kelvin ken kendall kendra kenneth kenny kent kerry kevin khaled \
    khalid kim kirk kirsten kirstie klaus kofi konstantin kristen kristin kristina kurt kyle \
    lamar lana larry lars latoya laura lauren laurence laurent laurie lawrence leah lee leila \
    lena leo leon leonard leonardo leonid leroy leslie lester lewis lillian lina linda lindsay \
    lindsey lindy lionel lisa liz lloyd lois lonnie lorenzo loretta lori lorraine lou louis \
    louise lowell luc luca lucas lucia lucille lucy ludwig luigi luis luke luther lydia lyle \
    lyndon lynn lynne mabel madeleine mae magnus mahmoud malcolm malia malik mandy manfred manuel \
    mara marc marcel marcelo marcia marco marcos marcus marcy margaret margarita margot maria \
    marian marie marilyn mario marion marisa marjorie mark marko marlene marsha marshall marta \
    martha martin martina marty marvin mary masashi mateo mathew mathieu matt matteo matthew \
    matthias maureen maurice mauricio max maxim maxime maxine megan mehmet mel melanie melinda \
    melissa melvin mercedes meredith merle merrill mia micah michael michel michele michelle \
    miguel mikael mike mikhail milan mildred millie milo milos milton mimi mina mindy minnie \
    miranda miriam mitch mitchell mohamed mohammad mohammed moira molly mona monica monique \
    morgan morris moses muhammad muriel murray mustafa myra myron myrtle nadia nadine nancy naomi \
    natalia natalie natasha nathan nathaniel neal ned neil nellie nelson nettie newton nicholas \
    nick nicolas nicole nigel nikita nikolai nina noah noam noel nora norma norman nydia octavio \
    oleg oliver olivia olivier omar ophelia oprah orlando osama oscar oswald otis otto owen pablo \
    pamela paolo pascal patricia patrick patti patty paul paula paulette pauline paulo pavel \
    pearl pedro peggy percy perry pete peter petra phil philip philippe phillip phoebe phyllis \
    pierre pietro pilar piotr polly preston priscilla quentin quincy rachael rachel rafael rahul \
    rajesh rajiv ralph ramesh ramon ramona ramsey randal randall randolph randy raoul raphael \
    rashid rashida raul ravi raymond rebecca reese reggie regina reginald reiner rene renee \
    reuben rex reza rhonda ricardo richard rick ricky rita rob robbie robert roberta roberto \
    robin rocco rod roderick rodney rodrigo roger roland rolando rolf roman romeo ron ronald \
    ronnie rory rosa rosalind rosario roscoe rosemary rosie ross roxanne roy ruben rudi rudolf \
    rudolph rudy rufus rupert russell ruth ruthie ryan sabine sabrina saddam sadie salim sally \
    salman salvador salvatore sam samantha samir sammy samuel sandra sanjay santiago sara sarah \
    sasha saul scott sean sebastian serena serge sergei sergey sergio seth shane shannon sharon \
    shaun shawn sheila shelby sheldon shelley sherman sherry shimon shirley sidney sigmund silvia \
    silvio simon simone siobhan sofie solomon sonia sonya sophia sophie spencer stacey stacy stan \
    stanislav stanley stefan stefano stella stephan stephane stephanie stephen steve steven \
    stewart stuart sue suleiman sunil suresh susan susanna susanne suzanne sven svetlana sylvia \
    symone tabitha takeshi tamara tamika tammy tanisha tanya tara tariq tatiana taylor ted \
    terence teresa terrence terri terry thaddeus thelma theo theodore theresa therese thierry \
    thomas thurgood tiffany tim timothy tina tobias toby todd tom tomas tommy toni tony tonya \
    tracey tracy travis trent trevor tricia tyler tyrone ulrich ulysses umar ursula vadim valarie \
    valentina valerie vanessa velma vera vernon veronica vicki vicky victor vijay vikram viktor \
    vince vincent vincenzo viola vitaly vivian vivienne vladimir wade wallace walter wanda warren \
    wayne wendell wendy werner wesley whitney wilbert wilbur wilfred wilhelm wilhelmina willem \
    william willie wilma wilson winifred winston wolfgang woody xavier yann yasser yasuo yolanda \
    yuri yusuf yves yvette yvonne zachariah zachary zoe zora
    """
}
