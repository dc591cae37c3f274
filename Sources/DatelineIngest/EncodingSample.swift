/// What is looked at of a text to tell its encoding: the pieces with bytes beyond ASCII, wherever they
/// come, and how many words are without.
///
/// Pieces are cut at bytes below `0`, which are part of a longer character in no encoding.
struct EncodingSample {
  /// Pieces with a space behind each.
  private(set) var pieces: [UInt8] = []
  /// Words of ASCII letters in the text that was looked through.
  private(set) var asciiWords = 0
  /// Bytes beyond ASCII in ``pieces``.
  private(set) var highBytes = 0

  /// Bytes of pieces that are enough to tell any encoding.
  private static let enough = 4_096
  private static let longestPiece = 1_024
  /// Bytes of a text that are looked through at once.
  private static let longestText = 1 << 20

  /// True when more would say no more.
  var isFull: Bool { pieces.count >= Self.enough }

  init() {}

  /// A sample of one text.
  init(_ bytes: UnsafeBufferPointer<UInt8>, skipsTags: Bool = false) {
    add(bytes, skipsTags: skipsTags)
  }

  /// Adds what a text says, without its tags if these are skipped. Linear in at most 1 MB.
  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, skipsTags: Bool = false) {
    var position = 0
    let end = min(bytes.count, Self.longestText)
    while position < end && !isFull {
      let byte = bytes[position]
      if skipsTags, byte == UInt8(ascii: "<") {
        position = Self.endOfTag(bytes, from: position, end)
      } else if byte < 0x30 {
        position += 1
      } else {
        position = addPiece(bytes, from: position, end, skipsTags)
      }
    }
  }

  private mutating func addPiece(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ end: Int, _ skipsTags: Bool
  ) -> Int {
    var position = start
    var high = 0
    var words = 0
    var isInWord = false
    while position < end, position - start < Self.longestPiece {
      let byte = bytes[position]
      if byte < 0x30 || skipsTags && byte == UInt8(ascii: "<") { break }
      if byte >= 0x80 { high += 1 }
      let isLetter = (0x61...0x7A).contains(byte | 0x20)
      if isLetter && !isInWord { words += 1 }
      isInWord = isLetter
      position += 1
    }
    if high == 0 {
      asciiWords += words
    } else {
      highBytes += high
      pieces.append(start > 0 ? bytes[start - 1] : 0x20)
      pieces.append(contentsOf: bytes[start..<position])
      pieces.append(position < bytes.count && bytes[position] < 0x30 ? bytes[position] : 0x20)
    }
    return max(position, start + 1)
  }

  private static func endOfTag(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ end: Int
  ) -> Int {
    var position = start + 1
    while position < end, bytes[position] != UInt8(ascii: ">") { position += 1 }
    return position
  }
}
