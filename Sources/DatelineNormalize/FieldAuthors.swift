import Foundation

/// The authors of a field in which a program has written them: a printed list, names between bars, or family
/// names before a comma.
enum FieldAuthors {
  /// The names in a field.
  static func names(_ text: String) -> [String] {
    let names = written(text)
    return names.contains(where: PrintedName.mayBeOdd) ? PrintedName.tidied(names) : names
  }

  /// The names as they are written.
  private static func written(_ text: String) -> [String] {
    if isPlain(text) { return present(text) ? AuthorLine.names(text) : [] }
    var names: [String] = []
    for part in parts(of: text) where present(part) {
      for name in inverted(part).map({ [$0] }) ?? AuthorLine.names(part) where !names.contains(name)
      {
        names.append(name)
      }
    }
    return names
  }

  /// Whether there is nothing to take apart, as in most fields.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last else { return true }
    return first > 0x20 && last > 0x20
      && !text.utf8.contains { $0 == 0x2C || $0 == 0x3B || $0 == 0x5B || $0 == 0x7C }
  }

  private static func present(_ part: String) -> Bool {
    // "Tom Poe contributed reporting" is no author.
    !FieldText.isMissing(part) && !isAddress(part) && !part.contains(" contributed ")
  }

  /// What stands between brackets, bars or semicolons.
  private static func parts(of text: String) -> [String] {
    let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
    if let items = PrintedList.items(of: trimmed) { return items }
    let separator: Character = trimmed.contains("|") ? "|" : ";"
    return trimmed.split(separator: separator).map {
      $0.trimmingCharacters(in: .whitespacesAndNewlines)
    }
  }

  /// Profiles are no names.
  private static func isAddress(_ text: String) -> Bool {
    if text.utf8.contains(0x20) { return false }
    let start = text.prefix(8).lowercased()
    return start.hasPrefix("http://") || start.hasPrefix("https://") || start.hasPrefix("www.")
  }

  /// `Roe, Jane` as `Jane Roe`: one capitalised word on either side, neither in capitals as agencies are.
  private static func inverted(_ text: String) -> String? {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    let names = parts.map { $0.trimmingCharacters(in: .whitespaces) }
    guard parts[1].first == " ", names.allSatisfy(isNamePart), !agencies.contains(names[0]),
      !agencies.contains(names[1])
    else { return nil }
    return names[1] + " " + names[0]
  }

  private static let agencies: Set = [
    "Reuters", "Bloomberg", "Staff", "Editor", "Associated", "Xinhua",
  ]

  private static func isNamePart(_ word: String) -> Bool {
    guard let first = word.first, first.isUppercase, word.count > 1 else { return false }
    return word.allSatisfy { $0.isLetter || $0 == "-" || $0 == "'" || $0 == "’" }
      && word.contains(where: \.isLowercase)
  }
}
