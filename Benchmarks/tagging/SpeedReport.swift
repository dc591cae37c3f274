import DatelineAnalysis
import DatelineCore
import Foundation

/// Times the tokenizer alone and tokenizer and tagger together, on one thread.
struct SpeedReport {
  private let documents: [(title: String, body: String)]
  private let rounds: Int

  init(_ documents: [(title: String, body: String)], rounds: Int) {
    self.documents = documents
    self.rounds = max(1, rounds)
  }

  /// Runs the rounds and prints the best of each kind.
  func print() {
    let bytes = documents.reduce(0) { $0 + $1.title.utf8.count + $1.body.utf8.count }
    var tokens = 0
    var mentions = 0
    var fingerprint: UInt64 = 0
    var tokenizing = Double.infinity
    var tagging = Double.infinity
    var tagger = EntityTagger(gazetteer: .builtIn)
    var buffer = TokenBuffer()
    for _ in 0..<rounds {
      let start = ContinuousClock.now
      tokens = 0
      for document in documents {
        for var text in [document.title, document.body] {
          text.withUTF8 { buffer.fill(from: $0) }
          tokens += buffer.count
        }
      }
      let middle = ContinuousClock.now
      mentions = 0
      fingerprint = 0
      for document in documents {
        for mention in tagger.mentions(title: document.title, body: document.body) {
          mentions += mention.count
          for value in [mention.entity, mention.count, mention.title, mention.lead, mention.body] {
            fingerprint = (fingerprint ^ UInt64(value)) &* 0x100_0000_01B3
          }
        }
      }
      let end = ContinuousClock.now
      tokenizing = min(tokenizing, Self.seconds(middle - start))
      tagging = min(tagging, Self.seconds(end - middle))
    }
    let megabytes = Double(bytes) / 1e6
    Swift.print(
      """
      documents   \(documents.count)
      bytes       \(bytes)
      tokens      \(tokens)
      mentions    \(mentions)
      fingerprint \(String(fingerprint, radix: 16))
      tokenizer           \(Self.rate(Double(tokens) / 1e6 / tokenizing)) million tokens/s, \
      \(Self.rate(megabytes / tokenizing)) MB/s
      tokenizer + tagger  \(Self.rate(Double(tokens) / 1e6 / tagging)) million tokens/s, \
      \(Self.rate(megabytes / tagging)) MB/s
      """)
  }

  private static func seconds(_ duration: Duration) -> Double {
    let (seconds, attoseconds) = duration.components
    return Double(seconds) + Double(attoseconds) / 1e18
  }

  private static func rate(_ value: Double) -> String { String(format: "%.1f", value) }
}
