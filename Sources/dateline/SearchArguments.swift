/// Arranges the arguments of `dateline search` so that words with a leading dash are query text.
///
/// An argument parser takes `-sport` for options; to people who search it means "not sport".
enum SearchArguments {
  private static let flags: Set<String> = [
    "--explain", "--json", "--ndjson", "--csv", "--tsv", "--html", "--expand", "-h", "--help",
    "--version", "--require-complete",
  ]
  private static let options: Set<String> = [
    "--db", "--since", "--until", "--source", "-n", "--limit", "--offset", "--sort", "--match",
    "--fragments", "--facet", "--facet-limit", "--color", "--queries", "--run", "--boost",
    "--boost-recent", "--engine", "--timeout",
  ]

  /// The arguments with everything that is query text moved behind `--`.
  ///
  /// Unknown options of the form `--name` stay where they are, to be reported as such. Arguments of
  /// other commands are returned as they are.
  static func arranged(_ arguments: [String]) -> [String] {
    guard arguments.first == "search" else { return arguments }
    var kept = ["search"]
    var query: [String] = []
    var index = 1
    while index < arguments.count {
      let argument = arguments[index]
      index += 1
      let name = argument.split(separator: "=", maxSplits: 1).first.map(String.init) ?? ""
      if argument == "--" {
        query.append(contentsOf: arguments[index...])
        break
      } else if flags.contains(argument) || (options.contains(name) && name != argument) {
        kept.append(argument)
      } else if options.contains(argument) {
        kept.append(argument)
        if index < arguments.count {
          kept.append(arguments[index])
          index += 1
        }
      } else if argument.hasPrefix("-n"), Int(argument.dropFirst(2)) != nil {
        kept.append(contentsOf: ["-n", String(argument.dropFirst(2))])
      } else if isOptionName(name) {
        kept.append(argument)
      } else {
        query.append(argument)
      }
    }
    return query.isEmpty ? kept : kept + ["--"] + query
  }

  /// Whether a text has the form of a long option: `--`, a letter, then letters and dashes.
  private static func isOptionName(_ text: String) -> Bool {
    guard text.hasPrefix("--"), let first = text.dropFirst(2).first, first.isLetter else {
      return false
    }
    return text.dropFirst(2).allSatisfy { ($0.isASCII && $0.isLetter) || $0 == "-" }
  }
}
