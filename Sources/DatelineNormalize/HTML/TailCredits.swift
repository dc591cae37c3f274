/// Lines at the end of a text that name nothing but agencies and initials: "hvo/dpa", "(EFE)", "(avec AFP)".
enum TailCredits {
  /// Lines that are looked at from the end, and words and bytes of one.
  private static let reach = 2
  private static let mostWords = 6.0
  private static let longest = 60

  /// The lines of a selection that are such credits. Looks at the last ones only.
  static func lines(_ chosen: [Bool], _ page: PageBlocks, _ lines: Page) -> [Int] {
    var found: [Int] = []
    for index in chosen.indices.reversed() where chosen[index] {
      let block = page.blocks[index]
      guard found.count < reach, block.headingLevel == 0, block.range.count <= longest,
        lines.lines[index].words <= mostWords, isCredit(page.string(index))
      else { break }
      found.append(index)
    }
    // A text of nothing but such lines is none.
    return chosen.indices.contains { chosen[$0] && !found.contains($0) } ? found : []
  }

  /// Whether a line has an agency as agencies write themselves, and else initials beside a slash or words
  /// such as "with".
  static func isCredit(_ line: String) -> Bool {
    var hasAgency = false
    let hasSlash = line.contains("/")
    for word in line.split(whereSeparator: { !$0.isLetter }) {
      if agencies.contains(word) {
        hasAgency = true
      } else if fillers.contains(Substring(word.lowercased())) {
        continue
      } else if !(hasSlash && word.count <= 4 && word.allSatisfy(\.isLowercase)) {
        return false
      }
    }
    return hasAgency && !line.contains(where: \.isNumber)
  }

  private static let agencies: Set<Substring> = [
    "AFP", "afp", "EFE", "efe", "dpa", "DPA", "AP", "Reuters", "REUTERS", "rtr", "ANSA", "Ansa",
    "SDA", "sda",
    "APA", "apa", "SID", "sid", "epd", "KNA", "kna", "ATS", "ats", "Belga", "BELGA", "ANP", "PAP",
    "PTI",
    "ANI", "IANS", "UPI", "Xinhua", "TASS", "Lusa", "LUSA", "AAP", "CNA", "CTK", "ČTK", "MTI",
    "NTB", "TT",
    "Ritzau", "STT", "dts", "AWP", "awp", "Europapress", "Télam", "Notimex", "Adnkronos", "AGI",
    "LaPresse",
  ]
  private static let fillers: Set<Substring> = [
    "with", "from", "and", "mit", "und", "avec", "et", "con", "y", "e", "com", "información",
    "informaciones",
    "de", "material", "agenturmaterial", "via", "per", "agencias", "agences", "agencies", "le",
    "la",
  ]
}
