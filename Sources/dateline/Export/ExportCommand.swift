import ArgumentParser
import DatelineCluster
import DatelineCore
import DatelineIndex
import Foundation

/// `dateline export`.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write all articles of the index for another program, or into a cluster.",
    discussion: """
      EXAMPLES
        dateline export > articles.jsonl
        dateline export --format csv --output articles.csv
        dateline export --format opensearch-bulk --mapping mapping.json > bulk.ndjson
        dateline export --to sphinxql://front:9306/news --shards shard1:9306,shard2:9306

      JSON Lines and CSV come back with `dateline index` as they were: key, texts,
      dates, source, authors, section, language, addresses. Lines for
      OpenSearch and Elasticsearch are written as their documentation asks; they
      were not tried against a live server. Articles are in the order of their ids.
      Files and pipes get texts as they are; a terminal gets control characters and
      those that change the direction of writing as numbers, such as <U+202E>.
      """)

  @OptionGroup var database: DatabaseOptions

  @Option(help: ArgumentHelp("jsonl, csv or opensearch-bulk.", valueName: "format"))
  var format = ExportFormat.jsonl

  @Option(
    name: .shortAndLong, help: ArgumentHelp("File to write; default: stdout.", valueName: "file"),
    completion: .file())
  var output: String?

  @Option(
    help: ArgumentHelp(
      "With opensearch-bulk: write the index's mapping to this file.", valueName: "file"),
    completion: .file())
  var mapping: String?

  @Option(
    name: .customLong("index-name"),
    help: ArgumentHelp("With opensearch-bulk: name of the index.", valueName: "name"))
  var indexName = "news"

  @Option(
    help: ArgumentHelp(
      "Write into a cluster: sphinxql://HOST:PORT/INDEX, with --shards.", valueName: "address"))
  var to: String?

  @OptionGroup var target: ClusterTargetOptions

  func validate() throws {
    _ = try target.cluster(to, option: "--to")
    if to != nil, output != nil || mapping != nil {
      throw ValidationError("--to writes no file; leave out --output and --mapping")
    }
    if mapping != nil, format != .opensearch {
      throw ValidationError("--mapping goes with --format opensearch-bulk")
    }
  }

  func run() throws {
    let reader = try IndexReader(path: database.file)
    for path in [output, mapping].compactMap({ $0 }) where isIndex(path) {
      throw CommandFailure("\(path) is the index itself; give another file")
    }
    if let cluster = try target.cluster(to, option: "--to") {
      let written = try cluster.copy(from: reader)
      Console.write(Quantity.text(written, "article") + " written\n")
      return
    }
    if let mapping { try write(ExportFormat.mapping, to: mapping) }
    let writer = ExportWriter(format, indexName: indexName)
    guard let output else {
      Console.write(writer.header)
      try reader.forEachArticle { Console.write(writer.text(of: $0), .data) }
      return
    }
    let handle = try OutputFile.create(output)
    do {
      try handle.write(contentsOf: Data(writer.header.utf8))
      try reader.forEachArticle { try handle.write(contentsOf: Data(writer.text(of: $0).utf8)) }
      try handle.close()
    } catch let error as IndexError {
      throw error
    } catch {
      throw CommandFailure.unwritable(output, error)
    }
  }

  /// Whether a path leads to the index file.
  private func isIndex(_ path: String) -> Bool {
    func resolved(_ path: String) -> String {
      URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    }
    return resolved(path) == resolved(database.file)
  }

  private func write(_ text: String, to path: String) throws {
    do {
      try text.write(toFile: path, atomically: true, encoding: .utf8)
    } catch {
      throw CommandFailure.unwritable(path, error)
    }
  }
}

extension IndexReader {
  /// Calls `body` with each article in the order of ids, in one snapshot.
  func forEachArticle(_ body: (StoredArticle) throws -> Void) throws {
    var failure: (any Error)?
    try read { snapshot in
      for id in try snapshot.ids() {
        guard let article = try snapshot.article(id: id) else { continue }
        do {
          try body(article)
        } catch {
          // What the caller throws is no error of the database.
          failure = error
          return
        }
      }
    }
    if let failure { throw failure }
  }
}

extension StoredArticle {
  /// The article as it was given to the index.
  var article: Article {
    var text = body
    if let standfirst, !standfirst.isEmpty, text.hasPrefix(standfirst) {
      text = String(text.dropFirst(standfirst.count).drop(while: \.isNewline))
    }
    return Article(
      key: key, title: title, standfirst: standfirst, body: text, published: published,
      modified: modified, source: source, url: url, authors: authors, section: section,
      language: language, imageURL: imageURL, hints: hints, evidence: evidence, extra: extra,
      origin: origin, contentHash: contentHash)
  }
}
