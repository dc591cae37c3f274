/// Decoding of pages and files to Unicode.
///
/// What the bytes decide comes before what is declared: a byte order mark, then valid UTF-8 with
/// letters beyond ASCII, which no other encoding gives by chance. Then the declaration outside the
/// bytes, the one inside them, and what the bytes would mean in each encoding (``EncodingGuess``).
/// Text that was decoded wrongly before it was written is left as it is.
enum CharacterEncoding {
  /// The text of `bytes`.
  /// - Parameters:
  ///   - declared: encoding named outside the bytes (the charset of an HTTP header, say).
  ///   - isHTML: whether to look for a `<meta>` declaration.
  ///
  /// Never fails; bytes that are no character become U+FFFD. Linear.
  static func text(
    _ bytes: UnsafeBufferPointer<UInt8>, declared: String? = nil, isHTML: Bool
  ) -> String {
    if let mark = byteOrderMark(bytes) {
      let rest = UnsafeBufferPointer(rebasing: bytes[mark.length...])
      return decode(rest, as: mark.encoding)
    }
    let head = UnsafeBufferPointer(rebasing: bytes.prefix(4_096))
    if let encoding = UnmarkedUnicode.encoding(of: head) { return decode(bytes, as: encoding) }
    let outer = declared.flatMap(EncodingLabels.encoding)
    if TextDecoding.isValid(bytes) {
      if let encoding = encodingBehindUTF8(bytes, declared: outer, isHTML: isHTML) {
        return decode(bytes, as: encoding)
      }
      return TextDecoding.valid(bytes)
    }
    if let whole = wholeCharacters(bytes), TextDecoding.isValid(whole),
      encodingBehindUTF8(whole, declared: outer, isHTML: isHTML) == nil
    {
      return TextDecoding.valid(whole) + "\u{FFFD}"
    }
    let profile = ByteProfile(bytes)
    // Text in other encodings forms long sequences of UTF-8 by chance only here and there.
    if profile.sequences >= 8 && profile.strays * 10 <= profile.sequences {
      return TextDecoding.string(bytes)
    }
    for candidate in [outer, isHTML ? EncodingDeclaration.html(bytes) : nil] {
      guard let candidate else { continue }
      if candidate == "utf-8" {
        if profile.sequences > profile.strays { return TextDecoding.string(bytes) }
      } else if candidate == "windows-1252" {
        // Servers and programs say so of texts they know nothing about.
        if profile.isUTF8 { continue }
        let sample = EncodingSample(bytes, skipsTags: isHTML)
        return decode(bytes, as: EncodingGuess.encoding(of: sample, likely: candidate))
      } else if let text = fittingText(bytes, candidate, profile) {
        return text
      }
    }
    // Single stray bytes in UTF-8 count as windows-1252.
    if profile.isUTF8 { return TextDecoding.string(bytes) }
    let encoding = EncodingGuess.encoding(of: EncodingSample(bytes, skipsTags: isHTML))
    return encoding == "windows-1252" ? TextDecoding.string(bytes) : decode(bytes, as: encoding)
  }

  /// What stands before a character that is cut off at the end, if it is one of UTF-8 for all that is
  /// known: a single byte behind nothing but ASCII is a letter of another encoding.
  static func wholeCharacters(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8>? {
    let length = UTF8Bytes.cutLength(bytes)
    let whole = UnsafeBufferPointer(rebasing: bytes.dropLast(length))
    guard length > 1 || length == 1 && whole.contains(where: { $0 >= 0x80 }) else { return nil }
    return whole
  }

  /// The encoding of a file to judge by its first bytes, for readers that decode piece by piece;
  /// `nil` for UTF-8, in which stray bytes count as windows-1252.
  static func legacyEncoding(
    ofHead head: UnsafeBufferPointer<UInt8>, declared: String? = nil
  ) -> String? {
    // The head may end inside a character.
    var end = head.count
    while end > 0, head.count - end < 3, head[end - 1] & 0xC0 == 0x80 { end -= 1 }
    if end > 0, head[end - 1] >= 0xC0 { end -= 1 }
    let whole = UnsafeBufferPointer(rebasing: head[..<end])
    if TextDecoding.isValid(whole) {
      return whole.contains { $0 >= 0x80 } ? nil : legacy(declared)
    }
    let profile = ByteProfile(head)
    if profile.isUTF8 { return nil }
    if let declared, declared != "utf-8" { return legacy(declared) }
    return legacy(EncodingGuess.encoding(of: EncodingSample(head)))
  }

  /// The text of a piece of a file whose ``legacyEncoding(ofHead:declared:)`` is known; without one
  /// the piece speaks for itself.
  static func text(
    _ bytes: UnsafeBufferPointer<UInt8>, legacy encoding: String?
  ) -> String {
    guard let encoding else { return text(bytes, isHTML: false) }
    guard !TextDecoding.isValid(bytes) || isEscaped(bytes, encoding) else {
      return TextDecoding.string(bytes)
    }
    return decode(bytes, as: encoding)
  }

  /// The text of bytes in one encoding.
  static func decode(_ bytes: UnsafeBufferPointer<UInt8>, as encoding: String) -> String {
    if encoding != "utf-8", encoding != "windows-1252",
      let result = Transcoder.convert(bytes, from: encoding)
    {
      return String(decoding: result.text, as: UTF8.self)
    }
    if encoding == "windows-1252" {
      return String(decoding: TextDecoding.windows1252(bytes), as: UTF8.self)
    }
    return TextDecoding.string(bytes)
  }

  private static func legacy(_ encoding: String?) -> String? {
    encoding == "utf-8" || encoding == "windows-1252" ? nil : encoding
  }

  /// The mark at the beginning (Unicode, section 23.8).
  static func byteOrderMark(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (encoding: String, length: Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return ("utf-8", 3) }
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return ("utf-32le", 4) }
    if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return ("utf-32be", 4) }
    if bytes.starts(with: [0xFF, 0xFE]) { return ("utf-16le", 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return ("utf-16be", 2) }
    return nil
  }

  /// An encoding other than UTF-8 of bytes that are valid UTF-8: escapes of ISO 2022, or a few
  /// letters of an East Asian encoding that happen to be valid.
  private static func encodingBehindUTF8(
    _ bytes: UnsafeBufferPointer<UInt8>, declared: String?, isHTML: Bool
  ) -> String? {
    if bytes.holds(0x1B), let encoding = EscapedText.encoding(of: bytes) { return encoding }
    guard let named = declared ?? (isHTML ? EncodingDeclaration.html(bytes) : nil),
      EncodingLabels.isMultibyte(named)
    else { return nil }
    if EncodingLabels.isSevenBit(named) { return isEscaped(bytes, named) ? named : nil }
    var sequences = 0
    for byte in bytes where byte >= 0xC0 {
      sequences += 1
      if byte >= 0xE0 || sequences >= 8 { return nil }
    }
    return sequences > 0 ? named : nil
  }

  /// Whether bytes in a seven-bit encoding switch to other characters; false for other encodings.
  static func isEscaped(_ bytes: UnsafeBufferPointer<UInt8>, _ encoding: String) -> Bool {
    EncodingLabels.isSevenBit(encoding)
      && bytes.holds(encoding == "hz" ? UInt8(ascii: "~") : 0x1B)
  }

  /// The text in a declared encoding, unless the bytes plainly are in another one.
  private static func fittingText(
    _ bytes: UnsafeBufferPointer<UInt8>, _ encoding: String, _ profile: ByteProfile
  ) -> String? {
    guard let result = Transcoder.convert(bytes, from: encoding) else { return nil }
    // A few faults are damage; one in twenty is another encoding.
    return result.faults * 20 <= profile.highBytes || result.faults <= 1
      ? String(decoding: result.text, as: UTF8.self) : nil
  }
}

/// How much of a text beyond ASCII is UTF-8.
struct ByteProfile {
  /// Well-formed UTF-8 sequences of two bytes or more.
  private(set) var sequences = 0
  /// Bytes beyond ASCII in none of them.
  private(set) var strays = 0
  /// Bytes beyond ASCII.
  private(set) var highBytes = 0

  /// Whether the text is UTF-8 in which single bytes are something else.
  var isUTF8: Bool { sequences > 0 && sequences >= strays }

  /// Linear in `bytes`.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var position = 0
    while position < bytes.count {
      if bytes[position] < 0x80 {
        position += 1
        continue
      }
      let length = UTF8Bytes.sequenceLength(bytes, at: position)
      if length > 0 { sequences += 1 } else { strays += 1 }
      highBytes += max(length, 1)
      position += max(length, 1)
    }
  }
}
