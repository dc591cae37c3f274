import CUchardet

/// Tells the encoding of a text without a declaration by what its bytes would mean in each.
///
/// For each encoding and each language written in it the probability of the text is estimated: that
/// a word has letters beyond ASCII at all, which letters these are (``LetterModel``), and where
/// capitals, quotation marks and signs may stand. The likeliest reading is taken; encodings that differ only
/// in places the text does not use read it alike, and then the more usual one is.
enum EncodingGuess {
  /// The encoding of the text that a sample was taken of; windows-1252 when nothing says more.
  ///
  /// - Parameter likely: an encoding that something outside the text speaks for.
  static func encoding(of sample: EncodingSample, likely: String? = nil) -> String {
    if sample.highBytes == 0 { return "windows-1252" }
    let words = SampleWords(sample.pieces)
    var best = (encoding: "windows-1252", score: -Double.infinity)
    func consider(_ encoding: String, _ score: Double) {
      let score = encoding == likely ? score + favour : score
      if score > best.score { best = (encoding, score) }
    }
    // A few bytes are signs and single letters in Latin text.
    let isShort = sample.highBytes < fewestOfOtherScripts
    let isTiny = sample.highBytes < fewestOfOtherLetters
    for reading in SingleByteReading.all
    where isTiny ? reading.isWestern : !isShort || reading.isLatin {
      consider(reading.encoding, reading.score(words, asciiWords: sample.asciiWords))
    }
    for reading in isShort ? [] : MultibyteReading.all {
      consider(reading.encoding, reading.score(sample, words: words.count))
    }
    // So unlikely is no text of any of the languages.
    if best.score < -mostForByte * Double(sample.highBytes), let other = other(sample) {
      return other
    }
    return best.encoding
  }

  /// What a declaration counts for, as a logarithm: some ten letters.
  private static let favour = 25.0
  private static let mostForByte = 12.0
  /// Bytes beyond ASCII from which a text may be in another language than Western ones.
  private static let fewestOfOtherLetters = 3
  /// Bytes beyond ASCII from which a text may be in another script.
  private static let fewestOfOtherScripts = 6

  /// What uchardet says, if it is an encoding that has no reading here and fits.
  private static func other(_ sample: EncodingSample) -> String? {
    guard let detector = uchardet_new() else { return nil }
    defer { uchardet_delete(detector) }
    // Invariant: uchardet looks at the bytes during the call only.
    let status = sample.pieces.withUnsafeBytes {
      uchardet_handle_data(
        detector, $0.bindMemory(to: CChar.self).baseAddress, sample.pieces.count)
    }
    guard status == 0 else { return nil }
    uchardet_data_end(detector)
    guard let name = uchardet_get_charset(detector),
      let encoding = EncodingLabels.encoding(String(cString: name)), encoding != "utf-8",
      !SingleByteReading.all.contains(where: { $0.encoding == encoding }),
      !MultibyteReading.all.contains(where: { $0.encoding == encoding }),
      let text = sample.pieces.withUnsafeBufferPointer({
        Transcoder.convert($0, from: encoding)
      }), text.faults * 50 <= sample.highBytes
    else { return nil }
    return encoding
  }
}

/// The words of a sample that have bytes beyond ASCII.
struct SampleWords {
  let bytes: [UInt8]
  /// Letters and bytes beyond ASCII, with a byte before and one behind.
  private(set) var ranges: [Range<Int>] = []
  var count: Int { ranges.count }

  init(_ pieces: [UInt8]) {
    bytes = pieces
    var start: Int?
    var isHigh = false
    for (position, byte) in pieces.enumerated() {
      if byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20) {
        if start == nil {
          start = position
          isHigh = false
        }
        if byte >= 0x80 { isHigh = true }
      } else {
        if let first = start, isHigh { ranges.append(first..<position) }
        start = nil
      }
    }
    if let start, isHigh { ranges.append(start..<pieces.count) }
  }

  /// The byte at a position; a space outside.
  subscript(position: Int) -> UInt8 { bytes.indices.contains(position) ? bytes[position] : 0x20 }
}
