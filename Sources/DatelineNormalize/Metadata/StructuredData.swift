import Foundation

/// The objects in a page's JSON-LD blocks (JSON-LD 1.1, vocabulary schema.org), flattened.
struct StructuredData {
  /// An object with a type.
  struct Item {
    /// Types without the vocabulary's address: `NewsArticle`.
    var types: [String]
    var fields: [String: Any]
    /// Stands in a list of other things: a teaser, a citation.
    var isListed: Bool
  }

  /// All objects that have a type, outer ones first.
  private(set) var items: [Item] = []
  private var byIdentifier: [String: [String: Any]] = [:]

  /// Larger blocks are left out, and what stands behind a few of them.
  private static let largestBlock = 1 << 20
  private static let mostBytes = 4 << 20
  private static let mostItems = 1000

  /// Reads blocks; linear in them.
  init(_ blocks: [[UInt8]]) {
    var bytes = 0
    for block in blocks where block.count <= Self.largestBlock {
      bytes += block.count
      if bytes > Self.mostBytes { return }
      if let value = Self.parse(block) {
        collect(value)
      } else {
        for text in JSONMending.values(in: block) {
          if let value = Self.parse(text) { collect(value) }
        }
      }
    }
  }

  private static func parse(_ text: [UInt8]) -> Any? {
    guard isShallow(text) else { return nil }
    return try? JSONSerialization.jsonObject(with: Data(text))
  }

  /// Whether brackets are nested so little that a recursive parser is safe.
  private static func isShallow(_ text: [UInt8]) -> Bool {
    var depth = 0
    var isInString = false
    var isEscaped = false
    for byte in text {
      if isInString {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isInString = false
        }
      } else if byte == UInt8(ascii: "\"") {
        isInString = true
      } else if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
        depth += 1
        if depth > 64 { return false }
      } else if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") {
        depth -= 1
      }
    }
    return true
  }

  /// Properties whose values are other things than the page's article.
  private static let listing: Set<String> = [
    "itemListElement", "hasPart", "citation", "mentions", "relatedLink", "isPartOf", "comment",
    "liveBlogUpdate", "review", "isBasedOn", "subjectOf", "video", "about", "associatedMedia",
    "relatedArticle", "workExample", "backstory", "itemReviewed",
  ]

  private mutating func collect(_ root: Any) {
    var queue: [(value: Any, isListed: Bool)] = [(root, false)]
    var next = 0
    while next < queue.count, items.count < Self.mostItems {
      let (value, isListed) = queue[next]
      next += 1
      if let list = value as? [Any] {
        for element in list { queue.append((element, isListed)) }
      } else if let fields = value as? [String: Any] {
        if let identifier = fields["@id"] as? String, fields.count > 1 {
          byIdentifier[identifier, default: [:]].merge(fields) { old, _ in old }
        }
        let types = Self.strings(fields["@type"]).map(Self.typeName)
        if !types.isEmpty {
          items.append(Item(types: types, fields: fields, isListed: isListed))
        }
        // Sorted, since the order of a dictionary differs from run to run.
        for key in fields.keys.sorted() {
          guard let value = fields[key], value is [Any] || value is [String: Any] else { continue }
          queue.append((value, isListed || Self.listing.contains(key)))
        }
      }
    }
  }

  private static func typeName(_ type: String) -> String {
    String(type.split { $0 == "/" || $0 == ":" || $0 == "#" }.last ?? "")
  }

  // MARK: - Values

  /// The strings in a value: itself, or those of a list.
  static func strings(_ value: Any?) -> [String] {
    switch value {
    case let text as String: [text]
    case let list as [Any]: list.compactMap { $0 as? String }
    default: []
    }
  }

  /// The first text in a value: a string, the first of a list, or what an object says under `keys`.
  func text(_ value: Any?, _ keys: [String] = ["@value", "name", "url", "@id"]) -> String? {
    switch value {
    case let text as String: return text.isEmpty ? nil : text
    case let number as NSNumber: return number.stringValue
    case let list as [Any]:
      for element in list.prefix(4) {
        if let text = text(element, keys) { return text }
      }
      return nil
    case let fields as [String: Any]:
      let fields = resolved(fields)
      for key in keys {
        if let text = fields[key] as? String, !text.isEmpty { return text }
        if let list = fields[key] as? [Any], let text = list.first as? String { return text }
      }
      return nil
    default: return nil
    }
  }

  /// An object that is only a reference, with what it refers to.
  func resolved(_ fields: [String: Any]) -> [String: Any] {
    guard let identifier = fields["@id"] as? String, let target = byIdentifier[identifier] else {
      return fields
    }
    return fields.merging(target) { old, _ in old }
  }

  /// Names of the people and organisations in a value, with whether each is an organisation.
  func names(_ value: Any?) -> [(name: String, isOrganization: Bool)] {
    var result: [(String, Bool)] = []
    names(value, &result, depth: 0)
    return result
  }

  private func names(_ value: Any?, _ result: inout [(String, Bool)], depth: Int) {
    guard depth < 4, result.count < 40 else { return }
    switch value {
    case let text as String: result.append((text, false))
    case let list as [Any]:
      for element in list { names(element, &result, depth: depth + 1) }
    case let fields as [String: Any]:
      let fields = resolved(fields)
      let types = Self.strings(fields["@type"]).map(Self.typeName)
      let isOrganization = types.contains { $0.hasSuffix("Organization") }
      var inner: [(String, Bool)] = []
      let name = fields["name"] ?? fields["author"]
      names(name, &inner, depth: depth + 1)
      if inner.isEmpty, let given = fields["givenName"] as? String,
        let family = fields["familyName"] as? String
      {
        inner = [(given + " " + family, false)]
      }
      result += inner.map { ($0.0, $0.1 || isOrganization) }
    default: return
    }
  }
}
