import CXXHash

/// Hashes of bytes: XXH3 (xxHash specification), fast and well mixed, not for secrets.
public enum ContentHash {
  /// 64-bit XXH3 of the bytes. Linear, several gigabytes a second.
  package static func short(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    XXH3_64bits(bytes.baseAddress, bytes.count)
  }

  /// 128-bit XXH3 of the bytes in its canonical notation: 32 hexadecimal digits, high half first
  /// (xxHash specification, "XXH128_canonicalFromHash"); what `xxhsum -H2` prints.
  public static func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    let hash = XXH3_128bits(bytes.baseAddress, bytes.count)
    // Invariant: all 32 bytes are written, and they are ASCII.
    return String(unsafeUninitializedCapacity: 32) { buffer in
      for digit in 0..<32 {
        let half = digit < 16 ? hash.high64 : hash.low64
        let nibble = UInt8(half >> UInt64((15 - digit % 16) * 4) & 15)
        buffer[digit] = nibble < 10 ? 48 + nibble : 87 + nibble
      }
      return 32
    }
  }
}
