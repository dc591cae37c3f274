/// Headlines that stand in the text: taken from it when the field is missing, removed from it when
/// they are there twice.
enum LeadTitle {
  /// Longest first line, in bytes, that can be a headline.
  private static let longest = 160
  /// Length, in characters, to which a sentence is cut that serves as headline.
  private static let cutLength = 90

  /// A headline for `body` (normalised), and the body that is left: the first paragraph when it is
  /// short, ends without a full stop and text follows; else the first sentence, which stays.
  static func derive(from body: String) -> (title: String, body: String) {
    let (first, rest) = split(body)
    let ending = first.utf8.last
    let isSentence = ending == UInt8(ascii: ".") || ending == UInt8(ascii: ",")
    if !rest.isEmpty, first.utf8.count <= longest, !isSentence { return (String(first), rest) }
    return (cut(firstSentence(of: first)), body)
  }

  /// `body` without a first paragraph equal to `title` (case and punctuation apart).
  static func removeRepeated(_ title: String, from body: String) -> String {
    // Nearly all texts end here: what comes first is far longer than the headline.
    let most = title.utf8.count * 2 + 8
    let hasEarlyEnd = body.utf8.prefix(most + 1).contains(UInt8(ascii: "\n"))
    if !hasEarlyEnd, body.utf8.count > most { return body }
    let end = endOfFirstParagraph(body)
    let first = body[..<(end ?? body.endIndex)]
    guard first.utf8.count <= most, mayBeEqual(first, title), letters(first) == letters(title)
    else { return body }
    return end.map { String(body[body.utf8.index($0, offsetBy: 2)...]) } ?? ""
  }

  private static func split(_ body: String) -> (first: Substring, rest: String) {
    guard let end = endOfFirstParagraph(body) else { return (Substring(body), "") }
    return (body[..<end], String(body[body.utf8.index(end, offsetBy: 2)...]))
  }

  /// Where the blank line behind the first paragraph begins.
  private static func endOfFirstParagraph(_ body: String) -> String.Index? {
    let newline = UInt8(ascii: "\n")
    var rest = body.utf8[...]
    while let found = rest.firstIndex(of: newline) {
      rest = rest[rest.index(after: found)...]
      if rest.first == newline { return found }
    }
    return nil
  }

  /// Whether texts may have the same letters: false where letters of ASCII ahead of all others tell them apart.
  private static func mayBeEqual(_ left: Substring, _ right: String) -> Bool {
    zip(plainLetters(left.utf8), plainLetters(right.utf8)).allSatisfy { $0 == $1 }
  }

  /// Letters and digits, small, of the ASCII that a text begins with; without the last byte of that, to which a mark
  /// behind it may belong.
  private static func plainLetters(_ text: some Collection<UInt8>) -> [UInt8] {
    text.prefix { $0 < 0x80 }.dropLast().compactMap { byte in
      0x61...0x7A ~= byte | 0x20 ? byte | 0x20 : 0x30...0x39 ~= byte ? byte : nil
    }
  }

  private static func letters(_ text: some StringProtocol) -> String {
    text.lowercased().filter { $0.isLetter || $0.isNumber }
  }

  private static func firstSentence(of paragraph: Substring) -> Substring {
    var previous: Character = " "
    var position = 0
    var wordLength = 0
    for index in paragraph.indices.prefix(cutLength) {
      let character = paragraph[index]
      // Full stops after short words are mostly abbreviations (U.S., Mr., Gen.).
      if character == " ", position > 20, wordLength > 4,
        previous == "." || previous == "?" || previous == "!"
      {
        return paragraph[..<index]
      }
      wordLength = character == " " ? 0 : wordLength + 1
      previous = character
      position += 1
    }
    return paragraph
  }

  private static func cut(_ sentence: Substring) -> String {
    guard sentence.count > cutLength else { return String(sentence) }
    let head = sentence.prefix(cutLength)
    let word = head.lastIndex(of: " ").map { head[..<$0] } ?? head
    return word + "…"
  }
}
