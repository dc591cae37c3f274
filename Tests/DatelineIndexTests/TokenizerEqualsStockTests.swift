import DatelineAnalysis
import GRDB
import Testing

@testable import DatelineIndex

@Suite struct TokenizerEqualsStockTests {
  private static func stock(_ db: Database) throws -> StockTokenizer {
    try StockTokenizer(db, name: "unicode61", arguments: ["remove_diacritics", "2"])
  }

  private static func ours(_ text: String) -> [StockTokenizer.Token] {
    var text = text
    var folded: [UInt8] = []
    var tokens: [StockTokenizer.Token] = []
    text.withUTF8 { bytes in
      Tokenizer().forEachToken(in: bytes, folded: &folded) { token, start, end in
        tokens.append(.init(term: String(decoding: token, as: UTF8.self), range: start..<end))
      }
    }
    return tokens
  }

  @Test func onEveryCodePoint() throws {
    try DatabaseQueue().read { (db: Database) throws in
      let stock = try Self.stock(db)
      var differing: [String] = []
      for block in stride(from: 1, to: 0x110000, by: 64) {
        var text = String.UnicodeScalarView()
        for value in block..<block + 64 {
          guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
          text.append(scalar)
          text.append(" ")
          text.append("x")
          text.append(scalar)
          text.append("x")
          text.append(" ")
        }
        let string = String(text)
        if stock.tokens(in: string) != Self.ours(string) {
          differing.append(String(block, radix: 16))
        }
      }
      #expect(differing.isEmpty, "blocks \(differing.prefix(10))")
    }
  }

  @Test(arguments: 0..<20)
  func onRandomText(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    try DatabaseQueue().read { (db: Database) throws in
      let stock = try Self.stock(db)
      for _ in 0..<200 {
        let text = random.text(length: Int.random(in: 0...60, using: &random))
        #expect(stock.tokens(in: text) == Self.ours(text), "seed \(seed): \(text.debugDescription)")
      }
    }
  }
}

/// SplitMix64 (Steele, Lea and Flood, 2014).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }

  /// Text of letters, marks, separators and rare scripts.
  mutating func text(length: Int) -> String {
    var result = String.UnicodeScalarView()
    for _ in 0..<length {
      let limit: UInt32 = [0x80, 0x80, 0x250, 0x3000, 0x110000].randomElement(using: &self) ?? 0x80
      if let scalar = Unicode.Scalar(UInt32.random(in: 1..<limit, using: &self)) {
        result.append(scalar)
      }
    }
    return String(result)
  }
}
