import DatelineCore
import Foundation

/// The words of the generated language with their frequencies.
///
/// Function words follow Zipf-Mandelbrot's law. Lemmas follow it with a second, steeper exponent
/// past rank ``bend``, the two regimes of large English corpora (R. Ferrer i Cancho, R. V. Solé,
/// 2001); the tail is unbounded, so that new words keep appearing as a corpus grows (Heaps' law,
/// with an exponent near `1 / (1 + tailExponent)`). The words themselves do not depend on the seed.
///
/// Not mutated after `init`, therefore safe to share.
final class Vocabulary: @unchecked Sendable {
  /// One form of a word: function words first, then ``WordSpelling/formsPerLemma`` forms a lemma.
  typealias WordID = UInt64

  static let shared = Vocabulary()

  /// Lemmas spelled in advance; the last slot of the frequency table stands for all others.
  private static let headLemmas = (1 << 14) - 1
  private static let bend = 5000.0
  private static let tailExponent = 1.6
  private static let shift = 12.0
  /// A length byte and the spelling, so that a word is copied with one move of constant size.
  private static let stride = WordSpelling.maximumLength + 1

  let functionWordCount = UInt64(FunctionWords.all.count)
  private let functionWords: AliasTable
  private let lemmas: AliasTable
  private let entityRanks: AliasTable
  private let formTable: [UInt8]
  private let kinds: [UInt8]
  private let spelled: UnsafeMutablePointer<UInt8>
  private let spelledCount: UInt64

  private init() {
    functionWords = .zipfMandelbrot(
      count: FunctionWords.all.count, shift: 1.5)
    entityRanks = .zipfMandelbrot(
      count: Names.entities.count, shift: 2)
    lemmas = AliasTable(weights: Self.lemmaWeights())
    formTable = WordSpelling.formTable
    kinds = (0...Self.headLemmas).map { WordSpelling.kind(ofLemma: $0).rawValue }
    let lemmaForms = Self.headLemmas * WordSpelling.formsPerLemma
    spelledCount = functionWordCount + UInt64(lemmaForms)
    let bytes = Int(spelledCount) * Self.stride
    spelled = .allocate(capacity: bytes)
    spelled.initialize(repeating: 0, count: bytes)
    for (number, word) in FunctionWords.all.enumerated() {
      let entry = spelled + number * Self.stride
      entry[0] = UInt8(word.utf8CodeUnitCount)
      (entry + 1).update(from: word.utf8Start, count: word.utf8CodeUnitCount)
    }
    for lemma in 0..<Self.headLemmas {
      for form in 0..<WordSpelling.formsPerLemma {
        let number = Int(functionWordCount) + lemma * WordSpelling.formsPerLemma + form
        let entry = spelled + number * Self.stride
        entry[0] = UInt8(WordSpelling.spell(lemma: lemma, form: form, into: entry + 1))
      }
    }
  }

  deinit {
    spelled.deallocate()
  }

  private static func lemmaWeights() -> [Double] {
    var weights = (0..<headLemmas).map { rank -> Double in
      let rank = Double(rank)
      return 1 / ((rank + shift) * Foundation.pow(1 + rank / bend, tailExponent))
    }
    // Integral of the tail, bend^e / r^(1 + e), from the end of the head to infinity.
    weights.append(Foundation.pow(bend / Double(headLemmas), tailExponent) / tailExponent)
    return weights
  }

  /// A function word for 48 random bits.
  @inline(__always)
  func functionWord(_ bits: UInt64) -> WordID {
    let slot = ((bits & 0xFFFF) &* functionWordCount) >> 16
    return UInt64(
      functionWords.index(
        slot: Int(slot), fraction: UInt32(truncatingIfNeeded: bits >> 16)))
  }

  /// A form of a lemma, both drawn with their frequencies, for 54 random bits.
  @inline(__always)
  func contentWord(_ bits: UInt64, _ random: inout SplitMix64) -> WordID {
    let slot = Int(bits & UInt64(Self.headLemmas))
    let fraction = UInt32(truncatingIfNeeded: bits >> 14)
    let lemma = lemmas.index(slot: slot, fraction: fraction)
    let formBits = Int((bits >> 46) & 0xFF)
    if lemma < Self.headLemmas {
      return wordID(lemma: lemma, form: formTable[Int(kinds[lemma]) << 8 | formBits])
    }
    return tailWord(formBits, &random)
  }

  /// Inverse of the Pareto distribution function: rank = head * u^(-1/e).
  @inline(never)
  private func tailWord(_ formBits: Int, _ random: inout SplitMix64) -> WordID {
    let uniform = max(random.unit(), 0x1p-40)
    let rank = Double(Self.headLemmas) * Foundation.pow(uniform, -1 / Self.tailExponent)
    let lemma = min(Int(rank), 1 << 35)
    let kind = WordSpelling.kind(ofLemma: lemma)
    return wordID(lemma: lemma, form: formTable[Int(kind.rawValue) << 8 | formBits])
  }

  @inline(__always)
  func wordID(lemma: Int, form: UInt8) -> WordID {
    functionWordCount &+ UInt64(truncatingIfNeeded: lemma)
      &* UInt64(WordSpelling.formsPerLemma) &+ UInt64(form)
  }

  /// The lemma that often follows a content word, the same for all its forms: it makes phrases
  /// that recur, as set expressions do.
  @inline(__always)
  func collocate(of word: WordID) -> WordID {
    let lemma = (word &- functionWordCount) / UInt64(WordSpelling.formsPerLemma)
    let bits = SplitMix64.mix(lemma &+ 0xC0_110C)
    let octave = 5 + (bits & 7)
    return wordID(lemma: Int(1 << octave | (bits >> 8) & ((1 << octave) - 1)), form: 0)
  }

  /// Number of an entity of ``Names/entities``.
  func entity(_ random: inout SplitMix64) -> Int {
    entityRanks.draw(&random)
  }

  /// Appends the spelling of a word.
  @inline(__always)
  func write(_ word: WordID, to out: TextBuffer) {
    out.reserve(Self.stride)
    if word < spelledCount {
      let entry = spelled + Int(truncatingIfNeeded: word) &* Self.stride
      UnsafeMutableRawPointer(out.base + out.count)
        .copyMemory(from: entry + 1, byteCount: WordSpelling.maximumLength)
      out.count &+= Int(entry[0])
    } else {
      let number = Int(truncatingIfNeeded: word - functionWordCount)
      out.count &+= WordSpelling.spell(
        lemma: number / WordSpelling.formsPerLemma, form: number % WordSpelling.formsPerLemma,
        into: out.base + out.count)
    }
  }
}
