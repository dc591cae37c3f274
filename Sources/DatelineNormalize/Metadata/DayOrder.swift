/// Whether a page's readers write the day or the month first in dates such as `03/04/2016`.
enum DayOrder {
  /// - Parameters:
  ///   - languages: Language tags of the page (`en-GB`, `pt_BR`), the best first.
  ///   - host: Host of its address.
  ///   - detected: The language of its text; asked for where nothing else says it.
  static func isDayFirst(
    languages: [String], host: String?, detected: () -> String? = { nil }
  ) -> Bool {
    let country = host?.split(separator: ".").last.map { String($0).lowercased() }
    var tag = languages.first { !$0.isEmpty }?.lowercased()
    if tag == nil {
      if country.map(dayFirstCountries.contains) ?? false { return true }
      tag = detected()
    }
    guard let tag else { return false }
    let parts = tag.split { $0 == "-" || $0 == "_" }
    guard let language = parts.first else { return false }
    if language != "en" { return !otherLanguages.contains(String(language)) }
    let region = languages.lazy.compactMap { tag -> String? in
      let parts = tag.lowercased().split { $0 == "-" || $0 == "_" }
      return parts.count > 1 && parts[0] == "en" ? parts.last.map(String.init) : nil
    }.first
    if let country, dayFirstCountries.contains(country) { return true }
    // Templates often say `en-US` all over the world, but not another country.
    return region.map(dayFirstCountries.contains) ?? false
  }

  /// Languages whose dates begin with the year, or with the month.
  private static let otherLanguages: Set<String> = [
    "zh", "ja", "ko", "hu", "lt", "mn", "eu", "fil", "tl",
  ]

  private static let dayFirstCountries: Set<String> = [
    "uk", "gb", "au", "nz", "ie", "in", "za", "sg", "my", "hk", "ng", "ke", "gh", "pk", "bd", "lk",
    "mt", "jm", "tt",
    "de", "at", "ch", "fr", "be", "nl", "lu", "es", "pt", "it", "pl", "cz", "sk", "ro", "bg", "gr",
    "tr", "ru", "ua",
    "by", "dk", "no", "se", "fi", "ee", "lv", "hr", "rs", "si", "ba", "mk", "al", "br", "mx", "ar",
    "cl", "pe",
    "uy", "ve", "ec", "bo", "py", "cr", "gt", "do", "cu", "id", "th", "vn", "il", "eg", "sa", "ae",
    "ma", "dz", "tn",
    "qa", "kw", "jo", "lb", "iq",
  ]
}
