import CXXHash

/// Keys for articles that came without identifier and address.
enum TextKey {
  /// `h` and the 128-bit XXH3 hash of `bytes` in its canonical notation (32 hexadecimal digits, high
  /// half first; xxHash specification, "XXH128_canonicalFromHash").
  static func make(_ bytes: [UInt8]) -> String {
    let hash = bytes.withUnsafeBufferPointer { XXH3_128bits($0.baseAddress, $0.count) }
    return String(unsafeUninitializedCapacity: 33) { buffer in
      buffer[0] = UInt8(ascii: "h")
      for digit in 0..<32 {
        let half = digit < 16 ? hash.high64 : hash.low64
        let nibble = UInt8(half >> UInt64((15 - digit % 16) * 4) & 15)
        buffer[1 + digit] = nibble < 10 ? 48 + nibble : 87 + nibble
      }
      return 33
    }
  }
}
