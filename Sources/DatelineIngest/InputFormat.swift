/// A notation in which news dumps are read.
package enum InputFormat: String, Sendable, CaseIterable {
  /// Plain text, one article (or flattened page) a file.
  case text
  /// One JSON object a line (JSON Lines, NDJSON).
  case jsonl
  /// One JSON object, an array of objects, or an object that holds such an array.
  case json
  /// Comma separated values (RFC 4180), `;` and `|` recognised from the header.
  case csv
  /// Tab separated values.
  case tsv
  /// An HTML page, also in an MHTML archive.
  case html
  /// RSS 0.9x to 2.0, RSS 1.0 (RDF), Atom, CDF. A JSON Feed is ``json``.
  case feed
  /// NITF, NewsML-G2, NewsML 1.x and other XML with articles.
  case newsml
  /// Reuters-21578, TREC and Gigaword newswire in SGML.
  case sgml
  /// WARC, ARC and WET crawls.
  case warc

  /// The format that a file name's extension stands for; `nil` for an unknown one.
  package init?(path: String) {
    guard let name = path.split(separator: "/").last, let dot = name.lastIndex(of: "."),
      dot != name.startIndex
    else { return nil }
    switch name[name.index(after: dot)...].lowercased() {
    case "txt", "text", "story", "md", "markdown": self = .text
    case "jsonl", "ndjson": self = .jsonl
    case "json": self = .json
    case "csv": self = .csv
    case "tsv": self = .tsv
    case "html", "htm", "xhtml", "shtml", "mhtml", "mht": self = .html
    case "rss", "atom", "rdf", "feed": self = .feed
    // Which kind of XML it is, its root element says.
    case "nitf", "newsml", "xml": self = .newsml
    case "sgm", "sgml": self = .sgml
    case "warc", "arc", "wet": self = .warc
    default: return nil
    }
  }
}
