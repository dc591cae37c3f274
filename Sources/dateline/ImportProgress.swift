import DatelineCore
import DatelineIndex
import DatelineIngest
import Foundation

/// Counts what an import does and shows it on a terminal while it runs.
struct ImportProgress {
  private let start = ContinuousClock.now
  private let totalBytes: Int64?
  private let plan: ImportPlan
  private let isDryRun: Bool
  private let isShown: Bool
  private var lastShown: ContinuousClock.Instant?
  private(set) var outcome = IndexWriter.Outcome()
  private(set) var rejected: [Rejection.Reason: Int] = [:]
  private(set) var warnings = 0
  private var bytesRead: Int64 = 0
  private var textBytes = 0
  private var formats: [InputFormat: Int] = [:]

  /// - Parameters:
  ///   - totalBytes: size of all inputs, `nil` when it is not known (standard input).
  ///   - plan: what an interrupted run has done before.
  ///   - isDryRun: whether nothing is written.
  ///   - isShown: whether to draw a progress bar on stderr.
  init(totalBytes: Int64?, plan: ImportPlan, isDryRun: Bool, isShown: Bool) {
    self.totalBytes = totalBytes
    self.plan = plan
    self.isDryRun = isDryRun
    self.isShown = isShown
  }

  /// Articles that were read, whatever became of them.
  private(set) var articles = 0
  /// Records that were not indexed.
  var rejectedCount: Int { rejected.values.reduce(0, +) }

  mutating func add<Output>(
    _ batch: ArticlePipeline<Output>.Batch, _ written: IndexWriter.Outcome
  ) {
    outcome += written
    articles += batch.articles.count
    for (format, count) in batch.formats { formats[format, default: 0] += count }
    for rejection in batch.rejections { rejected[rejection.reason, default: 0] += 1 }
    warnings += batch.warnings.count
    bytesRead = max(bytesRead, batch.bytesRead)
    textBytes += batch.textBytes
    show()
  }

  /// Counts articles that became what they are at a commit.
  mutating func add(_ written: IndexWriter.Outcome) { outcome += written }

  /// Counts articles that were taken for good, and are not.
  mutating func add(_ rejections: [Rejection]) {
    outcome.added -= rejections.count
    for rejection in rejections { rejected[rejection.reason, default: 0] += 1 }
  }

  /// Says how many articles there are more than before: the others that were written have replaced some.
  mutating func grew(by count: Int) {
    let replaced = min(max(outcome.added - count, 0), outcome.added)
    outcome.added -= replaced
    outcome.replaced += replaced
  }

  /// Counts warnings.
  mutating func addWarnings(_ count: Int) { warnings += count }

  private var seconds: Double {
    let elapsed = ContinuousClock.now - start
    return Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
  }

  private mutating func show() {
    guard isShown else { return }
    let now = ContinuousClock.now
    if let lastShown, now - lastShown < .milliseconds(100) { return }
    lastShown = now
    var line = ""
    if let totalBytes, totalBytes > 0 {
      let share = min(1, Double(bytesRead) / Double(totalBytes))
      let filled = Int(share * 24)
      line += "[" + String(repeating: "#", count: filled)
      line += String(repeating: ".", count: 24 - filled) + "] "
      line += String(format: "%3.0f%% ", share * 100)
      if share > 0 {
        line += "ETA \(Self.duration(seconds / share * (1 - share))) "
      }
    }
    line +=
      "\(articles) articles, \(String(format: "%.0f", Double(articles) / max(seconds, 1e-3)))/s"
    Console.redraw(line)
  }

  /// Removes the progress bar.
  func clear() {
    if isShown { Console.redraw("") }
  }

  private static func duration(_ seconds: Double) -> String {
    let whole = Int(min(seconds, 360_000))
    return whole < 60 ? "\(whole)s" : "\(whole / 60)m\(String(format: "%02d", whole % 60))s"
  }

  /// The figures as JSON fields.
  struct Summary: Encodable {
    var schema = 1
    var articles: Int
    var added: Int
    var replaced: Int
    var unchanged: Int
    var rejected: [String: Int]
    /// Articles by format.
    var formats: [String: Int]
    /// Records that an interrupted run has imported before, and those of them it rejected.
    var resumed: Int
    var resumedRejected: Int
    var warnings: Int
    var seconds: Double
    var articlesPerSecond: Double
    var textBytes: Int
    var megabytesPerSecond: Double
    var interrupted: Bool
    var isDryRun: Bool

    enum CodingKeys: String, CodingKey {
      case schema, articles, added, replaced, unchanged, rejected, formats, resumed, warnings
      case seconds, interrupted
      case resumedRejected = "resumed_rejected"
      case isDryRun = "dry_run"
      case articlesPerSecond = "articles_per_second"
      case textBytes = "text_bytes"
      case megabytesPerSecond = "mb_per_second"
    }
  }

  /// The figures up to now.
  func summary(interrupted: Bool) -> Summary {
    let seconds = max(self.seconds, 1e-6)
    return Summary(
      articles: articles, added: outcome.added, replaced: outcome.replaced,
      unchanged: outcome.unchanged,
      rejected: Dictionary(uniqueKeysWithValues: rejected.map { ($0.key.rawValue, $0.value) }),
      formats: Dictionary(uniqueKeysWithValues: formats.map { ($0.key.rawValue, $0.value) }),
      resumed: plan.resumedRecords, resumedRejected: plan.resumedRejected,
      warnings: warnings, seconds: seconds, articlesPerSecond: Double(articles) / seconds,
      textBytes: textBytes, megabytesPerSecond: Double(textBytes) / 1e6 / seconds,
      interrupted: interrupted, isDryRun: isDryRun)
  }
}

extension ImportProgress.Summary {
  /// The figures for a person, in two or three lines.
  var text: String {
    var text =
      isDryRun
      ? Quantity.text(articles, "article") + ", "
      : "\(added) added, \(replaced) replaced, \(unchanged) unchanged, "
    let total = rejected.values.reduce(0, +)
    text += "\(total) rejected"
    if total > 0 {
      let reasons = rejected.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
      text += " (" + reasons.joined(separator: ", ") + ")"
    }
    if isDryRun { text += "; nothing written" }
    if resumed > 0 {
      text += "\nresumed: \(Quantity.text(resumed, "record")) already imported"
      if resumedRejected > 0 { text += ", \(resumedRejected) of them rejected" }
    }
    text += String(format: "\n%.1f s", seconds)
    if articles > 0 {
      text += String(
        format: ", %.0f articles/s, %.1f MB/s of text", articlesPerSecond, megabytesPerSecond)
    }
    return text
  }
}
