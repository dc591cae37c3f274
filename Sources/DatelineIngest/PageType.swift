/// What a media type says about a body.
enum PageType: Equatable {
  case html
  case text
  /// Records: feeds and news in XML, JSON, tables. The content decides between kinds of XML and of JSON.
  case data(InputFormat)
  /// Nothing is said; the body tells.
  case unknown
  /// A picture, a script, data.
  case other

  /// - Parameter contentType: value of a Content-Type header, parameters included.
  init(_ contentType: UnsafeBufferPointer<UInt8>) {
    let end = contentType.firstIndex { $0 == UInt8(ascii: ";") || $0 == 0x20 || $0 == 0x2C }
    let type = UnsafeBufferPointer(rebasing: contentType[..<(end ?? contentType.count)])
    if type.equalsIgnoringCase("text/html") || type.equalsIgnoringCase("application/xhtml+xml") {
      self = .html
    } else if type.equalsIgnoringCase("text/plain") {
      self = .text
    } else if type.isEmpty || type.equalsIgnoringCase("unknown")
      || type.equalsIgnoringCase("no-type")
    {
      self = .unknown
    } else if let format = Self.dataFormat(String(decoding: type, as: UTF8.self).lowercased()) {
      self = .data(format)
    } else {
      self = .other
    }
  }

  /// The notation of records that a media type in small letters stands for. Names that end with `+xml` or
  /// `+json` are XML and JSON (RFC 6839); pictures in XML are pictures.
  private static func dataFormat(_ type: String) -> InputFormat? {
    switch type {
    case "text/xml", "application/xml", "application/rss", "application/atom": .newsml
    case "application/json", "text/json": .json
    case "application/x-ndjson", "application/ndjson", "application/jsonl",
      "application/x-jsonlines", "application/json-lines", "application/jsonlines":
      .jsonl
    case "text/csv": .csv
    case "text/tab-separated-values": .tsv
    case _ where isPart(type): nil
    case _ where type.hasSuffix("+xml"): .newsml
    case _ where type.hasSuffix("+json"): .json
    default: nil
    }
  }

  /// Whether a media type is that of what browsers load for a page and no article can be in: pictures, sound,
  /// films, fonts, style sheets, scripts.
  static func isPart(_ contentType: String) -> Bool {
    let type = contentType.prefix { $0 != ";" && $0 != "," && $0 != " " }.lowercased()
    let name = type.split(separator: "/", maxSplits: 1).last ?? ""
    return ["image/", "audio/", "video/", "font/"].contains(where: type.hasPrefix)
      || name == "css" || name == "wasm" || name.hasSuffix("mpegurl") || name == "dash+xml"
      || name.hasSuffix("javascript") || name.hasSuffix("ecmascript")
      || name.hasPrefix("font-") || name.hasPrefix("x-font-") || name.hasSuffix("fontobject")
  }

  /// The charset parameter of a Content-Type header (RFC 9110, section 8.3.1).
  static func charset(_ contentType: String) -> String? {
    for parameter in contentType.split(separator: ";").dropFirst() {
      let parts = parameter.split(separator: "=", maxSplits: 1)
      guard parts.count == 2,
        parts[0].filter({ $0 != " " && $0 != "\t" }).lowercased() == "charset"
      else { continue }
      let name = parts[1].filter { !"\"' \t".contains($0) }
      return name.isEmpty ? nil : name
    }
    return nil
  }

  /// True when the first bytes behind white space and comments are those of an HTML page.
  static func looksLikeHTML(_ body: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = MarkupSniffer.prologueEnd(
      UnsafeBufferPointer(rebasing: body.prefix(MarkupSniffer.longestPrologue))
    ).end
    let head = UnsafeBufferPointer(rebasing: body[start..<min(body.count, start + 1024)])
    func starts(_ text: StaticString) -> Bool {
      head.count >= text.utf8CodeUnitCount
        && UnsafeBufferPointer(rebasing: head[..<text.utf8CodeUnitCount]).equalsIgnoringCase(text)
    }
    return starts("<!doctype html") || starts("<html") || starts("<head")
  }
}
