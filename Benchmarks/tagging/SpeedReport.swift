import DatelineAnalysis
import DatelineCore
import Foundation

/// Times the tokenizer alone and tokenizer and tagger together, on one thread, in CPU time.
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
      let start = Self.seconds()
      tokens = 0
      for document in documents {
        for var text in [document.title, document.body] {
          text.withUTF8 { buffer.fill(from: $0) }
          tokens += buffer.count
        }
      }
      let middle = Self.seconds()
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
      let end = Self.seconds()
      tokenizing = min(tokenizing, middle - start)
      tagging = min(tagging, end - middle)
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

  /// CPU time of this thread.
  private static func seconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func rate(_ value: Double) -> String { String(format: "%.1f", value) }
}
