import DatelineAnalysis
import DatelineIndex

/// The very form in which a word was typed, which counts more than others of its stem: `Gates` more
/// than `gate`, `US` more than `us`.
///
/// Words typed in small letters may have any letter case in the text, words typed with a capital need
/// one. Accents that were typed are needed, others are not looked at.
struct PreferredForm: Hashable {
  /// Tokens of an article's text, and of its title, that are looked at.
  static let window = ChampionList.window

  private struct Word: Hashable {
    /// Of the folded token.
    var hash: UInt64
    /// As typed, capitals made small in ASCII.
    var small: [UInt8]
    var hasAccent: Bool
    var capitals: Capitals

    /// Whether a token whose folded form is the same is written as wanted.
    @inline(__always)
    func isForm(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
      if hasAccent, !bytes.lazy.map(PreferredForm.small).elementsEqual(small) { return false }
      switch capitals {
      case .any: return true
      case .first: return bytes.first.map(PreferredForm.isUpper) ?? false
      case .all: return !bytes.contains(where: PreferredForm.isLower)
      }
    }
  }

  private enum Capitals: Hashable {
    case any
    case first
    case all
  }

  private let words: [Word]

  /// - Parameter isCased: whether capitals in the text typed mean something: not where everything was
  ///   typed in capitals, or every word with one, like a headline.
  init?(_ text: String, isCased: Bool) {
    var words: [Word] = []
    var tokens = TokenBuffer()
    var copy = text
    copy.withUTF8 { bytes in
      tokens.fill(from: bytes)
      tokens.withSpans { spans in
        for span in spans {
          let typed = bytes[Int(span.start)..<Int(span.end)]
          var (uppers, lowers) = (0, 0)
          var hasAccent = false
          var small: [UInt8] = []
          small.reserveCapacity(typed.count)
          for byte in typed {
            if Self.isUpper(byte) { uppers += 1 }
            if Self.isLower(byte) { lowers += 1 }
            if byte >= 0x80 { hasAccent = true }
            small.append(Self.small(byte))
          }
          let isFirst = typed.first.map(Self.isUpper) ?? false
          let isAll = uppers > 1 && lowers == 0
          words.append(
            Word(
              hash: span.hash, small: small, hasAccent: hasAccent,
              capitals: !isCased ? .any : isAll ? .all : isFirst ? .first : .any))
        }
      }
    }
    if words.isEmpty { return nil }
    self.words = words
  }

  /// Number of tokens.
  var count: Int { words.count }

  /// What the first token hashes to, folded.
  var firstHash: UInt64 { words[0].hash }

  /// Whether the tokens of a text that begin at one of them stand in this form.
  @inline(__always)
  func stands(
    at index: Int, of spans: UnsafeBufferPointer<TokenSpan>, in text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard index + words.count <= spans.count else { return false }
    for (offset, word) in words.enumerated() {
      let span = spans[index + offset]
      guard span.hash == word.hash,
        word.isForm(UnsafeBufferPointer(rebasing: text[Int(span.start)..<Int(span.end)]))
      else { return false }
    }
    return true
  }

  /// Whether a single token stands in this form.
  func isForm(_ written: [UInt8]) -> Bool {
    var tokens = TokenBuffer()
    return written.withUnsafeBufferPointer { bytes in
      tokens.fill(from: bytes)
      return tokens.withSpans { words.count == $0.count && stands(at: 0, of: $0, in: bytes) }
    }
  }

  @inline(__always)
  fileprivate static func isUpper(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
  @inline(__always)
  fileprivate static func isLower(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
  @inline(__always)
  fileprivate static func small(_ byte: UInt8) -> UInt8 { isUpper(byte) ? byte | 0x20 : byte }
}
