import DatelineCore

/// Reads one line's words and marks in one pass over its UTF-8.
///
/// Invariant: the bytes are lent as long as the scanner is used, and the range lies within them.
struct LineScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let range: Range<Int>
  private var index: Int
  private var chunkHasWord = false
  private var wordCount = 0.0
  private var hasLower = false
  private var hasUpper = false
  private var lastWord: UInt64 = 0
  private var numbers: [(position: Int, value: Int, digits: Int)] = []
  private var monthPositions: [Int] = []
  private var position = 0

  private init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    self.bytes = bytes
    self.range = range
    index = range.lowerBound
  }

  static func scan(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, words: inout [UInt64]
  ) -> PageLine {
    var scanner = LineScanner(bytes, range)
    let firstWord = words.count
    scanner.run(&words)
    return scanner.line(words: words, wordRange: firstWord..<words.count)
  }

  private mutating func run(_ words: inout [UInt64]) {
    while index < range.upperBound {
      let byte = bytes[index]
      if byte == 0x20 {
        endChunk()
        index += 1
      } else if isWordByte(at: index) {
        word(&words)
      } else {
        mark(byte, &words)
      }
    }
    endChunk()
  }

  private mutating func endChunk() {
    if chunkHasWord { wordCount += 1 }
    chunkHasWord = false
  }

  private mutating func mark(_ byte: UInt8, _ words: inout [UInt64]) {
    switch byte {
    case UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "|"), UInt8(ascii: "("),
      UInt8(ascii: "@"), UInt8(ascii: "-"):
      // A hyphen is a word of its own only when it stands alone.
      let alone = index == range.lowerBound || bytes[index - 1] == 0x20
      if byte != UInt8(ascii: "-") || alone {
        words.append((WordHash.seed ^ UInt64(byte)) &* WordHash.prime)
      }
      index += 1
    case 0xE2 where index + 2 < range.upperBound:
      if bytes[index + 1] == 0x80, bytes[index + 2] == 0x93 || bytes[index + 2] == 0x94 {
        words.append(WordHash.of("–"))
        endChunk()
      }
      index += 3
    default: index += byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
    }
    position += 1
  }

  private mutating func word(_ words: inout [UInt64]) {
    var hash = WordHash.seed
    let start = index
    var digits = true
    var value = 0
    while index < range.upperBound {
      let byte = bytes[index]
      if byte == UInt8(ascii: "'"), index > start, isWordByte(at: index + 1) || endsWithS(index) {
        hash = (hash ^ UInt64(byte)) &* WordHash.prime
        index += 1
        continue
      }
      if isRightQuote(index), isWordByte(at: index + 3) {
        hash = (hash ^ UInt64(UInt8(ascii: "'"))) &* WordHash.prime
        index += 3
        continue
      }
      guard isWordByte(at: index) else { break }
      if UnspacedScript.isLetter(bytes, index, upTo: range.upperBound) {
        if index > start { break }
        wordCount += 0.5
        repeat {
          for offset in 0..<3 { hash = (hash ^ UInt64(bytes[index + offset])) &* WordHash.prime }
          index += 3
        } while UnspacedScript.isMark(bytes, index, upTo: range.upperBound)
        finish(hash, &words)
        return
      }
      var folded = byte
      if byte >= 0x41 && byte <= 0x5A {
        hasUpper = true
        folded = byte | 0x20
        digits = false
      } else if byte >= 0x61 {
        if byte <= 0x7A { hasLower = true }
        digits = false
        // Capitals of Latin-1: U+00C0 to U+00DE are C3 80 to C3 9E.
        if index > start, bytes[index - 1] == 0xC3, byte >= 0x80 {
          if byte <= 0x9E { folded = byte | 0x20 } else { hasLower = true }
        }
      } else if value < 100_000 {
        value = value * 10 + Int(byte) - 48
      }
      hash = (hash ^ UInt64(folded)) &* WordHash.prime
      index += 1
    }
    chunkHasWord = true
    if digits { numbers.append((position, value, index - start)) }
    finish(hash, &words)
  }

  private mutating func finish(_ hash: UInt64, _ words: inout [UInt64]) {
    if FurnitureLexicon.monthNames.contains(hash) { monthPositions.append(position) }
    words.append(hash)
    lastWord = hash
    position += 1
  }

  /// Letters and digits of ASCII, and all other characters but the punctuation of Latin-1
  /// (U+0080 to U+00BF), general punctuation (U+2000 to U+206F) and CJK punctuation (U+3000 to
  /// U+303F).
  private func isWordByte(at index: Int) -> Bool {
    guard index < range.upperBound else { return false }
    let byte = bytes[index]
    if byte < 0x80 {
      let lower = byte | 0x20
      return (lower >= 0x61 && lower <= 0x7A) || (byte >= 0x30 && byte <= 0x39)
    }
    switch byte {
    case 0xC2: return false
    case 0xE2: return index + 1 >= range.upperBound || !(0x80...0x81).contains(bytes[index + 1])
    case 0xE3: return index + 1 >= range.upperBound || bytes[index + 1] != 0x80
    default: return true
    }
  }

  private func isRightQuote(_ index: Int) -> Bool {
    index + 2 < range.upperBound && bytes[index] == 0xE2 && bytes[index + 1] == 0x80
      && bytes[index + 2] == 0x99
  }

  /// The plural possessive (`editors'`).
  private func endsWithS(_ index: Int) -> Bool { bytes[index - 1] | 0x20 == UInt8(ascii: "s") }

  private func line(words: [UInt64], wordRange: Range<Int>) -> PageLine {
    let slice = UnsafeBufferPointer(rebasing: bytes[range])
    let first = FirstCharacter(slice)
    let terminated =
      Sentence.isTerminated(slice) || (Sentence.endsWithColon(slice) && wordCount >= 4)
    let byline = isByline(words[wordRange], terminated)
    let meanings = FurnitureLexicon.table.meanings(in: words[wordRange])
    let isLegal = slice.starts(with: "©".utf8) || slice.starts(with: "(c) 20".utf8)
    let endsWithMark = endsOpen(slice)
    let openEnd =
      endsWithMark || (!terminated && FurnitureLexicon.openEnds.contains(lastWord))
    let handle = WordHash.of("@")
    let isPostAuthor =
      first.isDash && words[wordRange].contains(handle) && slice.contains(UInt8(ascii: "("))
    let startsWithQuote = first.isMark && QuotedStart.matches(slice)
    return PageLine(
      range: range, wordRange: wordRange,
      hash: ContentHash.short(slice), words: wordCount,
      isTerminated: terminated && !byline, startsLower: first.isLower,
      startsWithMark: (first.isMark && !startsWithQuote) || (first.isDash && slice.count > 3),
      startsWithQuote: startsWithQuote,
      startsWithBullet: first.isBullet, isOpenEnded: openEnd,
      endsWithMark: endsWithMark, isCapitals: hasUpper && !hasLower,
      meanings: isLegal || hasMailAddress(slice) ? meanings.union(.callToAction) : meanings,
      isByline: byline, isDateLine: isDateLine(slice),
      isPostAuthor: isPostAuthor,
      isAdvertisement: wordRange.count == 1 && Self.advertisements.contains(lastWord))
  }

  private static let advertisements = WordSet(
    text: """
      advertisement advertising ad anzeige werbung publicité publicidad pubblicità publicidade \
      reklama advertentie reklam
      """)

  private func isByline(_ words: ArraySlice<UInt64>, _ terminated: Bool) -> Bool {
    // "By Ada Marsh | March 1, 2023 9:30 a.m." is no sentence.
    guard let start = words.first, FurnitureLexicon.bylineStarts.contains(start),
      !terminated || (endsWithTime && isDateLine(UnsafeBufferPointer(rebasing: bytes[range]))),
      wordCount <= 14
    else { return false }
    if words.count == 1 { return true }
    // A name follows: `by` and a small letter is a piece of a sentence.
    var next = range.lowerBound
    while next < range.upperBound, bytes[next] != 0x20 { next += 1 }
    guard next + 1 < range.upperBound else { return true }
    let byte = bytes[next + 1]
    return !(byte >= 0x61 && byte <= 0x7A) && !(byte >= 0x30 && byte <= 0x39)
  }

  private var endsWithTime: Bool {
    let end = bytes[range].suffix(4)
    return !numbers.isEmpty && (end.elementsEqual("a.m.".utf8) || end.elementsEqual("p.m.".utf8))
  }

  /// Most numbers of a line with a date; those with more are data. They are compared with each other.
  private static let mostNumbers = 40

  /// A short line with a date, a time of day or an age ("3 hours ago").
  private func isDateLine(_ slice: UnsafeBufferPointer<UInt8>) -> Bool {
    guard wordCount <= 14, !numbers.isEmpty, numbers.count <= Self.mostNumbers else {
      return false
    }
    for month in monthPositions {
      for number in numbers where number.digits <= 2 && abs(number.position - month) <= 2 {
        return true
      }
    }
    for (first, second) in zip(numbers, numbers.dropFirst())
    where second.position == first.position + 2 {
      // 9:30, 12/07/2016, 2016-07-12; in "$4.7 trillion for 2020" the year stands apart.
      let third = numbers.first { $0.position > second.position }
      if let third, third.position == second.position + 2, second.digits <= 2,
        first.digits == 4 && first.value >= 1900 && third.digits <= 2
          || first.digits <= 2 && third.digits == 4
      {
        return true
      }
      if first.digits <= 2, second.digits == 2, first.value < 24, wordCount <= 8,
        slice.contains(UInt8(ascii: ":"))
      {
        return true
      }
    }
    return false
  }

  private func endsOpen(_ slice: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let last = slice.last else { return false }
    switch last {
    case UInt8(ascii: ","), UInt8(ascii: "("), UInt8(ascii: "-"): return true
    case 0x93, 0x94: return slice.count >= 3 && slice[slice.count - 2] == 0x80
    default: return false
    }
  }

  /// `name@host.tld`
  private func hasMailAddress(_ slice: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let at = slice.firstIndex(of: UInt8(ascii: "@")), at > 0, slice[at - 1] != 0x20,
      slice[at - 1] != UInt8(ascii: "(")
    else { return false }
    let host = slice[(at + 1)...].prefix { $0 != 0x20 }
    return host.dropLast().contains(UInt8(ascii: "."))
  }
}

/// Class of a line's first character.
struct FirstCharacter {
  var isLower = false
  var isMark = false
  var isDash = false
  var isBullet = false

  init(_ line: UnsafeBufferPointer<UInt8>) {
    guard let byte = line.first else { return }
    let second = line.count > 1 ? line[1] : 0
    let third = line.count > 2 ? line[2] : 0
    switch byte {
    case 0x61...0x7A: isLower = true
    case UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: ":"),
      UInt8(ascii: ")"), UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "'"):
      isMark = true
    case UInt8(ascii: "-"): isDash = true
    case UInt8(ascii: "["), UInt8(ascii: "("), UInt8(ascii: "|"), UInt8(ascii: "*"):
      isBullet = true
    case 0xC3: isLower = second >= 0x9F && second != 0xB7
    case 0xD0: isLower = second >= 0xB0
    case 0xD1: isLower = second <= 0x9F
    case 0xC2: isBullet = second == 0xBB
    case 0xE2:
      switch (second, third) {
      case (0x80, 0x99), (0x80, 0xA6): isMark = true
      case (0x80, 0x93), (0x80, 0x94): isDash = true
      case (0x80, 0xA2), (0x96, _), (0x97, _), (0x86, _): isBullet = true
      default: break
      }
    default: break
    }
  }
}

/// Lines that begin with a single straight quotation mark that opens a quotation: 'Amnesty' fight goes on.
enum QuotedStart {
  /// Whether a line is one; with endings and clitics (`'s report`, `'ll see`) it continues a word instead. Linear.
  static func matches(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    guard line.count > 2, line[0] == UInt8(ascii: "'") else { return false }
    let next = line[1]
    if (0x41...0x5A).contains(next) { return true }
    // '71 may be a year, or a film.
    if (0x30...0x39).contains(next) { return line[2...].contains(UInt8(ascii: "'")) }
    guard (0x61...0x7A).contains(next) else { return false }
    let word = line[1...].prefix { (0x61...0x7A).contains($0) }
    if clitics.contains(where: { word.elementsEqual($0.utf8) }) { return false }
    return line[(1 + word.count)...].contains(UInt8(ascii: "'"))
  }

  private static let clitics = ["s", "t", "d", "m", "re", "ve", "ll"]
}
