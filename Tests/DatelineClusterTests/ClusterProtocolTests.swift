import ClusterAnswers
import DatelineCore
import Foundation
import Synchronization
import Testing

@testable import DatelineCluster

/// What is sent to servers, and what is made of what they say: of servers that are made up.
@Suite(.enabled(if: SphinxCluster.isInstalled)) struct ClusterProtocolTests {
  private static func article(_ number: Int) -> Article {
    Article(
      key: "key \(number)", title: "Story \(number)", body: "The council met again.",
      origin: Origin(file: "test", record: number, offset: 0))
  }

  private static func rows(in statement: String) -> Int {
    statement.components(separatedBy: "allarticles").count - 1
  }

  private static func writer(_ server: AnswerServer) throws -> ClusterWriter {
    try ClusterWriter(
      index: "news", shards: [[server.address]], credentials: ClusterCredentials(),
      firstDelay: 0.01)
  }

  /// A warning is looked at, and told of the article that it is about.
  @Test func warningsNameTheirArticles() throws {
    let last = Mutex("")
    let server = try AnswerServer { statement in
      if statement == "SHOW WARNINGS" {
        return .rows(
          columns: ["Level", "Code", "Message"], [["warning", "1000", "a text was cut"]])
      }
      last.withLock { $0 = statement }
      return .done(
        affected: Self.rows(in: statement), warnings: statement.contains("'key 13'") ? 1 : 0)
    }
    let writer = try Self.writer(server)
    for number in 0..<40 { try writer.write(Self.article(number)) }
    try writer.flush()
    #expect(writer.takeWarnings() == ["key 13: a text was cut"])
    #expect(writer.written == 40 && writer.takeRejected().isEmpty)
    #expect(writer.takeWarnings().isEmpty)
  }

  /// Fewer rows confirmed than sent: the ones that are missing are found and told.
  @Test func missingRowsAreFound() throws {
    let server = try AnswerServer { statement in
      let lost = ["'key 5'", "'key 31'"].count { statement.contains($0) }
      return .done(affected: Self.rows(in: statement) - lost)
    }
    let writer = try Self.writer(server)
    for number in 0..<40 { try writer.write(Self.article(number)) }
    try writer.flush()
    #expect(writer.written == 38)
    #expect(writer.takeRejected().map(\.origin.record).sorted() == [5, 31])
  }

  /// What a cluster cannot answer is refused before anything is sent, with what to write instead.
  @Test(arguments: [
    ("\"white hou*\"", "put the last word with its * behind the phrase"),
    ("title:\"interest ra*\"", "put the last word with its * behind the phrase"),
    ("electoin~1", "write electoin*"), ("=Apple", "without ="),
    ("lead:NEAR(council met, 3)", "write body:"), ("NEAR(council council, 3)", "same word twice"),
    ("lead:elect*", "write body:elect*, or whole words"),
    ("title:北京", "Chinese, Japanese or Korean words cannot be asked of a cluster; write 北京"),
    ("NEAR(council council, 3)", "write a phrase"),
    (String(repeating: "c", count: 50) + "*", "up to 40 letters; write fewer of them"),
    ("NEAR(\"a b\" c d, 3)", "write two"),
  ])
  func whatCannotBeAskedIsNotSent(query: String, advice: String) throws {
    let server = try AnswerServer { _ in .error("asked") }
    let engine = try ClusterEngine(
      ClusterAddress(server: server.address, index: "news"), credentials: ClusterCredentials())
    do {
      _ = try engine.search(SearchRequest(query: query))
      Issue.record("\(query) was answered")
    } catch {
      #expect("\(error)".contains(advice), "\(error)")
    }
    #expect(server.statements.isEmpty)
    // What can be asked is.
    #expect(throws: ClusterError.self) { try engine.search(SearchRequest(query: "council")) }
    #expect(!server.statements.isEmpty)
  }

  /// So are options that rank with what only a file has.
  @Test func optionsThatNeedAFileAreNotSent() throws {
    let server = try AnswerServer { _ in .error("asked") }
    let engine = try ClusterEngine(
      ClusterAddress(server: server.address, index: "news"), credentials: ClusterCredentials())
    var expanded = SearchRequest(query: "council")
    expanded.preferences.isExpanded = true
    for (request, advice) in [
      (expanded, "--expand needs the words of the file; leave it out"),
      (SearchRequest(query: "council", explain: true), "--explain needs a file; leave it out"),
      (SearchRequest(query: "council", limit: 10, offset: 1_000_000), "first 1000000 hits"),
    ] {
      #expect {
        try engine.search(request)
      } throws: {
        "\($0)".contains(advice)
      }
    }
    #expect(server.statements.isEmpty)
  }

  /// What the ranking needs of all articles is asked for once, the latest day only where recent ones gain.
  @Test func meansAreAskedForOnce() throws {
    let server = try AnswerServer { statement in
      if statement.hasPrefix("SELECT AVG") {
        return .rows(columns: ["t", "b"], [["8.6", "420.3"]])
      }
      if statement.hasPrefix("SELECT MAX") { return .rows(columns: ["d"], [["736000"]]) }
      return .rows(columns: ["id"], [])
    }
    let engine = try ClusterEngine(
      ClusterAddress(server: server.address, index: "news"), credentials: ClusterCredentials())
    var request = SearchRequest(query: "council", limit: 5, fragments: 0)
    for _ in 0..<3 { _ = try engine.search(request) }
    func count(_ beginning: String) -> Int {
      server.statements.count { $0.hasPrefix(beginning) }
    }
    #expect(count("SELECT AVG") == 1 && count("SELECT MAX") == 0)
    request.preferences.recencyHalfLife = 30
    for _ in 0..<3 { _ = try engine.search(request) }
    #expect(count("SELECT AVG") == 2 && count("SELECT MAX") == 1)
    #expect(server.statements.count { $0.contains("pow(2,(days-736000)/30)") } == 3)
    // Who counts only, ranks nothing.
    let other = try ClusterEngine(
      ClusterAddress(server: server.address, index: "news"), credentials: ClusterCredentials())
    request.limit = 0
    _ = try other.search(request)
    #expect(count("SELECT AVG") == 2)
  }

  /// A total is exact or counted.
  @Test func estimatesAreNoTotals() {
    func total(_ values: [[String?]]) -> Int? {
      ClusterPages.total(
        in: SphinxConnection.ResultSet(columns: ["Variable_name", "Value"], rows: values))
    }
    #expect(total([["total", "10"], ["total_found", "2308"]]) == 2308)
    #expect(total([["total_found", "2308"], ["total_relation", "eq"]]) == 2308)
    #expect(total([["total_found", "2308"], ["total_relation", "gte"]]) == nil)
    #expect(total([["total", "10"]]) == nil)
  }

  /// Texts of pages far down, and of long ones, are asked for by the numbers of the hits: of each row down to the end of
  /// a page all shards send what is selected.
  @Test func pagesFarDownComeInTwoSteps() throws {
    let server = try AnswerServer { statement in
      if statement == "SHOW META" {
        return .rows(columns: ["Variable_name", "Value"], [["total_found", "90000"]])
      }
      if statement.contains("WHERE id IN") {
        return .rows(
          columns: ["id", "doc_key", "title_s"], [["7", "g", "Seven"], ["9", "i", "Nine"]])
      }
      return statement.contains("WEIGHT()")
        ? .rows(columns: ["id", "w"], [["9", "200000"], ["8", "150000"], ["7", "100000"]])
        : .rows(columns: ["id"], [])
    }
    let engine = try ClusterEngine(
      ClusterAddress(server: server.address, index: "news"), credentials: ClusterCredentials())
    let response = try engine.search(SearchRequest(query: "trusts", limit: 3, offset: 30_000))
    // One of them is gone by then.
    #expect(response.hits.map(\.key) == ["i", "g"] && response.hits.map(\.score) == [2, 1])
    let page = server.statements.filter { $0.contains("LIMIT 30000,3") }
    #expect(page.count == 1 && page.allSatisfy { !$0.contains("_s,") }, "\(page)")
    let texts = server.statements.filter { $0.contains("WHERE id IN (9,8,7) LIMIT 3") }
    #expect(texts.count == 1 && texts.allSatisfy { $0.contains("body_s3") }, "\(texts)")
  }

  /// The statements that are sent, the same to both engines.
  @Test(arguments: [AnswerServer.sphinx, AnswerServer.manticore])
  func eachEngineIsSentItsStatements(version: String) throws {
    let server = try AnswerServer(version: version) { statement in
      if statement == "SHOW META" {
        return .rows(
          columns: ["Variable_name", "Value"], [["total_found", "4"], ["total_relation", "gte"]])
      }
      if statement.hasPrefix("SELECT COUNT(*)") { return .rows(columns: ["c"], [["3"]]) }
      if statement.hasPrefix("SELECT AVG") {
        return .rows(columns: ["t", "b"], [["8.6", "420.3"]])
      }
      return .rows(columns: ["id"], [])
    }
    let engine = try ClusterEngine(
      ClusterAddress(server: server.address, index: "news"), credentials: ClusterCredentials())
    let response = try engine.search(
      SearchRequest(query: "trusts NOT title:bank", since: "2016", limit: 5, fragments: 0))
    #expect(response.total == 3)
    let from = "published>0 AND published>=20160000000000"
    let match = "((@(title,body,lead,cjk) trust) -(@title bank))"
    // Weights 4 for the title, 2 for the lead, 1 for the rest, each by its length.
    let frequency =
      "sum(if(user_weight=4,4/(0.7+0.033333*title_length),if(user_weight=2,"
      + "2/(0.7+0.005*min(body_length,60))-1/(0.25+0.002083*max(body_length-60,0)),"
      + "if(user_weight=3,1,1)/(0.25+0.002083*max(body_length-60,0))))*hit_count)"
    let ranking =
      "ranker=expr('min(2000000000,100000*2.2*\(frequency)/(1.2+\(frequency)))'), "
      + "field_weights=(title=4,body=1,lead=2,title_words=4,body_words=1,cjk=1,tags=3), "
      + "idf='plain,tfidf_unnormalized'"
    // What is left of the time is another in each.
    let statements = server.statements.map { $0.replacing(/agent_query_timeout=\d+/, with: "T") }
    #expect(
      statements == [
        "SELECT AVG(title_length) AS t, AVG(body_length) AS b FROM news OPTION T", "SHOW META",
        "DESCRIBE news",
        "SELECT id, WEIGHT() AS w, doc_key, title_s, published_s, source_name, url, entities_s, "
          + "(\(from)) AS x0 FROM news WHERE MATCH('\(match)') AND x0=1 "
          + "ORDER BY w DESC, published DESC, published_s DESC, id ASC LIMIT 0,5 OPTION max_matches=5, \(ranking), T",
        "SHOW META",
        "SELECT COUNT(*) AS c, (\(from)) AS x0 FROM news WHERE MATCH('\(match)') AND x0=1 "
          + "OPTION ranker=none, T", "SHOW META",
      ], "\(statements)")
  }
}
