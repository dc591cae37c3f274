import DatelineCore
import Foundation

/// For people at a terminal: wrapped at its width, plain lines elsewhere.
struct TerminalPrinter: ResponsePrinter {
  let style: Style
  /// Columns of the terminal; `nil` for lines that are not wrapped.
  let width: Int?
  let explain: Bool
  /// Whether the query stands above its hits.
  let isHeaded: Bool
  let hasNotes = false
  let isStyled = true

  func text(of response: SearchResponse, query: String) -> String {
    var text = ""
    if isHeaded {
      text += line(query.isEmpty ? "(no query)" : query, style.isOn ? .bold : .plain, first: "== ")
    }
    if explain { text += line("understood as: \(response.reading)", .dim) }
    let rest = response.totalMatchingAll > 0 ? response.hits.firstWithSomeWords : nil
    for (index, hit) in response.hits.enumerated() {
      if index == rest { text += line("— with some of the words —", .dim) + "\n" }
      text += self.text(of: hit)
    }
    let shown = response.hits.count
    let found =
      response.totalMatchingAll < response.total
      ? "\(response.total) articles, \(response.totalMatchingAll) with every word"
      : "\(response.total) \(response.total == 1 ? "article" : "articles")"
    let range =
      shown > 0 && shown < response.total
      ? "; \(response.hits[0].rank)–\(response.hits[0].rank + shown - 1) shown" : ""
    text += line("\(found)\(range) (\(String(format: "%.1f", response.milliseconds)) ms)", .dim)
    for facet in response.facets { text += self.text(of: facet) }
    return isHeaded ? text + "\n" : text
  }

  private func text(of facet: Facet) -> String {
    var parts = facet.values.map { "\($0.name) \($0.count)" }
    if facet.otherValues > 0 { parts.append("\(facet.otherValues) more") }
    if facet.withoutValue > 0 { parts.append("(none) \(facet.withoutValue)") }
    if parts.isEmpty { parts = ["(none)"] }
    return line(parts.joined(separator: " · "), .plain, first: "by \(facet.field.rawValue): ")
  }

  private func text(of hit: Hit) -> String {
    var title = StyledText()
    if hit.title.text.isEmpty {
      title.append("(no title)")
    } else {
      title.append(hit.title, .bold, style: style)
    }
    let number = "\(hit.rank). "
    var lines = wrapped(title, first: number, indent: min(number.count, 6))
    let details = [hit.source, hit.published, hit.entities.prefix(6).joined(separator: ", ")]
      .compactMap { $0 }.filter { !$0.isEmpty }
    lines += line(
      (details + [String(format: "%.2f", hit.score)]).joined(separator: " · "), .dim, first: "   ")
    for snippet in hit.snippets {
      var text = StyledText()
      text.append(snippet, style: style)
      lines += wrapped(text, first: "   ", indent: 5)
    }
    lines += line(hit.key, .dim, first: "   ")
    if explain, let explanation = hit.explanation { lines += self.lines(of: explanation) }
    return lines + "\n"
  }

  private func line(_ text: String, _ look: StyledText.Look, first: String = "") -> String {
    var styled = StyledText()
    styled.append(text, look)
    return wrapped(styled, first: first, indent: first.count + 2)
  }

  private func wrapped(_ text: StyledText, first: String, indent: Int) -> String {
    LineWrap(width: width, style: style).lines(text, first: first, indent: indent)
  }

  private func lines(of explanation: Explanation) -> String {
    func number(_ value: Double) -> String { String(format: "%.3f", value) }
    var text = ""
    for part in explanation.parts { text += line(of: part, number) }
    var rest = "× \(number(explanation.coverage)) coverage"
    rest += ", + \(number(explanation.proximity)) proximity"
    if explanation.exactForms != 0 {
      rest += ", + \(number(explanation.exactForms)) words as typed"
    }
    if explanation.recency != 0 { rest += ", + \(number(explanation.recency)) recency" }
    text += line(rest, .plain, first: "     ")
    for part in explanation.boosts { text += line(of: part, number, isAdded: true) }
    return text
  }

  private func line(
    of part: Explanation.Part, _ number: (Double) -> String, isAdded: Bool = false
  ) -> String {
    var text = "\(isAdded ? "+ " : "")\(number(part.score))  \(part.name): idf \(number(part.idf))"
    text += " (in \(String(format: "%.0f", part.documentFrequency)) articles)"
    text += ", tf' \(number(part.frequency))"
    text += " (title \(part.title.short), lead \(part.lead.short), body \(part.body.short))"
    if part.weight != 1 { text += ", weight \(String(format: "%.3g", part.weight))" }
    return line(text, .plain, first: "     ")
  }
}

extension [Hit] {
  /// Place of the first article that lacks words, where all those before it have every word and none
  /// behind it has.
  fileprivate var firstWithSomeWords: Int? {
    guard let first = firstIndex(where: { !$0.matchesAll }) else { return nil }
    return self[first...].contains(where: \.matchesAll) ? nil : first
  }
}

extension Double {
  /// Without a fraction where there is none.
  fileprivate var short: String {
    self == rounded() ? String(format: "%.0f", self) : String(format: "%.1f", self)
  }
}
