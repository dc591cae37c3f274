import Foundation

/// The authors of a field in which a program has written them: a printed list, names between bars, or family
/// names before a comma.
enum FieldAuthors {
  /// The names in a field.
  static func names(_ text: String) -> [String] {
    var names: [String] = []
    for part in parts(of: text) where !FieldText.isMissing(part) && !isAddress(part) {
      for name in inverted(part).map({ [$0] }) ?? AuthorLine.names(part) where !names.contains(name)
      {
        names.append(name)
      }
    }
    return names
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
    let start = text.prefix(8).lowercased()
    return !text.contains(" ")
      && (start.hasPrefix("http://") || start.hasPrefix("https://") || start.hasPrefix("www."))
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
