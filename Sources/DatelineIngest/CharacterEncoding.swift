/// Decoding of pages and files to Unicode.
enum CharacterEncoding {
  /// The text of `bytes`.
  /// - Parameters:
  ///   - declared: encoding named outside the bytes (the charset of an HTTP header, say).
  ///   - isHTML: whether to look for a `<meta>` declaration.
  static func text(
    _ bytes: UnsafeBufferPointer<UInt8>, declared: String? = nil, isHTML: Bool
  ) -> String {
    TextDecoding.string(bytes)
  }
}
