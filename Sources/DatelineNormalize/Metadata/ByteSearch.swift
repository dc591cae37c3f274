#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Search in texts byte by byte: several hundred times faster than by characters, and exact for
/// patterns that are not part of a longer character.
enum ByteSearch {
  /// The first place of `pattern` in `text`. Time is the product of their lengths at worst, linear in
  /// ordinary text.
  static func first(_ pattern: String, in text: Substring) -> Range<String.Index>? {
    let utf8 = text.utf8
    return utf8.withContiguousStorageIfAvailable { bytes -> Range<String.Index>? in
      var pattern = pattern
      let found = pattern.withUTF8 { position(of: $0, in: bytes) }
      guard let found else { return nil }
      let start = utf8.index(utf8.startIndex, offsetBy: found)
      return start..<utf8.index(start, offsetBy: pattern.utf8.count)
    } ?? nil
  }

  /// Whether `pattern` is in `text`.
  static func contains(_ pattern: String, in text: Substring) -> Bool {
    first(pattern, in: text) != nil
  }

  private static func position(
    of pattern: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    guard let first = pattern.first, text.count >= pattern.count else { return nil }
    for start in 0...(text.count - pattern.count) where text[start] == first {
      var matched = 1
      while matched < pattern.count, text[start + matched] == pattern[matched] { matched += 1 }
      if matched == pattern.count { return start }
    }
    return nil
  }

  /// The first place of `pattern`, which is not empty, in `bytes` from one on. Linear in ordinary text.
  static func first(
    _ pattern: StaticString, _ bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    let length = pattern.utf8CodeUnitCount
    var place = start
    // Invariant: a match is looked for only where the whole pattern has room up to the end of the bytes.
    while place + length <= bytes.count, let base = bytes.baseAddress,
      let next = memchr(base + place, Int32(pattern.utf8Start[0]), bytes.count - length - place + 1)
    {
      let found = UnsafeRawPointer(next) - UnsafeRawPointer(base)
      if memcmp(next, pattern.utf8Start, length) == 0 { return found }
      place = found + 1
    }
    return nil
  }
}
