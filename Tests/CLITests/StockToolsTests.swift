import Foundation
import Testing

/// The file in the hands of other tools: sqlite3, sqlite-utils and Datasette.
@Suite(.serialized) struct StockToolsTests {
  private let folder: CommandFolder

  init() throws {
    folder = try CommandFolder()
    try folder.write("dump.jsonl", SampleDump.jsonl)
    _ = try folder.dateline(["index", "dump.jsonl", "--quiet"])
  }

  @Test func sqlite3SearchesAndRanks() throws {
    let result = try folder.shell(
      """
      sqlite3 news.db "SELECT articles.key FROM articles_fts JOIN articles ON articles.id = \
      articles_fts.rowid WHERE articles_fts MATCH 'nato' ORDER BY rank"
      """)
    #expect(result.output == "a1\na3\n", "\(result.errors)")
    let facets = try folder.shell(
      """
      sqlite3 news.db "SELECT value, count(*) FROM articles, json_each(entities) \
      GROUP BY value ORDER BY 2 DESC, 1"
      """)
    #expect(facets.output.hasPrefix("NATO|2\n"))
    let check = try folder.shell(
      """
      sqlite3 news.db "PRAGMA integrity_check" \
      "INSERT INTO articles_fts(articles_fts, rank) VALUES ('integrity-check', 1)"
      """)
    #expect(check.output == "ok\n" && check.errors.isEmpty)
  }

  /// A virtual environment with the tools, made once below the build folder.
  private static let tools: Result<URL, ToolsError> = {
    let folder = CommandFolder.package.appendingPathComponent(".build/stock-tools")
    let ready = folder.appendingPathComponent("ready").path
    if FileManager.default.fileExists(atPath: ready) { return .success(folder) }
    do {
      let made = try CommandFolder().shell(
        """
        python3 -m venv '\(folder.path)' && \
        '\(folder.path)/bin/pip' install -q --disable-pip-version-check datasette sqlite-utils && \
        touch '\(ready)'
        """)
      return made.status == 0 ? .success(folder) : .failure(ToolsError(message: made.errors))
    } catch {
      return .failure(ToolsError(message: "\(error)"))
    }
  }()

  private struct ToolsError: Error { var message: String }

  private static var canRun: Bool {
    switch tools {
    case .success: return true
    case .failure(let error):
      print("skipped: Datasette and sqlite-utils cannot be installed: \(error.message)")
      return false
    }
  }

  private func tool(_ name: String) throws -> String {
    try Self.tools.get().appendingPathComponent("bin/\(name)").path
  }

  @Test(.enabled(if: canRun, "pip cannot install Datasette and sqlite-utils here"))
  func sqliteUtilsFindsTheSearchTable() throws {
    let utils = try tool("sqlite-utils")
    let found = try folder.shell("'\(utils)' search news.db articles 'nato cyber' -c key")
    #expect(found.output.contains("a1") && !found.output.contains("a2"), "\(found.errors)")
    let python = try tool("python")
    let detected = try folder.shell(
      """
      '\(python)' -c "import sqlite_utils; print(sqlite_utils.Database('news.db')['articles'].detect_fts())"
      """)
    #expect(detected.output == "articles_fts\n", "\(detected.errors)")
  }

  @Test(.enabled(if: canRun, "pip cannot install Datasette and sqlite-utils here"))
  func datasetteSearchesAndFacetsByEntity() throws {
    let datasette = try tool("datasette")
    let page = try folder.shell(
      "'\(datasette)' news.db --get '/news/articles.json?_search=nato&_facet_array=entities&_shape=objects'"
    )
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(page.output.utf8)) as? [String: Any],
      "\(page.output.prefix(300))\(page.errors)")
    let rows = try #require(json["rows"] as? [[String: Any]])
    #expect(Set(rows.compactMap { $0["key"] as? String }) == ["a1", "a3"])
    #expect(page.output.contains("\"facet_results\"") && page.output.contains("\"NATO\""))
    let html = try folder.shell("'\(datasette)' news.db --get '/news/articles'")
    #expect(html.output.contains("name=\"_search\""))
  }
}
