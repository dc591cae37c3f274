/// `dateline help queries`: the query language on one screen.
enum QueryHelp {
  static let text = """
    QUERIES

    Every text has a reading and an answer; --explain prints the reading.

      storm warning          articles with both words first, then those with one
                             (--match all: only both; --match any: ranked together)
      "storm warning"        these words in this order
      "storm warn*"          the last word may go on
      "storm harbour"~5      near each other, in any order, 5 words between at most
      NEAR(storm "new harbour", 5)
                             the same with phrases; without a number 10 words
      harbour*               words that begin so
      storm~                 the word or one a letter or two away; storm~1 one letter
      =Gates  ="Rate Cut"    as written: no other forms, letter case counts; exact: too
      +storm harbour         storm is needed, harbour ranks
      storm -rain            without rain; NOT rain and !rain are the same
      storm AND (flood OR rain)
                             operators are capitals; OR binds least, then AND;
                             flood|rain is (flood OR rain)

    Parts of the article
      title:storm            in the headline
      body:storm             in the text
      lead:storm             in the first 60 words of the text
      title:(storm flood)    brackets and phrases work too

    Entities, however they are named
      entity:nato            also person:, org: and place:

    Filters
      source:"Harbour Wire"  the outlet, or words of its name; two are alternatives
      section:world  language:en  language:german
      published:2016  published:2016-05..2017  published:2016-2017
      before:2016            before 2016 began
      after:2016-05          from May 2016 on
      Dates: 2016, 2016-05, 2016-05-04, 13/05/2016, "May 2016", "3 May 2016", today,
      yesterday, monday, last week, this month, last 30 days, 3 days ago, 30d, 2w, 6m,
      1y (UTC; weeks begin on Monday)
      -source:wire           filters can be negated

    Hyphens, apostrophes and dots do what one expects: NATO's, COVID-19, U.S., AT&T,
    O’Brien, well-being (a phrase), Israel-Hamas (two names). Accents need not be
    typed; 1000 finds 1,000, e-mail finds email and DACA finds D.A.C.A. Names of
    entities in capitals only (US, WHO) are words when typed in lower case.

    GRAMMAR
      query    = and { "OR" and }
      and      = sequence { "AND" sequence }
      sequence = { [ "NOT" | "-" | "!" | "+" ] atom }
      atom     = "(" query ")" | part ":" atom | name ":" value | near
               | '"' words [ "*" ] '"' | word [ "*" | "~" [ number ] ]
               | ( "=" | "exact:" ) ( word | '"' words '"' )
      near     = "NEAR(" { word | '"' words '"' } [ "," number ] ")"
               | '"' words '"~' number
      part     = "title" | "body" | "lead"
      name     = "entity" | "person" | "org" | "place" | "source" | "section"
               | "language" | "published" | "before" | "after"
      value    = word | '"' words '"' | date
    What has no meaning there is passed over: an operator without operands, a bracket
    or quote without its partner, punctuation alone.
    """
}
