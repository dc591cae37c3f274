/// Finds where a JSON value ends by counting brackets outside strings, over bytes that arrive in
/// pieces. It checks nothing else; that is the parser's work.
struct ElementScanner {
  enum Outcome: Equatable {
    /// The value ends before this position.
    case end(Int)
    /// A closing bracket at this position does not fit the open one.
    case mismatch(Int)
    /// The value goes on behind the bytes given.
    case needsMore
  }

  /// Where scanning goes on.
  private(set) var position: Int
  /// True when a string held a line break, which JSON does not allow: a quotation mark is
  /// probably missing.
  private(set) var hasLineBreakInString = false

  /// True inside a number or a literal, which end with the bytes.
  private(set) var isInScalar = false

  private var depth = 0
  private var isInString = false
  /// Depth to which the kinds of brackets are compared; deeper ones are only counted.
  private static let rememberedDepth = 64
  /// Kinds of the open brackets, the innermost in the lowest bit; 1 stands for an object.
  private var kinds: UInt64 = 0

  /// A scanner for the value that starts at `position` (not on a space).
  init(from position: Int) { self.position = position }

  /// Moves with a window whose first `count` bytes were dropped.
  mutating func rebase(by count: Int) { position -= count }

  /// Scans on. `bytes` are those of earlier calls and more.
  mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) -> Outcome {
    while position < bytes.count {
      if isInString {
        skipString(bytes)
        if isInString { return .needsMore }
        if depth == 0 { return .end(position) }
        continue
      }
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "\""):
        if isInScalar { return .end(position) }
        isInString = true
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        if isInScalar { return .end(position) }
        depth += 1
        if depth <= Self.rememberedDepth {
          kinds = kinds << 1 | (byte == UInt8(ascii: "{") ? 1 : 0)
        }
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if isInScalar { return .end(position) }
        let isObject: UInt64 = byte == UInt8(ascii: "}") ? 1 : 0
        if depth == 0 { return .mismatch(position) }
        if depth <= Self.rememberedDepth {
          if kinds & 1 != isObject { return .mismatch(position) }
          kinds >>= 1
        }
        depth -= 1
        if depth == 0 {
          position += 1
          return .end(position)
        }
      case UInt8(ascii: ","), UInt8(ascii: ":"), 0x20, 0x09, 0x0A, 0x0D:
        if depth == 0 { return .end(position) }
      default:
        if depth == 0 { isInScalar = true }
      }
      position += 1
    }
    return .needsMore
  }

  /// Moves behind the string's closing quotation mark, or to the end of the bytes. A backslash
  /// that is the last byte is left for the next call.
  private mutating func skipString(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let base = bytes.baseAddress else { return }
    // Invariant: words of eight bytes are read only where all eight lie within the bytes.
    let raw = UnsafeRawPointer(base)
    let count = bytes.count
    var index = position
    while index < count {
      while index + 8 <= count
        && !Self.mayHoldSpecial(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      {
        index += 8
      }
      guard index < count else { break }
      switch base[index] {
      case UInt8(ascii: "\""):
        isInString = false
        position = index + 1
        return
      case UInt8(ascii: "\\"):
        if index + 1 == count {
          position = index
          return
        }
        index += 2
      case 0x0A:
        hasLineBreakInString = true
        index += 1
      default:
        index += 1
      }
    }
    position = index
  }

  /// True when one of the eight bytes is a quotation mark, a backslash or below 0x20; the classic
  /// test for a zero byte in a word, with rare false alarms behind a true one.
  private static func mayHoldSpecial(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    let quote = word ^ (ones &* 0x22)
    let backslash = word ^ (ones &* 0x5C)
    let found =
      ((quote &- ones) & ~quote) | ((backslash &- ones) & ~backslash)
      | ((word &- (ones &* 0x20)) & ~word)
    return found & highs != 0
  }
}
