/// Pages that answer a search of their site.
enum SearchPage {
  /// Whether a page's address or type says that it is one and it leads to other pages, or its title does
  /// and what was taken from it are teasers.
  static func matches(
    _ metadata: PageMetadata, titles: [String], address: String?, _ text: HTMLExtractor.Result
  ) -> Bool {
    let shape = text.shape
    if metadata.pageTypes.contains("SearchResultsPage") || address.map(isAddress) == true {
      return shape.linkedHeadlines >= 2 || text.linkDensity > 0.4
    }
    guard titles.contains(where: isTitle) else { return false }
    if text.words < 150 { return shape.linkedHeadlines >= 2 || text.linkDensity > 0.4 }
    return shape.teasers >= 2 && shape.teaserShare > 0.4
  }

  private static func isTitle(_ title: String) -> Bool {
    title.utf8.count <= 160 && phrases.contains { ByteSearch.contains($0, in: title[...]) }
  }

  /// As ``TitleKey`` writes them.
  private static let phrases = [
    "search result", "results for ", "you searched for", "searched for ", "suchergebnis",
    "ihre suche nach",
    "treffer für", "résultats de recherche", "résultats pour", "vous avez cherché",
    "resultados de búsqueda", "resultados de la búsqueda", "resultados para ",
    "resultados da pesquisa",
    "resultados da busca", "risultati della ricerca", "risultati per ", "zoekresultaten",
    "resultaten voor ",
    "wyniki wyszukiwania", "результаты поиска", "sökresultat", "søgeresultat", "søkeresultat",
    "hakutulokset",
    "výsledky vyhledávání", "arama sonuçları", "hasil pencarian", "kết quả tìm kiếm", "検索結果",
    "搜索结果",
    "搜尋結果", "검색결과", "검색 결과", "نتائج البحث", "ผลการค้นหา",
  ]

  /// Whether an address asks for a word: it names one in its query, as the first thing there or below a
  /// path that is called so.
  static func isAddress(_ address: String) -> Bool {
    let whole = WebAddress.path(of: address).lowercased().prefix { $0 != "#" }
    let path = whole.prefix { $0 != "?" }
    let parts = path.split { $0 == "/" || $0 == "." }
    let isCalled = parts.prefix(3).contains { paths.contains(String($0)) }
    for (index, part) in whole.dropFirst(path.utf8.count + 1).split(separator: "&").enumerated() {
      let pair = part.split(separator: "=", maxSplits: 1)
      guard pair.count == 2, parameters.contains(String(pair[0])) else { continue }
      if isCalled || (index == 0 && parts.count <= 1 && !pair[1].allSatisfy(\.isNumber)) {
        return true
      }
    }
    // `/search/bridge`
    return parts.count <= 2 && parts.first.map { paths.contains(String($0)) } ?? false
  }

  private static let paths: Set<String> = [
    "search", "searchresults", "search-results", "results", "find", "suche", "suchen",
    "suchergebnisse",
    "recherche", "rechercher", "buscar", "busqueda", "busca", "buscador", "pesquisa", "ricerca",
    "cerca",
    "zoeken", "szukaj", "poisk", "hledat", "ara", "arama", "cari", "sok", "sog", "haku",
  ]
  private static let parameters: Set<String> = [
    "q", "s", "query", "search", "keyword", "keywords", "kw", "term", "text", "searchterm",
    "searchtext",
    "searchword", "suche", "suchbegriff", "recherche", "buscar", "busca", "cerca", "zoek",
    "p_keyword",
  ]
}
