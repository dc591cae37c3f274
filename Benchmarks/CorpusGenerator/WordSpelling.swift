import DatelineCore

/// Spells the pseudo-English lemmas: an endless list of words that has to be stored nowhere.
///
/// A lemma is one to four syllables of one consonant group and one vowel group, closed by a coda
/// that begins with a consonant. Consonant and vowel groups alternate, so a spelling is read back
/// in one way only and different lemmas are never spelled alike. Frequent lemmas are short. The
/// eight forms of a lemma add English suffixes that Porter's stemmer removes.
enum WordSpelling {
  /// Word class; it decides which suffixes a lemma takes.
  enum Kind: UInt8, CaseIterable {
    case noun
    case verb
    case adjective
    case name
  }

  static let formsPerLemma = 8
  /// No spelling is longer, in bytes.
  static let maximumLength = 31

  private static let onsets: [StaticString] = [
    "b", "c", "d", "f", "g", "h", "j", "k", "l", "m", "n", "p", "r", "s", "t", "v",
    "w", "br", "ch", "cl", "cr", "dr", "fl", "fr", "gr", "pl", "pr", "sh", "sp", "st", "tr", "th",
  ]
  private static let nuclei: [StaticString] = ["a", "e", "i", "o", "u", "ai", "ea", "ou"]
  private static let accentedNuclei: [StaticString] = [
    "á", "é", "í", "ö", "ü", "ã", "è", "ô",
  ]
  private static let codas: [StaticString] = [
    "n", "r", "l", "t", "s", "d", "nt", "nd", "st", "ck", "rt", "m", "te", "ve", "ge", "ty",
  ]
  /// By ``Kind``, then form; form 0 is the lemma itself.
  private static let suffixes: [StaticString] = [
    "", "s", "al", "ist", "ists", "less", "ism", "ful",
    "", "s", "ed", "ing", "er", "ers", "ation", "able",
    "", "ly", "er", "est", "ness", "ity", "ized", "ism",
    "", "s", "ian", "ians", "ite", "ism", "", "",
  ]
  /// Relative frequency of the forms, each row summing to 256.
  private static let formWeights: [[Int]] = [
    [150, 84, 6, 4, 4, 2, 3, 3],
    [88, 40, 62, 44, 7, 7, 6, 2],
    [170, 46, 12, 8, 6, 6, 4, 4],
    [232, 14, 5, 2, 2, 1, 0, 0],
  ]

  /// Form for eight random bits, by kind: `formTable[kind * 256 + bits]`.
  static let formTable: [UInt8] = formWeights.flatMap { row in
    row.enumerated().flatMap { form, weight in Array(repeating: UInt8(form), count: weight) }
  }

  /// The word class of a lemma; the most frequent lemmas are never names.
  static func kind(ofLemma lemma: Int) -> Kind {
    let hash = SplitMix64.mix(UInt64(truncatingIfNeeded: lemma) &+ 0x51ED)
    if lemma >= 256 && hash & 7 == 0 { return .name }
    switch (hash >> 8) % 10 {
    case 0..<5: return .noun
    case 5..<8: return .verb
    default: return .adjective
    }
  }

  /// Writes one form of a lemma and returns its length in bytes, at most ``maximumLength``.
  static func spell(lemma: Int, form: Int, into out: UnsafeMutablePointer<UInt8>) -> Int {
    let kind = kind(ofLemma: lemma)
    let syllables = syllableCount(ofLemma: lemma)
    let bits = syllables * 8 + 4
    let number = syllables == 1 ? lemma >> 1 : lemma
    // An odd multiplier permutes the numbers below a power of two, so neighbours look unlike.
    var code =
      (UInt64(truncatingIfNeeded: number) &* 0x9E37_79B9_7F4A_7C15 &+ 0x2545_F491)
      & ((1 << UInt64(bits)) - 1)
    let accented = lemma >= 2048 && SplitMix64.mix(~UInt64(truncatingIfNeeded: lemma)) & 63 == 0
    var length = 0
    for syllable in 0..<syllables {
      length += put(onsets[Int(code & 31)], out + length)
      let nucleus = Int((code >> 5) & 7)
      length += put(
        accented && syllable == 0 ? accentedNuclei[nucleus] : nuclei[nucleus], out + length)
      code >>= 8
    }
    length += put(codas[Int(code & 15)], out + length)
    if kind == .name { out[0] &-= 32 }
    return inflect(out, length, suffixes[Int(kind.rawValue) * formsPerLemma + form])
  }

  private static func syllableCount(ofLemma lemma: Int) -> Int {
    if lemma < 4096 && lemma & 1 == 0 { return 1 }
    if lemma < 1 << 19 && lemma % 5 < 3 { return 2 }
    return lemma < 1 << 28 ? 3 : 4
  }

  /// English spelling at the joint: trade + ed = traded, city + s = cities, loss + s = losses.
  private static func inflect(
    _ out: UnsafeMutablePointer<UInt8>, _ lemmaLength: Int, _ suffix: StaticString
  ) -> Int {
    guard suffix.utf8CodeUnitCount > 0 else { return lemmaLength }
    var length = lemmaLength
    let first = suffix.utf8Start[0]
    let isPlural = suffix.utf8CodeUnitCount == 1
    let opensWithVowel = first == 0x61 || first == 0x65 || first == 0x69
    switch out[length - 1] {
    case UInt8(ascii: "e") where opensWithVowel:
      length -= 1
    case UInt8(ascii: "y") where first == 0x69:
      // "ing" keeps the y, the other suffixes in i replace it.
      if suffix.utf8Start[1] != UInt8(ascii: "n") { length -= 1 }
    case UInt8(ascii: "y"):
      out[length - 1] = UInt8(ascii: "i")
      if isPlural { length += put("e", out + length) }
    case UInt8(ascii: "s") where isPlural:
      length += put("e", out + length)
    default:
      break
    }
    return length + put(suffix, out + length)
  }

  @inline(__always)
  private static func put(_ text: StaticString, _ out: UnsafeMutablePointer<UInt8>) -> Int {
    out.update(from: text.utf8Start, count: text.utf8CodeUnitCount)
    return text.utf8CodeUnitCount
  }
}
