/// Tells plain English by its commonest words, so that most texts need no look by CLD2.
enum EnglishWords {
  /// Words of text below which nothing is said.
  private static let fewest = 40
  /// Words of text from which on the words count that English shares with other languages.
  private static let many = 96

  /// True when at least a fifth of the words are the commonest of English alone, "the" among them twice;
  /// no other language's texts are like that. One pass over the bytes.
  ///
  /// News of markets is full of names and numbers. In a text that is long enough, and has next to no
  /// words of other languages and few characters outside ASCII, "the" once and an eighth will do if
  /// words that English shares with others make it a fifth.
  static func fill(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count < WordCounts.longest else { return false }
    let counts = WordCounts(text)
    let own = counts.the + counts.english
    guard counts.words >= fewest, counts.the >= 1 else { return false }
    if counts.the >= 2, own * 5 >= counts.words { return true }
    return counts.words >= many && own * 8 >= counts.words
      && (own + counts.shared) * 5 >= counts.words && counts.foreign * 64 <= counts.words
      && counts.wideBytes * 8 < text.count
  }

  /// In order of frequency in English news, without those that other languages write too; "the" is
  /// counted apart.
  static let english = """
    to of and that for with said he on his by at from have has it be not but are this they who its \
    had been or will were an more she her
    """

  /// Common words of English that other languages write too, or that are less common.
  static let shared = """
    a in is was as i we us all no so do over last most can may than when year into some them then \
    what up out you if one new two our your any did
    """

  /// The commonest words of other languages in Latin script, of which English has none.
  static let foreign = """
    der das und ist ich von ein auf nach des les et que qui une dans del de la el il che di het een \
    van voor niet op och att som og det til jest nie się na że ja ei egy hogy nem ve bir bu je \
    se si din yang ini itu ang ng sa mga ya kwa le agus
    """
}
