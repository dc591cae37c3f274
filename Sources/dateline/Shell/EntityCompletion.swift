/// Completes names of entities behind `entity:`, `person:`, `org:` and `place:`, and commands of the
/// shell.
struct EntityCompletion {
  /// What to put in the place of what was typed, or what it can become.
  struct Result: Equatable {
    /// The end of the line that is replaced.
    var replaced = ""
    var text = ""
    /// Several names that begin so, when no letter more is common to all.
    var choices: [String] = []
  }

  /// Most names that are listed.
  static let mostChoices = 20

  let names: [String]

  /// Completes the line before the cursor; `nil` when there is nothing to complete.
  /// - Complexity: O(names).
  func complete(_ line: String) -> Result? {
    if line.hasPrefix(":"), !line.contains(" ") {
      return pick(ShellDirective.names.map { ":" + $0 }, beginning: line, end: " ") { $0 }
    }
    guard let colon = line.lastIndex(of: ":") else { return nil }
    let field = line[..<colon].split { $0 == " " || $0 == "(" || $0 == "-" || $0 == "+" }.last
    guard let field, ["entity", "person", "org", "place"].contains(field.lowercased()) else {
      return nil
    }
    var typed = line[line.index(after: colon)...]
    let isQuoted = typed.first == "\""
    if isQuoted { typed = typed.dropFirst() }
    // Without a quote the name ended at a space.
    if typed.contains("\"") || (!isQuoted && typed.contains(" ")) { return nil }
    var found = pick(names, beginning: String(typed), end: "") { $0 }
    guard found != nil, found?.choices.isEmpty == true, let name = found?.text else { return found }
    found?.replaced = (isQuoted ? "\"" : "") + typed
    let isComplete = names.contains(name)
    let needsQuote = isQuoted || name.contains { !$0.isLetter && !$0.isNumber }
    found?.text = (needsQuote ? "\"" : "") + name + (isComplete ? (needsQuote ? "\" " : " ") : "")
    return found
  }

  private func pick(
    _ all: [String], beginning: String, end: String, _ text: (String) -> String
  ) -> Result? {
    let wanted = beginning.lowercased()
    let found = all.filter { $0.lowercased().hasPrefix(wanted) }
    guard let first = found.first else { return nil }
    if found.count == 1 { return Result(replaced: beginning, text: first + end) }
    let common = found.dropFirst().reduce(Substring(first)) { common, name in
      let count = zip(common, name).prefix { $0.0.lowercased() == $0.1.lowercased() }.count
      return common.prefix(count)
    }
    if common.count > beginning.count { return Result(replaced: beginning, text: String(common)) }
    let shown = found.sorted().prefix(Self.mostChoices)
    return Result(choices: Array(shown) + (found.count > shown.count ? ["…"] : []))
  }
}
