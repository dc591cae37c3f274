import DatelineCore

/// Keys for articles that came without identifier and address.
enum TextKey {
  /// `h` and the hash of `bytes` as text.
  static func make(_ bytes: [UInt8]) -> String {
    "h" + bytes.withUnsafeBufferPointer(ContentHash.text)
  }
}
