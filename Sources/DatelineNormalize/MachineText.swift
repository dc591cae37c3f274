/// Tells text files that are no texts for readers: what servers and programs read, licences, code, data.
enum MachineText {
  /// Bytes that are looked at.
  private static let sample = 16 << 10

  /// Why lines are no article; `nil` for those that may be one. Constant time.
  /// - Parameters:
  ///   - lines: The lines of the file.
  ///   - path: Its address or path.
  static func reason(_ lines: [UInt8], path: String) -> String? {
    let file = path.prefix { $0 != "?" && $0 != "#" }.split { $0 == "/" || $0 == "!" }.last ?? ""
    let name = file.lowercased()
    if let what = names[name] ?? names[String(name.prefix { $0 != "." })] {
      return "the file is \(what)"
    }
    let text = lines.prefix(sample).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    let all = text.split(separator: 0x0A)
    guard let first = all.first, let last = all.last else { return nil }
    if isDirectives(all) { return "the file tells robots what they may read" }
    if isSellers(all) { return "the file lists sellers of advertisements" }
    if first.elementsEqual("/* team */".utf8) { return "the file names who made the site" }
    if isLicence(text) { return "the file is a licence" }
    let isObject = first.first == UInt8(ascii: "{") && last.last == UInt8(ascii: "}")
    let isArray = first.first == UInt8(ascii: "[") && last.last == UInt8(ascii: "]")
    if isObject && holds("\":", text) || isArray && holds("{\"", text) { return "the file is JSON" }
    return isCode(all) ? "the file is program code or a style sheet" : nil
  }

  /// Names of files in small letters, or what stands before their first dot.
  private static let names = [
    "robots.txt": "for robots", "ads.txt": "a list of sellers of advertisements",
    "app-ads.txt": "a list of sellers of advertisements", "humans.txt": "about who made the site",
    "security.txt": "for finders of faults", "llms.txt": "for robots",
    "license": "a licence", "licence": "a licence", "copying": "a licence",
    "readme": "about the files beside it", "changelog": "about a program",
    "contributing": "about a program", "code_of_conduct": "about a program",
    "requirements.txt": "about a program",
  ]

  /// Most lines are those of robots.txt (RFC 9309).
  private static func isDirectives(_ lines: [ArraySlice<UInt8>]) -> Bool {
    let rules = lines.filter { $0.first != UInt8(ascii: "#") }
    let directives = rules.filter { line in
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return false }
      return robotWords.contains(String(decoding: line[..<colon], as: UTF8.self))
    }
    return directives.count * 2 > rules.count
      && directives.contains { $0.starts(with: "user-agent".utf8) }
  }

  private static let robotWords: Set<String> = [
    "user-agent", "disallow", "allow", "sitemap", "crawl-delay", "host", "clean-param", "noindex",
    "request-rate", "visit-time", "content-signal",
  ]

  /// Most lines are records of ads.txt (IAB, 1.1): a domain, an account, DIRECT or RESELLER.
  private static func isSellers(_ lines: [ArraySlice<UInt8>]) -> Bool {
    let records = lines.count { line in
      let fields = line.split(separator: UInt8(ascii: ","))
      guard (3...4).contains(fields.count) else { return false }
      let kind = String(decoding: fields[2], as: UTF8.self)
      return kind.contains("direct") || kind.contains("reseller")
    }
    return records * 2 > lines.count
  }

  /// A line begins with a licence's first words, and what it goes on with follows; articles quote no more than one.
  private static func isLicence(_ text: [UInt8]) -> Bool {
    let start = Array([0x0A] + text.prefix(1_500))
    return licences.contains { holds($0.start, start) && holds($0.rest, text) }
  }

  private static let licences: [(start: String, rest: String)] = [
    (
      "\npermission is hereby granted, free of charge, to any person obtaining a copy",
      "the software is provided \"as is\""
    ),
    ("\nredistribution and use in source and binary forms", "must retain the above copyright"),
    ("gnu general public license\nversion", "free software foundation"),
    ("apache license\nversion 2.0", "terms and conditions"),
    ("mozilla public license version", "covered software"),
  ]

  /// Most lines end or begin as no sentence does.
  private static func isCode(_ lines: [ArraySlice<UInt8>]) -> Bool {
    let code = lines.count { line in
      if ["//", "/*", "<?php", "#!/"].contains(where: { line.starts(with: $0.utf8) }) {
        return true
      }
      guard let last = line.last else { return false }
      switch last {
      case UInt8(ascii: "{"), UInt8(ascii: "}"): return true
      case UInt8(ascii: ";"):
        return line.contains {
          $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: ":")
        }
      default: return line.suffix(2).elementsEqual("*/".utf8)
      }
    }
    return code * 2 > lines.count
  }

  private static func holds(_ words: String, _ text: [UInt8]) -> Bool {
    ByteSearch.contains(words, in: Substring(String(decoding: text, as: UTF8.self)))
  }
}
