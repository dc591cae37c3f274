import CSimdJSON

/// Texts that are lists of typed blocks, as publishing systems keep them: the Washington Post's
/// collection of TREC (`contents`), Arc's `content_elements`.
extension JSONRecordReader {
  /// Types of blocks that are no text of the article, in small letters.
  private static let otherTypes: Set<String> = [
    "kicker", "title", "headline", "byline", "author", "author_info", "date", "image", "photo",
    "picture", "video", "audio", "gallery", "graphic", "inline_story", "pull_quote", "pullquote",
    "interstitial_link", "related", "advertisement", "newsletter", "custom_embed", "raw_html",
  ]

  /// Fields that a block can stand for, with the types of such blocks.
  private static let fieldTypes: [(field: DocumentField, types: Set<String>)] = [
    (.title, ["title", "headline"]), (.byline, ["byline"]), (.published, ["date"]),
    (.section, ["kicker"]), (.standfirst, ["deck", "top_deck"]),
  ]

  /// Whether the first element of an array that is no `null` is a block: an object with a `type` and a
  /// `content`, or that shows a picture.
  func isList(ofBlocks array: csimdjson_value) -> Bool {
    var isBlock = false
    parser.forEachMember(of: array) { element in
      if element.value.kind == CSIMDJSON_NULL { return true }
      isBlock = type(ofBlock: element.value) != nil
      return false
    }
    return isBlock
  }

  /// The text of the blocks that are paragraphs, headings, lists and other text.
  func text(ofBlocks array: csimdjson_value) -> String? {
    var texts: [String] = []
    parser.forEachMember(of: array) { element in
      let type = type(ofBlock: element.value) ?? ""
      let isSummary = type == "deck" || type == "top_deck"
      if !isSummary, !Self.otherTypes.contains(type),
        let text = text(of: element.value, for: .body, depth: 1)
      {
        texts.append(text)
      }
      return true
    }
    return texts.isEmpty ? nil : texts.joined(separator: "\n\n")
  }

  /// Takes fields that the record does not have from its blocks, each from the first that has one.
  func complete(_ record: inout RecordAssembler, fromBlocks array: csimdjson_value) {
    parser.forEachMember(of: array) { element in
      guard let type = type(ofBlock: element.value) else { return true }
      for (field, types) in Self.fieldTypes where record[field] == nil && types.contains(type) {
        record[field] = member("content", of: element.value).flatMap { text(of: $0, for: field) }
      }
      if type == "image", record[.imageURL] == nil {
        record[.imageURL] = member("imageURL", of: element.value).flatMap {
          text(of: $0, for: .imageURL)
        }
      }
      return true
    }
  }

  /// The value of `type` in small letters; `nil` for what is no block.
  private func type(ofBlock value: csimdjson_value) -> String? {
    guard value.kind == CSIMDJSON_OBJECT, let type = member("type", of: value),
      type.kind == CSIMDJSON_STRING
    else { return nil }
    return text(of: type, for: .key)?.lowercased()
  }

  private func member(_ wanted: String, of object: csimdjson_value) -> csimdjson_value? {
    var found: csimdjson_value?
    guard object.kind == CSIMDJSON_OBJECT else { return nil }
    parser.forEachMember(of: object) { member in
      if name(member) == wanted { found = member.value }
      return found == nil
    }
    return found
  }
}
