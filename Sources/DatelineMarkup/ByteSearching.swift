#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Searches in the bytes of a page.
enum ByteSearching {
  /// The position of the next byte of a value; `nil` when there is none.
  @inline(__always)
  static func first(
    _ byte: UInt8, _ bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    // Invariant: memchr is told how many bytes there are from the start on.
    guard start < bytes.count, let base = bytes.baseAddress,
      let found = memchr(base + start, Int32(byte), bytes.count - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// Whether `word` (ASCII, lower case, first a letter) stands in `bytes`, in any case. Time is the
  /// product of their lengths at worst, linear in ordinary text.
  static func holds(_ word: StaticString, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let length = word.utf8CodeUnitCount
    let letters = word.utf8Start
    var start = 0
    while start + length <= bytes.count {
      var matched = 0
      while matched < length, lower(bytes[start + matched]) == letters[matched] { matched += 1 }
      if matched == length { return true }
      start += 1
    }
    return false
  }

  @inline(__always)
  private static func lower(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
  }
}
