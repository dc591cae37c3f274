/// Words that say something about the name beside them. General facts of English newswriting.
enum CueWords {
  /// Every list with its cue.
  static let all: [(Cue, String)] = [
    (.given, givenNames), (.givenPlace, givenPlaces), (.honorific, honorifics),
    (.nameEnd, nameEnds), (.nameEnd, teams), (.nameStart, nameStarts), (.club, clubs),
    (.office, offices), (.locative, locatives), (.month, months), (.beforeMonth, beforeMonths),
    (.of, "of"), (.versus, "v vs"),
    (.at, "at"), (.company, companies), (.player, players), (.state, states),
    (.eventEnd, eventEnds),
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
  static let givenPlaces = "chad jordan sofia chelsea milan florence savannah charlotte troy"

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
    royal islamic public law chamber morning city community business premium
    """

  static let locatives =
    "in near into throughout across outside inside via visiting neighbouring neighboring"

  static let months = "march april may june august"

  static let beforeMonths = """
    in by of since until till last next this early late mid from to through before after during \
    between and on every each for
    """

  /// Common first names from many countries. Names that are also ordinary words at the beginning of
  /// a sentence are left out.
  static let givenNames = """
    aaron abby abdul abdullah abigail abraham adam adrian adriana adrienne agnes ahmad ahmed aidan \
    aisha alan alana albert alberto alec aleksandar aleksander alejandra alejandro alex alexander \
    alexandra alexei alexis alfonso alfred alfredo ali alice alicia alison allan allen allison \
    alvaro alvin alyssa amanda amelia amir amit amy ana anatoly anders andre andrea andreas andrei \
    andres andrew andrey andy angel angela angelina angelo angie anil anita ann anna anne annette \
    annie anthony antoine anton antonia antonio anwar ariana ariel armando arnold arthur arturo \
    ashley ashok ashraf audrey ava axel ayman aziz barack barbara barry bashar beatrice becky ben \
    benito benjamin benny bernard bernardo bernie bert beth betsy betty beverly bianca bill billy \
    bjorn blake bob bobby boris brad bradley brandon brenda brendan brent brett brian bridget \
    brittany brooke bruce bruno bryan byron calvin cameron camilla camille carl carla carlo carlos \
    carmen carol carole caroline carolyn carrie casey catherine cathy cecilia cedric cesar charlene \
    charles charlie cheryl chloe chris christina christine christoph christophe christopher cindy \
    claire clara clarence clark claude claudia claudio clay clayton clifford clint clinton cody \
    colin colleen connie connor conor conrad cory courtney craig cristian cristiano cristina \
    crystal curt curtis cynthia damian damien dan dana daniel daniela daniele danielle danny \
    darius darren darryl dave david dean debbie deborah debra denis denise dennis denny denzel \
    derek derrick desmond devin diana diane dick diego dieter dimitri dirk dmitri dmitry dolores \
    dominic dominique donald donna dora doris dorothy doug douglas duncan dustin dwayne dwight \
    dylan earl ed eddie edgar edith edmund eduardo edward edwin ehud eileen elaine eleanor elena \
    eli elias elijah elisabeth elise elizabeth ella ellen elliot elliott elsa elton emily emma \
    emmanuel enrique eric erica erich erik erika erin ernest ernesto ernie esther ethan eugene \
    eva evan evelyn fabian fabio faisal fatima federico felicia felipe felix ferdinand fernando \
    fidel fiona floyd frances francesca francesco francis francisco francois franco frank frankie \
    franklin franz fred freddie freddy frederic frederick frederik fritz gabriel gabriela \
    gabriele gabrielle gareth garry gary gavin gene geoff geoffrey george georges georgina gerald \
    gerard gerhard gerry gianni gilbert gina giorgio giovanni giuseppe gladys glen glenn gloria \
    gordon graham greg gregor gregory greta guido guillaume guillermo gunter gustavo guy gwen \
    habib haider hamid hannah hans harold harriet harry harvey hassan hazel heather hector heidi \
    heinz helen helena helga helmut henri henrik henry herbert herman hilary hillary hiroshi \
    holly horst hosni howard hubert hugh hugo humberto hussein ian ibrahim ignacio igor ilya imran \
    ingrid irene irina irving isaac isabel isabella isabelle ismail ivan ivo jack jackie jacob \
    jacqueline jacques jaime jake jamal james jamie jan jane janet janice jared jasmine jason \
    javier jay jean jeanne jeff jeffery jeffrey jenna jennifer jenny jens jeremy jerome jerry \
    jesse jessica jessie jesus jill jim jimmy joan joanna joanne joao joaquin jody joe joel joey \
    johan johann johannes john johnny jon jonas jonathan jorge jose josef joseph josephine josh \
    joshua joyce juan juanita judith judy julia julian juliana julie julien juliet julio julius \
    jurgen justin kaitlyn kamal karen karim karin karl karla kate katherine kathleen kathryn kathy \
    katie katrina kay kayla keith kelly kelvin ken kenneth kenny kent kerry kevin khalid khaled \
    kim kirk klaus kofi konstantin kristen kristin kristina kurt kyle larry lars laura lauren \
    laurence laurent laurie lawrence leah lee leila lena leo leon leonard leonardo leonid leroy \
    leslie lewis lillian lina linda lindsay lindsey lionel lisa liz lloyd lois lorenzo loretta \
    lori lorraine lou louis louise luc luca lucas lucia lucy ludwig luigi luis luke lydia lynn \
    madeleine magnus mahmoud malcolm malik mandy manfred manuel mara marc marcel marcelo marcia \
    marco marcos marcus margaret margarita maria marian marie marilyn mario marion marisa mark \
    marko marlene marsha marshall marta martha martin martina marty marvin mary masashi mateo \
    mathew mathieu matt matteo matthew matthias maureen maurice mauricio max maxim maxime megan \
    mehmet mel melanie melinda melissa mercedes meredith merle mia micah michael michel michele \
    michelle miguel mikael mike mikhail milan mildred milos milton mimi mina mindy miranda miriam \
    mitch mitchell mohamed mohammad mohammed moira molly mona monica monique morgan morris moses \
    muhammad murray mustafa myra nadia nadine nancy naomi natalia natalie natasha nathan nathaniel \
    neal neil nelson nicholas nick nicolas nicole nigel nikita nikolai nina noah noam noel nora \
    norma norman octavio oleg oliver olivia olivier omar oprah orlando oscar osama oswald otto \
    owen pablo pamela paolo pascal patricia patrick patti patty paul paula paulette pauline paulo \
    pavel pedro peggy percy perry pete peter petra phil philip philippe phillip phyllis pierre \
    pietro pilar piotr preston priscilla rachael rachel rafael rahul rajesh rajiv ralph ramesh \
    ramon ramona randall randolph randy raoul raphael rashid raul ravi raymond rebecca reggie \
    regina reginald reiner rene renee reuben rex reza rhonda ricardo richard rick ricky rita rob \
    robbie robert roberta roberto robin rocco rod roderick rodney rodrigo roger roland rolando \
    rolf roman romeo ron ronald ronnie rosa rosalind rosario rosemary ross roxanne roy ruben rudi \
    rudolf rudolph rudy rupert russell ruth ryan sabine sabrina saddam salim sally salman salvador \
    salvatore sam samantha samir sammy samuel sandra sanjay santiago sara sarah saul scott sean \
    sebastian serena serge sergei sergey sergio seth shane shannon sharon shaun shawn sheila \
    shelley sheldon sherry shirley shimon sidney sigmund silvia silvio simon simone sofie solomon \
    sonia sophia sophie spencer stacey stacy stan stanislav stanley stefan stefano stella stephan \
    stephane stephanie stephen steve steven stewart stuart sue suleiman sunil suresh susan susanna \
    susanne suzanne sven svetlana sylvia takeshi tamara tammy tanya tara tariq tatiana taylor ted \
    terence teresa terrence terri terry thelma theo theodore theresa therese thierry thomas tiffany \
    tim timothy tina tobias todd tom tomas tommy toni tony tracey tracy travis trevor tricia \
    tyler tyrone ulrich umar ursula vadim valentina valerie vanessa vera vernon veronica vicki \
    vicky victor vijay vikram viktor vince vincent vincenzo viola vitaly vivian vladimir wade \
    walter wanda warren wayne wendell wendy werner wesley whitney wilbur wilfred wilhelm willem \
    william willie wilma wilson winston wolfgang woody xavier yann yasser yasuo yolanda yuri \
    yusuf yves yvette yvonne zachary zoe
    """
}
