import Foundation

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
