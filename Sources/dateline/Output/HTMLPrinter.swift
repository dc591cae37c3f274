import DatelineCore
import Foundation

/// A fragment of HTML for each query: one `section`, nothing outside it, no scripts, styles or
/// pictures. UTF-8.
///
/// Everything is escaped before anything is marked, so that `mark` and the elements written here are
/// the only markup. Paragraphs have `dir="auto"`: each takes the direction of its text.
struct HTMLPrinter: ResponsePrinter {
  let explain: Bool
  let hasNotes = true

  func text(of response: SearchResponse, query: String) -> String {
    var lines = ["<section class=\"dateline\">"]
    lines.append("<h2 dir=\"auto\">\(HTMLText.escaped(query))</h2>")
    if explain {
      lines.append("<p class=\"reading\">understood as: \(HTMLText.escaped(response.reading))</p>")
    }
    for note in response.notes {
      lines.append("<p class=\"note\">\(HTMLText.escaped(note))</p>")
    }
    for warning in response.warnings {
      lines.append("<p class=\"warning\">partial answer: \(HTMLText.escaped(warning))</p>")
    }
    if let suggestion = response.suggestion {
      lines.append("<p class=\"note\">Did you mean: \(HTMLText.escaped(suggestion))</p>")
    }
    if !response.hits.isEmpty {
      lines.append("<ol>")
      // Where no article has every word there is nothing to tell apart.
      for hit in response.hits {
        lines += self.lines(of: hit, isPartial: !hit.matchesAll && response.totalMatchingAll > 0)
      }
      lines.append("</ol>")
    }
    for facet in response.facets {
      let values = facet.values.map { "<li>\(HTMLText.escaped($0.name)) \($0.count)</li>" }
      lines.append(
        "<p class=\"facet\">by \(facet.field.rawValue)</p><ul class=\"facet\">\(values.joined())</ul>"
      )
    }
    var total = "\(response.total) \(response.total == 1 ? "article" : "articles")"
    if response.totalMatchingAll < response.total {
      total += ", \(response.totalMatchingAll) with every word"
    }
    lines.append("<p class=\"total\">\(total)</p>")
    lines.append("</section>")
    return lines.joined(separator: "\n") + "\n"
  }

  private func lines(of hit: Hit, isPartial: Bool) -> [String] {
    let title = hit.title.text.isEmpty ? "(no title)" : Console.safe(hit.title.html)
    var lines = ["<li value=\"\(hit.rank)\"\(isPartial ? " class=\"partial\"" : "")><article>"]
    if let address = hit.url.flatMap(HTMLText.webAddress) {
      lines.append(
        "<h3 dir=\"auto\"><a href=\"\(HTMLText.escaped(address))\" rel=\"noreferrer\">\(title)</a></h3>"
      )
    } else {
      lines.append("<h3 dir=\"auto\">\(title)</h3>")
    }
    var details: [String] = []
    if let source = hit.source, !source.isEmpty { details.append(HTMLText.escaped(source)) }
    if let published = hit.published, !published.isEmpty {
      let date = HTMLText.escaped(published)
      details.append("<time datetime=\"\(date)\">\(date)</time>")
    }
    if !hit.entities.isEmpty {
      details.append(HTMLText.escaped(hit.entities.joined(separator: ", ")))
    }
    details.append(String(format: "%.2f", hit.score))
    if isPartial { details.append("some of the words") }
    lines.append("<p class=\"details\">\(details.joined(separator: " · "))</p>")
    for snippet in hit.snippets {
      lines.append("<p class=\"snippet\" dir=\"auto\">\(Console.safe(snippet.html))</p>")
    }
    lines.append("<p class=\"key\">\(HTMLText.escaped(hit.key))</p>")
    if explain, let explanation = hit.explanation {
      let parts = (explanation.parts + explanation.boosts).map {
        "\(HTMLText.escaped($0.name)) \(String(format: "%.3f", $0.score))"
      }
      lines.append("<p class=\"explanation\">\(parts.joined(separator: " + "))</p>")
    }
    lines.append("</article></li>")
    return lines
  }
}

/// Text in HTML.
enum HTMLText {
  /// Text with `&`, `<` and `>` as references, for the content of elements.
  static func content(_ text: String) -> String {
    references(text, quotes: false)
  }

  /// Text for elements and attributes: with both quotes as references too, without control
  /// characters, which HTML does not allow, and without changes of writing direction.
  static func escaped(_ text: String) -> String {
    references(Console.safe(text), quotes: true)
  }

  private static func references(_ text: String, quotes: Bool) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count + 16)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): result += "&amp;".utf8
      case UInt8(ascii: "<"): result += "&lt;".utf8
      case UInt8(ascii: ">"): result += "&gt;".utf8
      case UInt8(ascii: "\"") where quotes: result += "&quot;".utf8
      case UInt8(ascii: "'") where quotes: result += "&#39;".utf8
      default: result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The address if it is one of the web: others (`javascript:`) must not become links.
  static func webAddress(_ address: String) -> String? {
    let scheme = address.prefix { $0 != ":" }.lowercased()
    return scheme == "http" || scheme == "https" ? address : nil
  }
}

extension Snippet {
  /// HTML text: escaped first, then the matches in `<mark>`.
  var html: String {
    pieces.map {
      let text = HTMLText.content($0.text)
      return $0.isHighlighted ? "<mark>\(text)</mark>" : text
    }.joined()
  }
}
