/// Author names in a byline as written.
enum AuthorLine {
  /// The names in a byline, in order: "By Ada Marsh and Joe Bloggs, Harbour Wire" gives "Ada Marsh"
  /// and "Joe Bloggs".
  ///
  /// Lists of names have semicolons between them; what stands behind one and is no name (an outlet,
  /// "editing by …") is left out. Of very long bylines only the beginning is read.
  static func names(_ text: String) -> [String] {
    if let names = plainNames(text) { return names }
    guard text.utf8.count > longestLine else { return takenApart(text) }
    let names = takenApart(String(decoding: text.utf8.prefix(longestLine), as: UTF8.self))
    // The last of several may be cut off.
    return names.count > 1 ? names.dropLast() : names
  }

  /// Bytes of a byline that are read: what taking it apart costs grows with the square of them.
  private static let longestLine = 1_024

  /// The names of a text that is nothing but names in ASCII letters with a comma and a space between
  /// them, so that there is nothing to take apart; `nil` for any other text. A name has one to four
  /// words, each a capital with small letters or with a full stop ("Ada K. Marsh-Bloggs").
  ///
  /// Most bylines of dumps with fields are like that; taking one apart costs as much as tokenising a
  /// page.
  static func plainNames(_ text: String) -> [String]? {
    var text = text
    return text.withUTF8 { bytes in
      guard bytes.count <= 400 else { return nil }
      var names: [String] = []
      var start = 0
      while true {
        var end = start
        while end < bytes.count, bytes[end] != UInt8(ascii: ",") { end += 1 }
        // Behind the first one, what is no person's name ends the list.
        guard isPlainName(bytes[start..<end], isFirst: names.isEmpty) else { return nil }
        let name = String(decoding: bytes[start..<end], as: UTF8.self)
        if !names.contains(name) { names.append(name) }
        if end == bytes.count { return names }
        guard end + 2 < bytes.count, bytes[end + 1] == UInt8(ascii: " ") else { return nil }
        start = end + 2
      }
    }
  }

  private static func isPlainName(
    _ bytes: Slice<UnsafeBufferPointer<UInt8>>, isFirst: Bool
  ) -> Bool {
    var words = 0
    var start = bytes.startIndex
    while start < bytes.endIndex {
      var end = start
      while end < bytes.endIndex, bytes[end] != UInt8(ascii: " ") { end += 1 }
      words += 1
      let isLast = end == bytes.endIndex
      guard isPlainWord(bytes[start..<end], isLast: isLast) else { return false }
      if !isFirst, isOutletWord(UnsafeBufferPointer(rebasing: bytes[start..<end])) { return false }
      if isLast { break }
      start = end + 1
      if start == bytes.endIndex { return false }
    }
    return (isFirst ? 1...4 : 2...4).contains(words)
  }

  private static func isPlainWord(
    _ word: Slice<UnsafeBufferPointer<UInt8>>, isLast: Bool
  ) -> Bool {
    guard let first = word.first, (0x41...0x5A).contains(first) else { return false }
    let rest = word.dropFirst()
    if rest.count == 1, rest.first == UInt8(ascii: ".") { return !isLast }
    if rest.isEmpty { return false }
    for (index, byte) in zip(rest.indices, rest) {
      let isJoined =
        (byte == UInt8(ascii: "-") || byte == UInt8(ascii: "'"))
        && index > rest.startIndex && index < rest.endIndex - 1
        && (0x41...0x5A).contains(word[index + 1]) && word[index - 1] != UInt8(ascii: "-")
      let isCapital =
        (0x41...0x5A).contains(byte) && index > rest.startIndex
        && (word[index - 1] == UInt8(ascii: "-") || word[index - 1] == UInt8(ascii: "'"))
      guard (0x61...0x7A).contains(byte) || isJoined || isCapital else { return false }
    }
    return word.count > 9 || !noNames.contains(String(decoding: word, as: UTF8.self))
  }

  /// The names in a line of a page: without an office or a day behind them that no comma sets off ("Ada
  /// Marsh Staff Writer", "Ada Marsh on Monday").
  static func namesOfPage(_ line: String) -> [String] {
    names(line).map { name in
      var words = name.split(separator: " ")
      if let on = words.lastIndex(of: "on"), on >= 2 { words.removeSubrange(on...) }
      while words.count > 2, let last = words.last, outletWords.contains(last.lowercased()) {
        words.removeLast()
      }
      return words.joined(separator: " ")
    }
  }

  /// Words that introduce a name or end it.
  private static let noNames: Set<String> = [
    "By", "Von", "Par", "Por", "Door", "Di", "Updated", "Published", "Posted", "Last",
  ]

  /// The names in a byline of any form, see ``names(_:)``.
  static func takenApart(_ text: String) -> [String] {
    var names: [String] = []
    var text = text
    text.withUTF8 { bytes in
      for (index, part) in bytes.parts(separatedBy: UInt8(ascii: ";")).enumerated() {
        var line = TextNormalizer.line(part.string)
        line.withUTF8 { line in
          if index > 0 {
            guard let first = commaParts(line).first, isName(first),
              line.position(of: " by ") == nil
            else { return }
          }
          addNames(of: line, to: &names)
        }
      }
    }
    return names
  }

  private static func addNames(of line: Bytes, to names: inout [String]) {
    func add(_ part: Bytes) {
      var name = part.trimmingStart { $0 == space }
      if name.holds("and ") || name.holds("und ") { name = name.part(4..<name.count) }
      name = name.trimmingEnd { $0 == space }
      if name.isEmpty { return }
      let text = name.string
      if !names.contains(text) { names.append(text) }
    }
    list(line).withUnsafeBufferPointer { list in
      for part in commaParts(list) {
        var rest = part
        while let conjunction = conjunction(in: rest) {
          add(rest.part(0..<conjunction.lowerBound))
          rest = rest.part(conjunction.upperBound..<rest.count)
        }
        add(rest)
      }
    }
  }

  /// "By Ada Marsh and Joe Bloggs, Harbour Wire" gives "Ada Marsh and Joe Bloggs": without the
  /// introducing word, agency, place, office and date. `nil` when nothing is left.
  static func normalize(_ text: String) -> String? {
    var line = TextNormalizer.line(text)
    let list = line.withUTF8(list)
    return list.isEmpty ? nil : String(decoding: list, as: UTF8.self)
  }

  /// ``normalize(_:)`` of a line that ``TextNormalizer/line(_:)`` gave.
  private static func list(_ line: Bytes) -> [UInt8] {
    var line = dropIntroduction(line.trimmingEnd { $0 == UInt8(ascii: ":") || $0 == space })
    line = cut(line, at: ["|", "•", "·", ";", " @", " – ", " — ", " - ", "--", "(", "<"])
    line = cut(line, at: [" for ", " in ", " at ", " Updated", " Published", " Posted", " Last "])
    var authors: [UInt8] = []
    var isListComplete = false
    for part in commaParts(line) {
      let name = part.trimmingStart { $0 == space }
      if name.isEmpty { continue }
      if !authors.isEmpty {
        if isListComplete || !isName(name) { break }
        authors.append(contentsOf: [UInt8(ascii: ","), space])
      }
      authors.append(contentsOf: name)
      // After "A and B" nobody follows but the outlet.
      isListComplete = conjunction(in: name) != nil || conjunctionLength(name, at: 0) != nil
    }
    while let last = authors.last, " .:,".utf8.contains(last),
      !authors.withUnsafeBufferPointer(endsWithInitial)
    {
      authors.removeLast()
    }
    return authors
  }

  private typealias Bytes = UnsafeBufferPointer<UInt8>
  private static let space = UInt8(ascii: " ")

  /// The parts between commas; "Jr." and the like belong to the name before them.
  private static func commaParts(_ line: Bytes) -> [Bytes] {
    var parts: [Range<Int>] = []
    for part in line.split(separator: UInt8(ascii: ",")) {
      let range = part.startIndex..<part.endIndex
      if let last = parts.last, isNameEnding(line.part(range).trimmingStart { $0 == space }) {
        parts[parts.count - 1] = last.lowerBound..<range.upperBound
      } else {
        parts.append(range)
      }
    }
    return parts.map(line.part)
  }

  /// Whether a word is "Jr." or the like, whatever its case and wherever it has full stops.
  private static func isNameEnding(_ word: Bytes) -> Bool {
    var letters: UInt32 = 0
    for byte in word where byte != UInt8(ascii: ".") {
      if letters >> 16 != 0 { return false }
      letters = letters << 8 | UInt32(byte &- 0x41 < 26 ? byte | 0x20 : byte)
    }
    return nameEndings.contains(letters)
  }

  private static let nameEndings: [UInt32] = ["jr", "sr", "ii", "iii", "iv", "phd", "md", "esq"].map
  {
    $0.utf8.reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// Where the first conjunction stands, with the spaces on both sides.
  private static func conjunction(in text: Bytes) -> Range<Int>? {
    for index in 0..<text.count where text[index] == space {
      if let length = conjunctionLength(text, at: index + 1) { return index..<index + 1 + length }
    }
    return nil
  }

  /// Length of the conjunction at `position` with the space behind it; `nil` when there is none.
  private static func conjunctionLength(_ text: Bytes, at position: Int) -> Int? {
    for word in conjunctions where text.holds(word, at: position) { return word.utf8CodeUnitCount }
    return nil
  }

  private static let conjunctions: [StaticString] = [
    "and ", "AND ", "und ", "et ", "y ", "e ", "i ", "en ", "ve ", "& ",
  ]

  private static let introductions: [StaticString] = [
    "story by ", "written by ", "reporting by ", "reported by ", "report by ", "words by ", "by: ",
    "by ", "von ", "par ", "por ", "door ", "di ", "author: ", "authors: ", "autor: ", "auteur: ",
  ]

  private static func dropIntroduction(_ line: Bytes) -> Bytes {
    for words in introductions {
      // The line may be nothing but the words; it does not end with a space then.
      let length = words.utf8CodeUnitCount
      if line.count == length - 1, isIntroduction(line, words) { return line.part(0..<0) }
    }
    for words in introductions where line.holds(words, isFolded: true) {
      return line.part(words.utf8CodeUnitCount..<line.count)
        .trimmingStart { $0 == space || $0 == UInt8(ascii: ":") }
    }
    return line
  }

  private static func isIntroduction(_ line: Bytes, _ words: StaticString) -> Bool {
    (Array(line) + [space]).withUnsafeBufferPointer { $0.holds(words, isFolded: true) }
  }

  /// The line before the first of the marks; one that the line begins with does not count.
  private static func cut(_ line: Bytes, at marks: [StaticString]) -> Bytes {
    var end = line.count
    for mark in marks {
      if let found = line.position(of: mark), found > 0 { end = min(end, found) }
    }
    return line.part(0..<end)
  }

  /// Two to five words with capitals, none of an outlet or an office.
  private static func isName(_ part: Bytes) -> Bool {
    let words = part.parts(separatedBy: space)
    guard (2...7).contains(words.count) else { return false }
    for word in words where isOutletWord(word) || hasNumber(word) { return false }
    return isCapitalized(words[0]) || part.holds("and ")
  }

  private static func hasNumber(_ word: Bytes) -> Bool {
    word.contains { (0x30...0x39).contains($0) }
      || word.isWide && word.string.contains(where: \.isNumber)
  }

  private static func isCapitalized(_ word: Bytes) -> Bool {
    guard let first = word.first else { return false }
    return first < 0x80 ? first &- 0x41 < 26 : word.string.first?.isUppercase == true
  }

  private static func isOutletWord(_ word: Bytes) -> Bool {
    outletWords.contains(word.string.lowercased())
  }

  private static let outletWords: Set<String> = Set(
    """
    wire news times press reuters ap afp bloomberg staff correspondent writer reporter reporters \
    editor globe post journal agency bbc cnn associated tribune herald gazette chronicle service \
    magazine media daily bureau columnist contributor today network observer guardian telegraph \
    independent producer chief senior political foreign special new-york washington london dpa efe
    """.split(separator: " ").map(String.init))

  /// "Sammy Davis Jr." and "J. K." keep their full stop.
  private static func endsWithInitial(_ author: Bytes) -> Bool {
    guard author.last == UInt8(ascii: "."), let word = author.parts(separatedBy: space).last else {
      return false
    }
    return (word.isWide ? word.string.count : word.count) <= 3 && isCapitalized(word)
  }
}
