import DatelineAnalysis
import Foundation

/// Finds outlets by what people call them.
struct SourceFilter {
  /// Names in the file.
  let known: [String]
  private let tokenizer = Tokenizer()

  init(known: [String]) { self.known = known }

  /// The outlets with this name, letter case, accents and punctuation aside; if there is none,
  /// those whose name contains its words in a row.
  func names(matching name: String) -> [String] {
    let wanted = tokenizer.tokens(of: name)
    if wanted.isEmpty { return [] }
    let exact = known.filter { tokenizer.tokens(of: $0) == wanted }
    if !exact.isEmpty { return exact }
    return known.filter { tokenizer.tokens(of: $0).containsInARow(wanted) }
  }
}

extension Array where Element: Equatable {
  /// Whether another array stands in this one as a contiguous run.
  fileprivate func containsInARow(_ other: [Element]) -> Bool {
    guard other.count <= count else { return false }
    return (0...(count - other.count)).contains { Array(self[$0..<($0 + other.count)]) == other }
  }
}

/// Ends of ranges of dates.
enum DateBound {
  /// The first string behind every ISO 8601 text that begins with a date or a part of one:
  /// `2016-05` becomes a bound behind all of May 2016.
  static func after(_ date: String) -> String {
    // Every longer text continues with a digit, "-", "T", ":" or " ", all before "~".
    date + "~"
  }
}
