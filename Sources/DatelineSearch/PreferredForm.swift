import DatelineAnalysis

/// The very form in which a word was typed, which counts more than others of its stem: `Gates` more
/// than `gate`, `US` more than `us`.
///
/// Words typed in small letters may have any letter case in the text, words typed with a capital need
/// one. Accents that were typed are needed, others are not looked at.
struct PreferredForm: Equatable {
  /// Tokens of an article's text that are looked at; the title is looked at whole.
  static let window = 300

  private struct Word: Equatable {
    var folded: [UInt8]
    /// As typed, capitals made small in ASCII.
    var small: [UInt8]
    var hasAccent: Bool
    var capitals: Capitals

    /// Whether a token whose folded form is the same is written as wanted.
    @inline(__always)
    func isForm(_ bytes: ArraySlice<UInt8>) -> Bool {
      if hasAccent, !bytes.lazy.map(PreferredForm.small).elementsEqual(small) { return false }
      switch capitals {
      case .any: return true
      case .first: return bytes.first.map(PreferredForm.isUpper) ?? false
      case .all: return !bytes.contains(where: PreferredForm.isLower)
      }
    }
  }

  private enum Capitals: Equatable {
    case any
    case first
    case all
  }

  private let words: [Word]

  /// - Parameter isCased: whether capitals in the text typed mean something: not where everything was
  ///   typed in capitals, or every word with one, like a headline.
  init?(_ text: String, isCased: Bool) {
    var words: [Word] = []
    var folded: [UInt8] = []
    var copy = text
    copy.withUTF8 { bytes in
      Tokenizer().forEachToken(in: bytes, folded: &folded) { token, start, end in
        let typed = bytes[start..<end]
        let letters = typed.filter { Self.isUpper($0) || Self.isLower($0) }
        let isFirst = typed.first.map(Self.isUpper) ?? false
        let isAll = letters.count > 1 && letters.allSatisfy(Self.isUpper)
        words.append(
          Word(
            folded: Array(token), small: typed.map(Self.small),
            hasAccent: typed.contains { $0 >= 0x80 },
            capitals: !isCased ? .any : isAll ? .all : isFirst ? .first : .any))
      }
    }
    if words.isEmpty { return nil }
    self.words = words
  }

  /// Number of tokens.
  var count: Int { words.count }

  /// Whether the tokens of a text that begin at one of them stand in this form.
  @inline(__always)
  func stands(in text: ScannedText, at index: Int) -> Bool {
    guard index + words.count <= text.count else { return false }
    for (offset, word) in words.enumerated() {
      guard text.hasFolded(word.folded, at: index + offset),
        word.isForm(text.bytes(at: index + offset))
      else { return false }
    }
    return true
  }

  /// Whether a single token stands in this form.
  func isForm(folded: [UInt8], _ written: [UInt8]) -> Bool {
    words.count == 1 && words[0].folded == folded && words[0].isForm(written[...])
  }

  @inline(__always)
  fileprivate static func isUpper(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
  @inline(__always)
  fileprivate static func isLower(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
  @inline(__always)
  fileprivate static func small(_ byte: UInt8) -> UInt8 { isUpper(byte) ? byte | 0x20 : byte }
}

/// The first tokens of a text, folded and as written.
struct ScannedText {
  private var text: [UInt8] = []
  private var folded: [UInt8] = []
  private var tokens: [(folded: Range<Int>, written: Range<Int>)] = []

  /// Cuts the first `limit` tokens off a text.
  /// - Complexity: O(bytes up to `limit` tokens of ordinary length).
  init(_ source: String, limit: Int, tokenizer: Tokenizer) {
    // A word and a space take 6 bytes on the average; 16 a token leave room for other scripts.
    text = Array(source.utf8.prefix(limit * 16))
    if text.count < source.utf8.count {
      // Not into a character.
      while let last = text.last, last & 0xC0 == 0x80 { text.removeLast() }
      if let last = text.last, last >= 0xC0 { text.removeLast() }
    }
    var scratch: [UInt8] = []
    text.withUnsafeBufferPointer { bytes in
      tokenizer.forEachToken(in: bytes, folded: &scratch) { token, start, end in
        if tokens.count == limit { return }
        let from = folded.count
        folded.append(contentsOf: token)
        tokens.append((from..<folded.count, start..<end))
      }
    }
  }

  var count: Int { tokens.count }

  @inline(__always)
  func hasFolded(_ word: [UInt8], at index: Int) -> Bool {
    let range = tokens[index].folded
    return range.count == word.count && folded[range].elementsEqual(word)
  }

  @inline(__always)
  func bytes(at index: Int) -> ArraySlice<UInt8> { text[tokens[index].written] }
}
