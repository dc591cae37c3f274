import Foundation
import Testing

private let data = ProcessInfo.processInfo.environment["DATELINE_DATA"]

/// The first real document and the bulk sets, from the folder named by `DATELINE_DATA`.
@Suite(.enabled(if: data != nil, "set DATELINE_DATA to a folder with the real data sets"))
struct RealDataTests {
  private let folder: CommandFolder
  private let data: String

  init() throws {
    folder = try CommandFolder()
    data = try #require(ProcessInfo.processInfo.environment["DATELINE_DATA"])
  }

  private func indexSeed() throws {
    try FileManager.default.createDirectory(
      at: folder.url.appendingPathComponent("pages"), withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: data + "/seed-article.txt", toPath: folder.path("pages/seed.txt"))
    let corpus = CommandFolder.package.appendingPathComponent("Corpus/articles").path
    let result = try folder.dateline(["index", "pages", corpus])
    #expect(result.status == 0, "\(result.errors)")
  }

  @Test func firstDocumentIsClean() throws {
    try indexSeed()
    let found = try folder.dateline(["search", "\"special response unit\"", "--json"])
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(found.output.utf8)) as? [String: Any])
    let hit = try #require((json["hits"] as? [[String: Any]])?.first)
    #expect(
      hit["title"] as? String
        == "NATO chief slams 'unacceptable' attempts to influence elections")
    let entities = try #require(hit["entities"] as? [String])
    for name in ["NATO", "Russia", "Donald Trump", "Jens Stoltenberg"] {
      #expect(entities.contains(name), "\(name) in \(entities)")
    }
    let key = try #require(hit["key"] as? String)
    let shown = try folder.dateline(["show", key]).output
    for noise in [
      "ADVERTISEMENT", "PULSE COMMUNITY", "Unblock", "Eyewitness", "pulse.ng", "Recommended",
      "Anambra", "naira", "World Bank anticipates", "Akpoti",
    ] {
      #expect(!shown.contains(noise), "\(noise)")
    }
    for sentence in [
      "\"Any attempt to intervene in", "Russia has rejected the charges.",
      "as demonstrated in Georgia and Ukraine.", "some days after the election,\" he said.",
    ] {
      #expect(shown.contains(sentence), "\(sentence)")
    }
  }

  @Test func firstDocumentIsFound() throws {
    try indexSeed()
    for query in ["nato cyber", "\"special response unit\"", "stoltenberg elections"] {
      let output = try folder.dateline(["search", query, "-n", "3", "--csv"]).output
      #expect(output.contains("NATO chief slams"), "\(query)")
      #expect(!output.contains("ADVERTISEMENT"))
    }
    for query in ["\"pulse community\"", "naira"] {
      let output = try folder.dateline(["search", query, "--csv"]).output
      #expect(!output.contains("NATO chief slams"), "\(query)")
    }
  }

  @Test func firstDocumentAloneIsClean() throws {
    try folder.write(
      "seed.txt", Data(contentsOf: URL(fileURLWithPath: data + "/seed-article.txt")))
    #expect(try folder.dateline(["index", "seed.txt"]).output.hasPrefix("1 added"))
    #expect(try folder.dateline(["search", "nato cyber"]).status == 0)
    #expect(try folder.dateline(["search", "\"pulse community\""]).status == 1)
    #expect(try folder.dateline(["search", "naira"]).status == 1)
  }

  @Test(arguments: [("allsides", 18_777), ("reuters-2008-2010-sample", 20_000)])
  func bulkSetsGoInTwice(name: String, count: Int) throws {
    let dump = "\(data)/bulk/\(name).jsonl.zst"
    let first = try folder.shell("zstd -dc '\(dump)' | dateline index - --format jsonl --json")
    #expect(first.status == 0, "\(first.errors)")
    let second = try folder.shell("zstd -dc '\(dump)' | dateline index - --format jsonl --json")
    #expect(second.output.contains(#""added" : 0"#), "\(second.output)")
    #expect(second.output.contains(#""replaced" : 0"#), "\(second.output)")
    #expect(second.output.contains(#""rejected" : {"#))
    let statistics = try folder.dateline(["stats", "--json"])
    #expect(statistics.output.contains(#""articles" : \#(count)"#), "\(statistics.output)")
    #expect(try folder.dateline(["check"]).status == 0)
    #expect(try folder.dateline(["search", "nato", "russia"]).status == 0)
  }
}
