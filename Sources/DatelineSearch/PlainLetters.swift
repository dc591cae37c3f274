import Foundation

/// Words with letters that no tokenizer folds, because they are not a letter with an accent: `lodz` for
/// `łodz`, `lokke` for `løkke`, `strasse` for `straße`.
enum PlainLetters {
  /// Most candidates for one word.
  static let most = 64

  private static let letters: [(plain: String, own: [String])] = [
    ("ss", ["ß"]), ("ae", ["æ"]), ("oe", ["ø", "œ"]), ("th", ["þ"]), ("l", ["ł"]),
    ("d", ["đ", "ð"]), ("o", ["ø"]), ("i", ["ı"]), ("h", ["ħ"]),
  ]

  /// Ways to write a word with one such letter in the place of a plain one.
  /// - Complexity: O(letters x bytes).
  static func replacingOne(in word: String, most: Int) -> [String] {
    var result: [String] = []
    let bytes = Array(word.utf8)
    for (plain, own) in letters {
      let wanted = plain.utf8
      var start = 0
      while start + wanted.count <= bytes.count, result.count < most {
        guard bytes[start..<start + wanted.count].elementsEqual(wanted) else {
          start += 1
          continue
        }
        let rest = bytes[(start + wanted.count)...]
        for letter in own where result.count < most {
          result.append(String(decoding: bytes[..<start] + letter.utf8 + rest, as: UTF8.self))
        }
        start += wanted.count
      }
    }
    return result
  }

  /// A word with plain letters in the place of all such; `nil` when it has none.
  static func plain(_ word: String) -> String? {
    if word.utf8.allSatisfy({ $0 < 0x80 }) { return nil }
    var result = word
    // Single letters first: `ø` is rather an `o` than an `oe`.
    for (plain, own) in letters.reversed() {
      for letter in own { result = result.replacing(letter, with: plain) }
    }
    return result == word ? nil : result
  }

  /// Ways to write a word in plain letters with such letters, those with few of them first.
  /// - Complexity: O(letters), at most ``most`` words.
  static func candidates(for word: String) -> [String] {
    var seen: Set<String> = [word]
    var result: [String] = []
    var last = [word]
    while !last.isEmpty {
      var next: [String] = []
      for word in last {
        for candidate in replacingOne(in: word, most: most)
        where result.count < most && seen.insert(candidate).inserted {
          next.append(candidate)
          result.append(candidate)
        }
      }
      last = next
    }
    return result
  }
}
