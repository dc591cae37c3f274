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
      if !isFirst,
        outletWords.contains(String(decoding: bytes[start..<end], as: UTF8.self).lowercased())
      {
        return false
      }
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

  /// Words that introduce a name or end it.
  private static let noNames: Set<String> = [
    "By", "Von", "Par", "Por", "Door", "Di", "Updated", "Published", "Posted", "Last",
  ]

  /// The names in a byline of any form, see ``names(_:)``.
  static func takenApart(_ text: String) -> [String] {
    var names: [String] = []
    for (index, part) in text.split(separator: ";").enumerated() {
      if index > 0 {
        let name = Substring(TextNormalizer.line(String(part)))
        guard isName(commaParts(name).first ?? ""), !name.contains(" by ") else { continue }
      }
      for name in listedNames(String(part)) where !names.contains(name) { names.append(name) }
    }
    return names
  }

  private static func listedNames(_ text: String) -> [String] {
    guard let line = normalize(text) else { return [] }
    var names: [String] = []
    for part in commaParts(line[...]) {
      var rest = Substring(part)
      while let (range, _) = conjunctions.compactMap({ mark in
        rest.firstRange(of: mark).map { ($0, mark) }
      }).min(by: { $0.0.lowerBound < $1.0.lowerBound }) {
        names.append(String(rest[..<range.lowerBound]))
        rest = rest[range.upperBound...]
      }
      names.append(String(rest))
    }
    return names.compactMap { name in
      var name = Substring(name).drop { $0 == " " }
      if name.hasPrefix("and ") || name.hasPrefix("und ") { name = name.dropFirst(4) }
      while name.last == " " { name.removeLast() }
      return name.isEmpty ? nil : String(name)
    }
  }

  /// "By Ada Marsh and Joe Bloggs, Harbour Wire" gives "Ada Marsh and Joe Bloggs": without the
  /// introducing word, agency, place, office and date. `nil` when nothing is left.
  static func normalize(_ text: String) -> String? {
    var line = Substring(TextNormalizer.line(text))
    while line.last == ":" || line.last == " " { line.removeLast() }
    line = dropIntroduction(line)
    line = cut(line, at: ["|", "•", "·", ";", " @", " – ", " — ", " - ", "--", "(", "<"])
    line = cut(line, at: [" for ", " in ", " at ", " Updated", " Published", " Posted", " Last "])
    var parts: [Substring] = []
    var isListComplete = false
    for part in commaParts(line) {
      let name = part.drop { $0 == " " }
      if name.isEmpty { continue }
      if !parts.isEmpty && (isListComplete || !isName(name)) { break }
      parts.append(name)
      // After "A and B" nobody follows but the outlet.
      isListComplete = conjunctions.contains { name.contains($0) || name.hasPrefix($0.dropFirst()) }
    }
    var author = parts.joined(separator: ", ")
    while let last = author.last, " .:,".contains(last), !endsWithInitial(author) {
      author.removeLast()
    }
    return author.isEmpty ? nil : author
  }

  /// The parts between commas; "Jr." and the like belong to the name before them.
  private static func commaParts(_ line: Substring) -> [Substring] {
    var parts: [Substring] = []
    for part in line.split(separator: ",") {
      let word = part.drop { $0 == " " }
      if let last = parts.last, nameEndings.contains(word.lowercased().filter { $0 != "." }) {
        parts[parts.count - 1] = line[last.startIndex..<part.endIndex]
      } else {
        parts.append(part)
      }
    }
    return parts
  }

  private static let nameEndings: Set<String> = [
    "jr", "sr", "ii", "iii", "iv", "phd", "md", "esq",
  ]

  private static let conjunctions = [
    " and ", " AND ", " und ", " et ", " y ", " e ", " i ", " en ", " ve ", " & ",
  ]

  private static let introductions = [
    "story by ", "written by ", "reporting by ", "reported by ", "report by ", "words by ", "by: ",
    "by ", "von ", "par ", "por ", "door ", "di ", "author: ", "authors: ", "autor: ", "auteur: ",
  ]

  private static func dropIntroduction(_ line: Substring) -> Substring {
    let lower = line.lowercased()
    if introductions.contains(lower + " ") { return "" }
    for word in introductions where lower.hasPrefix(word) {
      return line.dropFirst(word.count).drop { $0 == " " || $0 == ":" }
    }
    return line
  }

  private static func cut(_ line: Substring, at marks: [String]) -> Substring {
    var end = line.endIndex
    for mark in marks {
      if let range = line.firstRange(of: mark), range.lowerBound > line.startIndex {
        end = min(end, range.lowerBound)
      }
    }
    return line[..<end]
  }

  /// Two to five words with capitals, none of an outlet or an office.
  private static func isName(_ part: Substring) -> Bool {
    let words = part.split(separator: " ")
    guard (2...7).contains(words.count) else { return false }
    for word in words {
      if outletWords.contains(word.lowercased()) { return false }
      if word.contains(where: \.isNumber) { return false }
    }
    return words.first?.first?.isUppercase == true || part.hasPrefix("and ")
  }

  private static let outletWords: Set<String> = Set(
    """
    wire news times press reuters ap afp bloomberg staff correspondent writer reporter reporters \
    editor globe post journal agency bbc cnn associated tribune herald gazette chronicle service \
    magazine media daily bureau columnist contributor today network observer guardian telegraph \
    independent producer chief senior political foreign special new-york washington london dpa efe
    """.split(separator: " ").map(String.init))

  /// "Sammy Davis Jr." and "J. K." keep their full stop.
  private static func endsWithInitial(_ author: String) -> Bool {
    guard author.hasSuffix(".") else { return false }
    let last = author.split(separator: " ").last ?? ""
    return last.count <= 3 && last.first?.isUppercase == true
  }
}
