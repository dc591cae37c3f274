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

/// Lists as Python and JSON print them: `['Jane Roe', "Tom Li"]`.
enum PrintedList {
  /// The items of a list of texts, without those that are `None` or the like; `nil` where it is none.
  static func items(of text: String) -> [String]? {
    guard text.first == "[", text.last == "]" else { return nil }
    var items: [String] = []
    var rest = text.dropFirst().dropLast()[...]
    while true {
      rest = rest.drop { $0 == " " || $0 == "," || $0 == "\n" }
      guard let quote = rest.first else { return items }
      if quote == "'" || quote == "\"" {
        guard let item = quoted(&rest, quote) else { return nil }
        items.append(item)
      } else {
        let end = rest.firstIndex(of: ",") ?? rest.endIndex
        items.append(rest[..<end].trimmingCharacters(in: .whitespacesAndNewlines))
        rest = rest[end...]
      }
    }
  }

  /// Takes a text in quotation marks, in which a backslash stands before others.
  private static func quoted(_ rest: inout Substring, _ quote: Character) -> String? {
    var item = ""
    var index = rest.index(after: rest.startIndex)
    while index < rest.endIndex {
      let character = rest[index]
      index = rest.index(after: index)
      if character == quote {
        rest = rest[index...]
        return item
      }
      if character == "\\", index < rest.endIndex {
        item.append(rest[index])
        index = rest.index(after: index)
      } else {
        item.append(character)
      }
    }
    return nil
  }
}
