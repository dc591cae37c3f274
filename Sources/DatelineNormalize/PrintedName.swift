import Foundation

/// Names as desks print them: in capitals, with the paper they were written for, or the desk itself.
enum PrintedName {
  /// Names without papers and desks, and in the usual letters.
  static func tidied(_ names: [String]) -> [String] {
    var tidied: [String] = []
    for name in names {
      guard let name = tidy(name), !tidied.contains(name) else { continue }
      tidied.append(name)
    }
    return tidied
  }

  /// Whether a name has two capitals in a row or the word "For": all others are as they should be.
  static func mayBeOdd(_ name: String) -> Bool {
    var name = name
    return name.withUTF8 { bytes in
      for index in bytes.indices.dropLast() {
        let isCapital = (0x41...0x5A).contains(bytes[index])
        if isCapital, (0x41...0x5A).contains(bytes[index + 1]) || bytes[index + 1] >= 0xC3 {
          return true
        }
        if bytes[index] == UInt8(ascii: "F"), bytes[index...].starts(with: "For ".utf8) {
          return true
        }
      }
      return false
    }
  }

  /// Desks and agencies that stand in the place of a name.
  private static let desks: Set<String> = [
    "TNN", "PTI", "IANS", "ANI", "UNI", "ENS", "HTC", "AGENCIES", "STAFF", "ADMIN", "EDITOR",
    "WEB DESK", "NEWS DESK", "ONLINE DESK",
  ]

  private static func tidy(_ name: String) -> String? {
    if desks.contains(name) { return nil }
    var words = name.split(separator: " ")
    // "For Daily Post", "Ada Marsh for Mail Online": a capital is no word of a name.
    if let position = words.firstIndex(where: { $0 == "For" || $0 == "FOR" }),
      position + 1 < words.count
    {
      words.removeSubrange(position...)
      if words.isEmpty { return nil }
    }
    let joined = words.joined(separator: " ")
    guard words.count >= 2, words.count <= 5, !joined.contains(where: \.isLowercase),
      words.contains(where: { $0.count >= 3 }),
      !words.contains(where: { houses.contains(String($0)) })
    else { return joined }
    return words.map { small(String($0)) }.joined(separator: " ")
  }

  /// Words that are written in capitals, and with which no person is called.
  private static let houses: Set<String> = [
    "BBC", "CNN", "NBC", "CBS", "ABC", "NPR", "PBS", "AP", "AFP", "PTI", "UPI", "DPA", "TNN", "USA",
    "UK", "US", "TV", "NEWS", "STAFF", "DESK", "TEAM", "PRESS", "TIMES", "POST", "DAILY", "MAIL",
    "REPORTER", "REPORTERS", "CORRESPONDENT", "EDITOR", "EDITORS", "BUREAU", "ONLINE", "SERVICE",
    "AGENCY", "AGENCIES", "REUTERS", "BLOOMBERG", "TODAY", "MEDIA", "NETWORK", "WIRE", "REDAKTION",
    "EDITORIAL", "BOARD", "ASSOCIATED", "INTERNATIONAL", "SPECIAL", "THE", "AND", "OF",
  ]

  /// A word of a name in capitals: its first letter stays one, and those behind a hyphen, `O'` and `Mc`; so do
  /// initials, numbers of kings and letters without a vowel.
  private static func small(_ word: String) -> String {
    let letters = word.filter(\.isLetter)
    let isNumber = letters.count >= 2 && letters.allSatisfy { "IVX".contains($0) }
    let hasVowel = word.decomposedLetters.contains { "AEIOUYÆØŒ".contains($0) }
    let isShort = !hasVowel && letters.count <= 2 && !["JR", "SR", "NG"].contains(letters)
    let areInitials = word.hasSuffix(".") && letters.count == word.count / 2
    if isNumber || isShort || areInitials { return word }
    var result = ""
    var startsPart = true
    var partLength = 0
    for character in word {
      result += startsPart ? String(character) : character.lowercased()
      partLength = character.isLetter ? partLength + 1 : 0
      let isMark = character == "'" || character == "’"
      // "O'Brien", "D'Arcy", but no "Marsh'S".
      startsPart =
        character == "-" || (isMark && result.count == 2)
        || (partLength == 2 && result.hasSuffix("Mc") && word.count >= 5)
      if character == "-" { partLength = 0 }
    }
    return result
  }
}

extension String {
  /// The letters without their accents.
  fileprivate var decomposedLetters: String { decomposedStringWithCanonicalMapping }
}
