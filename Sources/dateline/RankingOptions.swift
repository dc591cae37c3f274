import ArgumentParser
import DatelineCore

/// Options of `search` and `eval` that change the order of the hits.
struct RankingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Prefer recent articles: the gain halves with every 30d, 2w, 6m, 1y.", valueName: "period"))
  var boostRecent: HalfLife?

  @Option(
    help: ArgumentHelp(
      "Let an entity count more, or less: nato=2; may be repeated.", valueName: "name=factor"))
  var boost: [EntityBoost] = []

  @Flag(help: "Add words that are typical of the best articles; a note lists them.")
  var expand = false

  /// The options as a request has them.
  var preferences: SearchRequest.Preferences {
    SearchRequest.Preferences(
      recencyHalfLife: boostRecent?.days, entityFactors: boost.map(\.factor), isExpanded: expand)
  }
}

/// A period on the command line: a number of days, weeks, months or years.
struct HalfLife: ExpressibleByArgument {
  /// Its length in days; a month has 30.44, a year 365.25.
  var days: Double

  init?(argument: String) {
    let units: [Character: Double] = ["d": 1, "w": 7, "m": 30.44, "y": 365.25]
    guard let last = argument.lowercased().last, let unit = units[last],
      let number = Double(argument.dropLast()), number > 0, number.isFinite
    else { return nil }
    days = number * unit
  }
}

/// `name=factor` on the command line.
struct EntityBoost: ExpressibleByArgument {
  var factor: SearchRequest.Preferences.EntityFactor

  init?(argument: String) {
    guard let mark = argument.lastIndex(of: "="), mark > argument.startIndex,
      let number = Double(argument[argument.index(after: mark)...]), (0...1000).contains(number)
    else { return nil }
    factor = .init(name: String(argument[..<mark]), factor: number)
  }
}
