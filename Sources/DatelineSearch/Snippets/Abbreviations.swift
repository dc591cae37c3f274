/// Words whose full stop does not end a sentence, or not always. All in small letters.
enum Abbreviations {
  /// Titles: a name follows, so the sentence goes on.
  static let titles = words(
    """
    mr mrs ms mx dr prof gen col lt maj brig sgt cpl pvt capt cmdr adm rev hon sen rep gov pres supt
    insp det amb msgr st mme mlle hr fr sra srta drs messrs vs cf
    """)

  /// Words before numbers, and months.
  static let beforeNumbers = words(
    """
    no nos nr vol pp ch fig figs art arts sec para ca approx jan feb mar apr jun jul aug sep sept oct
    nov dec
    """)

  /// Words that end a sentence only if what follows is clearly a beginning.
  static let ambiguous = words(
    "inc corp ltd co cos bros plc llc jr sr etc al dept univ assn ave blvd rd mt ft est ret ed eds vol"
  )

  /// Words that begin a sentence when they have a capital behind an abbreviation; names rarely do.
  static let starters = words(
    """
    the a an in on at he she it they we i you his her its their our my your this that these those
    there here but and or nor so yet for from with without by to of as if when while where after
    before since until because although though however meanwhile still then now once most many much
    some all any no not one two three both each every another other several such what who why how
    which during under over about against between among despite also only even just last next
    earlier later
    """)

  /// What follows a day's number with a full stop in German: the sentence goes on.
  static let germanMonths = words(
    """
    januar februar märz april mai juni juli august september oktober november dezember jahrhundert
    """)

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
