/// A title made comparable: letters and digits in lower case, words separated by one space.
struct TitleKey: Hashable {
  /// Empty when there is no letter or digit in the title.
  let text: String
  /// Hashes of the words in ascending order; for a text without spaces, of its characters.
  private let parts: [UInt64]

  /// Linear in the title.
  init(_ title: String) {
    let bytes = Self.bytes(title)
    text = String(decoding: bytes, as: UTF8.self)
    parts = Self.parts(bytes, text)
  }

  static func == (left: TitleKey, right: TitleKey) -> Bool { left.text == right.text }

  func hash(into hasher: inout Hasher) { hasher.combine(text) }

  var isEmpty: Bool { text.isEmpty }

  /// Number of words; of characters where words are not separated.
  var count: Int { parts.count }

  /// How much two keys have in common, 0 to 1: harmonic mean of the shares of common words.
  func similarity(_ other: TitleKey) -> Double {
    if isEmpty || other.isEmpty { return 0 }
    if self == other { return 1 }
    var common = 0
    var left = 0
    var right = 0
    while left < parts.count, right < other.parts.count {
      if parts[left] == other.parts[right] {
        common += 1
        left += 1
        right += 1
      } else if parts[left] < other.parts[right] {
        left += 1
      } else {
        right += 1
      }
    }
    return 2 * Double(common) / Double(parts.count + other.parts.count)
  }

  private static func bytes(_ title: String) -> [UInt8] {
    var title = title
    let isPlain = title.utf8.allSatisfy { $0 < 0x80 }
    if !isPlain { title = title.lowercased() }
    var result: [UInt8] = []
    result.reserveCapacity(title.utf8.count)
    var needsSpace = false
    func put(_ bytes: some Sequence<UInt8>) {
      if needsSpace && !result.isEmpty { result.append(0x20) }
      needsSpace = false
      result.append(contentsOf: bytes)
    }
    if isPlain {
      for byte in title.utf8 {
        let lower = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
        if isWord(lower) {
          put(CollectionOfOne(lower))
        } else if byte != UInt8(ascii: "'") {
          needsSpace = true
        }
      }
      return result
    }
    for scalar in title.unicodeScalars {
      if scalar.value < 0x80 ? isWord(UInt8(scalar.value)) : isWord(scalar) {
        put(UTF8.encode(scalar).map(Array.init) ?? [])
      } else if scalar != "'" && scalar != "’" {
        needsSpace = true
      }
    }
    return result
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (byte >= 0x61 && byte <= 0x7A) || (byte >= 0x30 && byte <= 0x39)
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    return properties.isAlphabetic || properties.numericType != nil
      || properties.generalCategory == .nonspacingMark
      || properties.generalCategory == .spacingMark
  }

  private static func parts(_ bytes: [UInt8], _ text: String) -> [UInt64] {
    var parts: [UInt64] = []
    var hash = WordHash.seed
    for byte in bytes {
      if byte == 0x20 {
        parts.append(hash)
        hash = WordHash.seed
      } else {
        hash = (hash ^ UInt64(byte)) &* WordHash.prime
      }
    }
    if !bytes.isEmpty { parts.append(hash) }
    // Chinese, Japanese, Thai and their like.
    if let first = bytes.first, first >= 0xE0, bytes.count > parts.count * 15 {
      parts = text.unicodeScalars.map { UInt64($0.value) }
    }
    return parts.sorted()
  }
}
