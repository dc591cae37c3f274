import ArgumentParser
import DatelineCore
import DatelineIngest
import DatelineNormalize
import Foundation

/// `dateline extract`.
struct ExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Print the articles of news dumps as they would be indexed; nothing is written.",
    discussion: """
      EXAMPLES
        dateline extract page.html --explain  the article, and what was left out
        dateline extract dump/ --json         one JSON object an article, one a line

      JSON objects have file, record, offset, key, title, standfirst, authors[],
      published, modified, language, section, source, url, image_url, hints[],
      evidence{}, extra, content_hash and body; what is not known is absent.
      --explain adds explain{} with chosen, candidates[] (name, score, words) and
      dropped[] (text, reason).
      Exit status: 0 done (bad records are reported), 2 error, or with --strict any
      bad record.
      """)

  @OptionGroup var input: InputOptions

  @Flag(help: "Print one JSON object an article, one a line.")
  var json = false

  @Flag(help: "Print how each text was found and what was left out, with the reasons.")
  var explain = false

  func run() throws {
    Interrupt.arm()
    let options = try input.ingestOptions()
    let list = try input.files()
    let log = try ErrorLog(path: input.errors, isQuiet: input.quiet)
    input.reportSkipped(list)
    var memory = PageMemory(
      options: options, workers: input.workerCount, keepAll: input.keepAll,
      maxSeconds: input.maxTime)
    try memory.learn(list.files)
    let pipeline = RecordPipeline<Product>(
      .init(files: list.files, options: options, workers: input.workerCount)
    ) { [normalizer = memory.normalizer, json, explain] document in
      var trace = explain ? ExtractionTrace() : nil
      switch normalizer.article(from: document, trace: &trace) {
      case .rejected(let rejection): return .rejected(rejection)
      case .article(let article, let warnings):
        // Printed by the workers: making JSON costs as much as reading it.
        let text =
          json
          ? JSONText.of(ArticleJSON(article, trace: trace)) + "\n"
          : ExtractedArticleText.of(article, trace: trace)
        let place = "\(article.origin.file), record \(article.origin.record)"
        return .output(Product(text: text, warnings: warnings.map { "\(place): \($0)" }))
      }
    }
    var articles = 0
    var rejected = 0
    try pipeline.run { chunk in
      for result in chunk.items.compactMap(\.result) {
        switch result {
        case .rejected(let rejection):
          rejected += 1
          try log.add(rejection)
        case .output(let product):
          if !json, articles > 0 { Console.write("\n" + Self.separator + "\n\n") }
          articles += 1
          Console.write(product.text)
          if input.verbose {
            for warning in product.warnings { Console.note("warning: \(warning)") }
          }
        }
      }
    }
    log.finish()
    if Interrupt.isRaised { throw ExitCode(130) }
    if articles == 0, rejected == 0 {
      throw CommandFailure(
        "no articles in \(input.inputs.joined(separator: ", ")); name other files, or what they are with --format"
      )
    }
    if input.strict, rejected > 0 { throw ExitCode(2) }
  }

  private static let separator = String(repeating: "-", count: 72)

  private struct Product: Sendable {
    var text: String
    var warnings: [String]
  }
}
