import DatelineMarkup

/// What a news item says of whether it may be published.
enum PublicationStatus {
  private static let refused = [
    "canceled": "canceled", "cancelled": "canceled", "killed": "canceled", "kill": "canceled",
    "deleted": "canceled", "withheld": "withheld",
  ]

  /// Why an item is not to be published; `nil` when nothing says so. NewsML-G2 has `pubStatus`, NewsML 1.x
  /// the status of its management, NITF that of its data (IPTC's vocabularies of these names).
  static func refusal(_ tree: XMLTree) -> String? {
    let item = tree.child("itemmeta", of: 0)
    if let status = item.flatMap({ tree.child("pubstatus", of: $0) }) {
      return message(tree.value("qcode", of: status) ?? tree.value("uri", of: status))
    }
    if let management = tree.descendant("newsmanagement", of: 0) {
      let status = tree.child("status", of: management)
      if let found = message(status.flatMap { tree.value("formalname", of: $0) }) { return found }
    }
    let data = tree.descendant("docdata", of: 0)
    return message(data.flatMap { tree.value("management-status", of: $0) })
  }

  private static func message(_ code: String?) -> String? {
    let name = code?.split { ":/#".contains($0) }.last?.lowercased()
    guard let name, let status = refused[name] else { return nil }
    return "the item is \(status) by its source"
  }
}
