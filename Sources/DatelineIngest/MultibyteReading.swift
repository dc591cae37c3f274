/// How a text reads in an East Asian encoding of several bytes a character.
struct MultibyteReading {
  let encoding: String
  private let characters: [Unicode.Scalar: Double]
  private let script: Script

  private enum Script {
    case chinese, japanese, korean
  }

  static let all: [MultibyteReading] = [
    .init("gb18030", LetterModel.simplified, .chinese),
    .init("big5", LetterModel.traditional, .chinese),
    .init("euc-jp", LetterModel.japanese, .japanese),
    .init("shift_jis", LetterModel.japanese, .japanese),
    .init("euc-kr", LetterModel.korean, .korean),
  ]

  private init(_ encoding: String, _ characters: [Unicode.Scalar: Double], _ script: Script) {
    self.encoding = encoding
    self.characters = characters
    self.script = script
  }

  /// Logarithm of the probability of the sample, comparable with that of a ``SingleByteReading``.
  /// Linear.
  func score(_ sample: EncodingSample, words: Int) -> Double {
    guard
      let result = sample.pieces.withUnsafeBufferPointer({
        Transcoder.convert($0, from: encoding)
      })
    else { return -.infinity }
    var score = -1 - 2.1 * Double(min(sample.asciiWords, 3 * words))
    // Letters of ASCII count where they touch others, as they do in the readings of single bytes.
    var touched = 0
    var run = 0
    var hasOthers = false
    var before: Bool?
    func endRun() {
      if hasOthers { touched += run }
      run = 0
      hasOthers = false
      before = nil
    }
    for scalar in String(decoding: result.text, as: UTF8.self).unicodeScalars {
      if scalar.isASCII {
        guard (0x61...0x7A).contains(scalar.value | 0x20) else {
          endRun()
          continue
        }
        run += 1
      } else {
        hasOthers = true
        score += characters[scalar] ?? rare(scalar.value)
      }
      if let before, before != scalar.isASCII { score -= 2.5 }
      before = scalar.isASCII
    }
    endRun()
    return score - 4.5 * Double(touched)
  }

  /// Of a character that is not among the most frequent ones.
  private func rare(_ value: UInt32) -> Double {
    switch value {
    case 0xFFFD: -25
    case 0x4E00..<0xA000: script == .korean ? -12 : -9.6
    case 0xAC00..<0xD7A4: script == .korean ? -8.5 : -14
    case 0x3040..<0x3100: script == .japanese ? -8 : -11
    case 0xFF00..<0xFFA0, 0x3000..<0x3040, 0x2010..<0x2040: -8
    case 0xE000..<0xF900: -16
    default: -12
    }
  }
}
