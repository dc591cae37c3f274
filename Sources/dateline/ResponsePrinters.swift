import DatelineCore
import Foundation

/// Prints the result of a search.
protocol ResponsePrinter {
  /// Prints a response.
  func print(_ response: SearchResponse, query: String)
}

extension SearchResponse {
  /// Prints what the reader should know apart from the hits.
  func printNotes() {
    for note in notes { Console.note("note: \(Console.safe(note))") }
    if let suggestion { Console.note("Did you mean: \(Console.safe(suggestion))") }
  }
}

/// For people at a terminal.
struct TerminalPrinter: ResponsePrinter {
  let style: Style
  let explain: Bool

  func print(_ response: SearchResponse, query: String) {
    if explain {
      Console.write(style.dim("understood as: \(Console.safe(response.reading))") + "\n")
    }
    response.printNotes()
    var widened = false
    for hit in response.hits {
      if !hit.matchesAll && !widened && response.totalMatchingAll > 0 {
        widened = true
        Console.write(style.dim("— with some of the words —") + "\n\n")
      }
      Console.write(text(of: hit))
    }
    let shown = response.hits.count
    let found =
      response.totalMatchingAll < response.total
      ? "\(response.total) articles, \(response.totalMatchingAll) with every word"
      : "\(response.total) \(response.total == 1 ? "article" : "articles")"
    let range =
      shown > 0 && shown < response.total
      ? "; \(response.hits[0].rank)–\(response.hits[0].rank + shown - 1) shown" : ""
    Console.write(
      style.dim("\(found)\(range) (\(String(format: "%.1f", response.milliseconds)) ms)") + "\n")
  }

  private func text(of hit: Hit) -> String {
    let title = hit.title.text.isEmpty ? "(no title)" : highlighted(hit.title, base: style.bold)
    var lines = "\(hit.rank). \(title)\n"
    let details = [hit.source, hit.published, hit.entities.prefix(6).joined(separator: ", ")]
      .compactMap { $0 }.filter { !$0.isEmpty }.map(Console.safe)
    lines +=
      "   " + style.dim((details + [String(format: "%.2f", hit.score)]).joined(separator: " · "))
      + "\n"
    for snippet in hit.snippets { lines += "   " + highlighted(snippet) { $0 } + "\n" }
    lines += "   " + style.dim(Console.safe(hit.key)) + "\n"
    if explain, let explanation = hit.explanation { lines += self.lines(of: explanation) }
    return lines + "\n"
  }

  private func highlighted(_ snippet: Snippet, base: (String) -> String) -> String {
    snippet.pieces.map {
      // Without colour the matches still have to show.
      let text = Console.safe($0.text).replacingOccurrences(of: "\n", with: " ")
      if !$0.isHighlighted { return base(text) }
      return style.isOn ? style.match(text) : "[\(text)]"
    }.joined()
  }

  private func lines(of explanation: Explanation) -> String {
    func number(_ value: Double) -> String { String(format: "%.3f", value) }
    var text = ""
    for part in explanation.parts { text += line(of: part, number) }
    text += "     × \(number(explanation.coverage)) coverage"
    text += ", + \(number(explanation.proximity)) proximity"
    if explanation.exactForms != 0 {
      text += ", + \(number(explanation.exactForms)) words as typed"
    }
    if explanation.recency != 0 { text += ", + \(number(explanation.recency)) recency" }
    text += "\n"
    for part in explanation.boosts { text += line(of: part, number, isAdded: true) }
    return text
  }

  private func line(
    of part: Explanation.Part, _ number: (Double) -> String, isAdded: Bool = false
  ) -> String {
    var text = "     \(isAdded ? "+ " : "")\(number(part.score))  \(Console.safe(part.name)): "
    text +=
      "idf \(number(part.idf)) (in \(String(format: "%.0f", part.documentFrequency)) articles)"
    text += ", tf' \(number(part.frequency))"
    text += " (title \(part.title.short), lead \(part.lead.short), body \(part.body.short))"
    return text + (part.weight == 1 ? "\n" : ", weight \(part.weight.short)\n")
  }
}

extension Double {
  /// Without a fraction where there is none.
  fileprivate var short: String {
    self == rounded() ? String(format: "%.0f", self) : String(format: "%.1f", self)
  }
}

/// Comma- or tab-separated values with a header row (RFC 4180; tabs and line breaks in values of
/// tab-separated output become spaces).
struct DelimitedPrinter: ResponsePrinter {
  let separator: String

  func print(_ response: SearchResponse, query: String) {
    response.printNotes()
    row([
      "rank", "id", "key", "score", "title", "source", "published", "url", "entities", "snippet",
    ])
    for hit in response.hits {
      row([
        "\(hit.rank)", "\(hit.id)", hit.key, String(format: "%.4f", hit.score), hit.title.text,
        hit.source ?? "", hit.published ?? "", hit.url ?? "",
        hit.entities.joined(separator: "; "), hit.snippets.map(\.text).joined(separator: " "),
      ])
    }
  }

  private func row(_ values: [String]) {
    Console.write(values.map(field).joined(separator: separator) + "\n")
  }

  private func field(_ value: String) -> String {
    if separator == "\t" {
      return value.split(whereSeparator: { $0 == "\t" || $0.isNewline }).joined(separator: " ")
    }
    guard value.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return value }
    return "\"" + value.replacingOccurrences(of: "\"", with: "\"\"") + "\""
  }
}
