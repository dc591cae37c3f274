import DatelineCore

/// The documents of a text file that a news library exported: LexisNexis and Factiva put many into one file, each with
/// labelled lines.
struct LibraryExport {
  /// A part of the text with the lines of one document.
  struct Part: Sendable {
    /// Where it begins, in bytes of UTF-8.
    let offset: Int
    /// Its lines without space at their ends; blank ones are empty.
    let lines: [Substring]
  }

  private let library: Library
  private let parts: [Part]

  private enum Library { case lexisNexis, factiva }

  /// Finds the documents of `text`; `nil` when it is no export. Linear.
  init?(_ text: String) {
    guard Self.mayBe(text) else { return nil }
    let lines = Self.lines(text)
    if let parts = LexisNexisDocument.parts(lines, of: text) {
      (library, self.parts) = (.lexisNexis, parts)
    } else if let parts = FactivaDocument.parts(lines, of: text) {
      (library, self.parts) = (.factiva, parts)
    } else {
      return nil
    }
  }

  /// The documents in their order, with the bytes ahead of each.
  var documents: [(offset: Int, document: RawDocument)] {
    parts.map { part in
      let document =
        switch library {
        case .lexisNexis: LexisNexisDocument(part.lines).document
        case .factiva: FactivaDocument(part.lines).document
        }
      return (part.offset, document)
    }
  }

  /// Words one of which each export has.
  private static func mayBe(_ text: String) -> Bool {
    ["DOCUMENT", "DOKUMENTEN", "End of Document", "\nDocument ", "\nAN "].contains {
      text.utf8Contains($0)
    }
  }

  private static func lines(_ text: String) -> [Substring] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { line in
      var line = line.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
      while line.last?.isWhitespace == true { line.removeLast() }
      return line
    }
  }

  /// The lines between marks as parts; a part without text is left out.
  /// - Parameters:
  ///   - isEnd: Whether a mark ends its document (and belongs to it) rather than beginning the next.
  static func split(
    _ lines: [Substring], of text: String, isEnd: Bool, isMark: (Substring) -> Bool
  ) -> [Part] {
    var parts: [Part] = []
    var current: [Substring] = []
    var hasBegun = isEnd
    func close() {
      guard hasBegun, let first = current.firstIndex(where: { !$0.isEmpty }) else { return }
      let offset = text.utf8.distance(from: text.startIndex, to: current[first].startIndex)
      parts.append(Part(offset: offset, lines: Array(current[first...])))
    }
    for line in lines {
      guard isMark(line) else {
        current.append(line)
        continue
      }
      if isEnd { current.append(line) }
      close()
      current = []
      hasBegun = true
    }
    if !isEnd { close() }
    return parts
  }

  /// Lines that belong together, between blank ones, each group as one line.
  static func groups(_ lines: some Sequence<Substring>) -> [String] {
    var groups: [String] = []
    var isOpen = false
    for line in lines {
      if line.isEmpty {
        isOpen = false
      } else if isOpen {
        groups[groups.count - 1] += " " + line
      } else {
        groups.append(String(line))
        isOpen = true
      }
    }
    return groups
  }

  /// Whether a line is a date of publication: short, with a year and the name of a month.
  static func isDate(_ line: Substring) -> Bool {
    guard line.utf8.count <= 60 else { return false }
    let words = line.lowercased().split { !$0.isLetter && !$0.isNumber }
    let hasYear = words.contains { $0.utf8.count == 4 && (1800...2100).contains(Int($0) ?? 0) }
    return hasYear && words.contains { word in months.contains { word.hasPrefix($0) } }
      && words.count <= 8
  }

  /// Beginnings of the names of months in English, German, French, Spanish, Italian, Dutch, Portuguese.
  private static let months = [
    "jan", "feb", "fév", "fev", "mar", "mär", "apr", "avr", "abr", "may", "mai", "mei", "mag",
    "maj", "jun", "jui", "giu", "jul", "lug", "aug", "aoû", "ago", "sep", "set", "oct", "okt",
    "ott", "out", "nov", "dec", "dez", "déc", "dic", "gen", "ene",
  ]

  /// Whether a line is a notice of rights.
  static func isRights(_ line: Substring) -> Bool {
    let lower = line.prefix(24).lowercased()
    return lower.hasPrefix("copyright ") || lower.hasPrefix("(c) ") || lower.hasPrefix("© ")
      || lower.hasPrefix("all rights reserved") || lower.hasPrefix("alle rechte vorbehalten")
      || lower.hasPrefix("tous droits réservés")
  }
}

extension StringProtocol {
  /// Whether the UTF-8 of `word` occurs. Linear for words that begin with a rare byte.
  fileprivate func utf8Contains(_ word: String) -> Bool {
    let pattern = Array(word.utf8)
    var rest = utf8[...]
    while let found = rest.firstIndex(of: pattern[0]) {
      if rest[found...].starts(with: pattern) { return true }
      rest = rest[rest.index(after: found)...]
    }
    return false
  }
}
