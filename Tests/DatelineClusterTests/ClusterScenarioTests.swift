import CorpusGenerator
import DatelineAnalysis
import DatelineCore
import DatelineIndex
import DatelineSearch
import Foundation
import Testing

@testable import DatelineCluster

/// The same articles in a file and on three shards: the same queries find the same articles.
@Suite(.enabled(if: SphinxCluster.isInstalled), .serialized) struct ClusterScenarioTests {
  private struct Words {
    static let classes = 29
    var random = SplitMix64(seed: 7)
    let bodies: [[String]]
    let titles: [[String]]
    /// Words of the names of outlets.
    let sources: [String]
    /// Texts in pieces between spaces, as they were printed.
    let printed: [[String]]

    init(_ articles: [Article]) {
      let tokenizer = Tokenizer()
      bodies = articles.map { tokenizer.tokens(of: $0.body) }
      titles = articles.map { tokenizer.tokens(of: $0.title) }
      printed = articles.map { article in
        article.body.split(whereSeparator: \.isWhitespace).map(String.init)
          // What they would mean a cluster refuses.
          .filter { !$0.contains { "=~*:".contains($0) } }
      }
      sources = Set(articles.flatMap { tokenizer.tokens(of: $0.source ?? "") }).sorted()
    }

    mutating func number(below limit: Int) -> Int { Int(random.next() % UInt64(max(limit, 1))) }

    mutating func number(_ first: Int, _ count: Int) -> Int { first + number(below: count) }

    mutating func run(of count: Int, in texts: [[String]]) -> [String] {
      while true {
        let text = texts[number(below: texts.count)]
        guard text.count >= count else { continue }
        let start = number(below: text.count - count + 1)
        return Array(text[start..<start + count])
      }
    }

    /// Words that lie side by side about a place, where a lead may end.
    mutating func lead(around place: Int) -> [String] {
      while true {
        let text = bodies[number(below: bodies.count)]
        let count = number(2, 3)
        if text.count >= place + count { return Array(text[place..<place + count]) }
      }
    }

    mutating func word() -> String { run(of: 1, in: bodies)[0] }

    mutating func beginning() -> String {
      var word = run(of: 1, in: bodies)[0]
      while word.utf8.contains(where: { $0 >= 0xF0 }) {
        word = run(of: 1, in: bodies)[0]
      }
      return String(word.prefix(max(1, number(below: word.count + 1)))) + "*"
    }

    /// Pieces of a text with their capitals and punctuation.
    mutating func printed(_ count: Int) -> String {
      run(of: count, in: printed).joined(separator: " ")
    }

    /// A query of one of the classes that a cluster answers.
    mutating func query(_ kind: Int) -> String {
      switch kind {
      case 0: return word()
      case 1: return "\(word()) AND \(word())"
      case 2: return "\(word()) OR \(word()) OR \(word())"
      case 3: return "\(word()) NOT \(word())"
      case 4: return "\"" + run(of: 2 + number(below: 2), in: bodies).joined(separator: " ") + "\""
      case 5:
        let words = run(of: 4, in: bodies)
        return words[0] == words[3] ? word() : "NEAR(\(words[0]) \(words[3]), \(number(below: 6)))"
      case 6:
        let words = run(of: 6, in: bodies)
        return Set([words[0], words[2], words[5]]).count < 3
          ? word() : "NEAR(\(words[0]) \(words[2]) \(words[5]), \(number(below: 9)))"
      case 7:
        let words = run(of: 6, in: bodies)
        return "NEAR(\"\(words[0]) \(words[1])\" \"\(words[4]) \(words[5])\", \(number(below: 6)))"
      case 8: return beginning()
      case 9: return "title:" + run(of: 1, in: titles)[0]
      case 10: return "title:\"" + run(of: 2, in: titles).joined(separator: " ") + "\""
      case 11: return run(of: 3, in: titles).joined(separator: " ")
      case 12: return "(\(word()) OR \(beginning())) AND NOT (\(word()) OR title:\(word()))"
      case 13: return ["entity:nato", "russia", "Donald Trump", "entity:china"][number(below: 4)]
      case 14: return "\(word()) source:\(sources[number(below: sources.count)])"
      case 15: return "\(word()) published:20\(number(10, 15))..20\(number(10, 15))"
      case 16:
        return
          "NOT \(word()) NOT \(word()) after:20\(number(10, 16))-0\(1 + number(below: 9))"
      case 17: return "+\(word()) \(word()) \(word())"
      case 18: return "lead:\(word())"
      case 19: return "lead:\"" + lead(around: number(40, 30)).joined(separator: " ") + "\""
      case 20: return "\(word()) -lead:\(word())"
      case 21: return "body:(\(word()) \(word())) -\"\(word()) \(word())\""
      // Leads below NOT and OR.
      case 22: return "\(word()) OR (\(word()) AND NOT lead:\(word()))"
      case 23: return "\(word()) NOT \(word()) OR lead:\(word())"
      case 24: return "(lead:\(word()) OR title:\(word())) AND NOT (\(word()) AND lead:\(word()))"
      case 25:
        return "lead:(\(word()) OR \(word())) OR (\(word()) NOT (\(word()) AND NOT lead:\(word())))"
      // As it was printed.
      case 26: return printed(number(1, 3))
      case 27:
        return "\"" + printed(2).replacing("\"", with: "") + "\" OR \(printed(1))"
      default: return "\(printed(1)) OR (\(word()) AND NOT lead:\(word()))"
      }
    }
  }

  @Test func theSameArticlesAreFoundAsInAFile() throws {
    var articles = CorpusGenerator(articles: 3_000, seed: 5).map { document in
      Article(
        key: document.key ?? "", title: document.title ?? "", body: document.body ?? "",
        published: document.published, source: document.source, url: document.url,
        section: document.section, language: document.language, origin: document.origin)
    }
    let long = String(repeating: "ab", count: 40)
    let longNear = String(repeating: "long", count: 12) + "东"
    for (number, text) in [
      "中国北京新闻 naïve café", "emoji 😀 𝔘nicode \(long)", "Ёлка Straße İstanbul",
      "𠀀𠀁文 𝔸𝔹c \u{E000}\u{EFFF}x", longNear,
    ].enumerated() {
      articles.append(
        Article(
          key: "extra\(number)", title: text, body: "The text: " + text,
          origin: Origin(file: "test", record: number, offset: 0)))
    }
    try Self.compare(
      articles,
      besides: [
        "中国", "中", "新", "naive", "cafe", "unicode", "𝔘nicode", long, "istanbul", "strasse", "ёлка",
        "𠀀", "𠀁", "𠀀𠀁", "𠀁文", "文", "𠀂", "z*", "zz*", "zzlong*", "𝔸*", "𝔸𝔹*", "𝔸𝔹c",
        "\u{E000}*", "\u{EFFF}*", "\u{E800}*", "\u{EFFE}", longNear,
      ])
  }

  private static let data = ProcessInfo.processInfo.environment["DATELINE_DATA"]
  private static let zstd = ["/usr/bin/zstd", "/usr/local/bin/zstd"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  /// The same with what outlets have printed: articles of Reuters and of some dozen others.
  @Test(
    .enabled(if: data != nil, "set DATELINE_DATA to run"),
    .enabled(if: zstd != nil, "needs the zstd program"))
  func theSameRealArticlesAreFoundAsInAFile() throws {
    struct Record: Decodable {
      var id: String
      var title: String
      var body: String
      var published: String?
      var source: String?
      var url: String?
    }
    var articles: [Article] = []
    for dump in ["reuters-2008-2010-sample", "allsides"] {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      process.arguments = [
        "-c", #""$0" -dcq "$1" | awk 'NR % 11 == 1' | head -n 1600"#, try #require(Self.zstd),
        try #require(Self.data) + "/bulk/\(dump).jsonl.zst",
      ]
      let pipe = Pipe()
      process.standardOutput = pipe
      try process.run()
      let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      for line in text.split(separator: "\n") {
        let record = try JSONDecoder().decode(Record.self, from: Data(line.utf8))
        articles.append(
          Article(
            key: record.id, title: record.title, body: record.body,
            published: record.published.flatMap { $0.isEmpty ? nil : $0 },
            source: record.source, url: record.url,
            origin: Origin(file: dump, record: articles.count, offset: 0)))
      }
    }
    try #require(articles.count == 3_200)
    try Self.compare(articles, besides: [])
  }

  /// Writes articles to three shards and to a file, and compares what queries find.
  private static func compare(_ articles: [Article], besides others: [String]) throws {
    // Beginnings of one letter take their time on a busy machine.
    let cluster = try SphinxCluster(shards: 3, queryTimeout: 100_000)
    let path = cluster.folder.appending(path: "news.db").path
    let index = try IndexWriter(path: path)
    try index.write(articles)
    try index.close()
    let writer = try cluster.writer()
    for article in articles { try writer.write(article) }
    try writer.flush()
    #expect(writer.written == articles.count && writer.takeRejected().isEmpty)

    let local = try LocalEngine(path: path)
    let remote = try cluster.engine(timeout: 120)
    var words = Words(articles)
    var queries = (0..<1_200).map { words.query($0 % Words.classes) }
    queries += others
    var classes: [Int: [Double]] = [:]
    var (compared, withHits, overlap) = (0, 0, 0.0)
    for (number, query) in queries.enumerated() {
      let match = SearchRequest.Match.allCases[number % 3]
      let request = SearchRequest(query: query, limit: 5_000, match: match)
      let expected = try local.run(request)
      let found = try remote.run(request)
      let (here, there) = (Set(expected.map(\.key)), Set(found.map(\.key)))
      let isSame = here == there && found.count == expected.count
      #expect(
        isSame,
        """
        \(query) (\(match)): \(found.count) instead of \(expected.count); besides \
        \(there.subtracting(here).sorted().prefix(3)), without \
        \(here.subtracting(there).sorted().prefix(3))
        """)
      compared += 1
      if number % 7 == 0 {
        var page = request
        (page.limit, page.offset, page.fragments) = (3, number % 4, 0)
        let (here, there) = (try local.search(page), try remote.search(page))
        #expect(here.total == expected.count && there.total == here.total, "\(query) (\(match))")
        #expect(there.totalMatchingAll == here.totalMatchingAll, "\(query) (\(match))")
        #expect(there.hits.count == here.hits.count, "\(query) (\(match))")
      }
      if expected.isEmpty { continue }
      withHits += 1
      let best = Set(expected.prefix(10).map(\.key))
      let share = Double(found.prefix(10).count { best.contains($0.key) }) / Double(best.count)
      overlap += share
      classes[number % Words.classes, default: []].append(share)
    }
    print(
      "\(compared) queries on three shards and in a file, \(withHits) with hits, overlap at ten "
        + String(format: "%.3f", overlap / Double(max(withHits, 1))))
    let shares = classes.sorted { $0.key < $1.key }.map {
      "\($0.key): \(String(format: "%.2f", $0.value.reduce(0, +) / Double($0.value.count)))"
    }
    print("overlap by class: " + shares.joined(separator: ", "))
    #expect(compared > 1_000 && withHits > compared / 2)
    #expect(overlap / Double(withHits) > 0.6)
  }
}
