import CSimdJSON
import DatelineCore

/// Reads the fields of one parsed JSON object into a document.
///
/// Invariant: the variables whose access is not checked are used by one thread, and no call that is given one of them
/// reaches this object.
final class JSONRecordReader {
  let parser = JSONParser()

  struct Slot {
    var role: FieldMapping.Role
    var member: csimdjson_member
    var isUsed = false
  }

  struct BulkRequest {
    /// Identifier of the object on the next line.
    var key: String?
  }

  /// The feed round the records.
  var feed: JSONFeed?

  @exclusivity(unchecked) private var roles: RoleTable
  private let defaultSource: String?
  private let takesUnknownText: Bool
  @exclusivity(unchecked) var slots: [Slot] = []
  @exclusivity(unchecked) private var extra = ExtraWriter()
  @exclusivity(unchecked) var best: [(rank: Int, slot: Int)] = []

  init(options: IngestOptions) {
    roles = RoleTable(mapping: options.mapping)
    defaultSource = options.source
    takesUnknownText = !options.mapping.drops(.body)
  }

  /// What the parser's current text is, which was made from the bytes `raw`. Linear in its number
  /// of fields and the text copied.
  func event(origin: Origin, raw: UnsafeBufferPointer<UInt8>) -> IngestEvent {
    let root = parser.root
    guard root.kind == CSIMDJSON_OBJECT else {
      return .rejected(
        Rejection(
          origin: origin, reason: .notAnArticle,
          message: "\(Self.noun(root.kind)) where an object was expected"))
    }
    slots.removeAll(keepingCapacity: true)
    collect(root)
    if isFeed {
      return .rejected(
        Rejection(origin: origin, reason: .empty, message: "the feed has no items"))
    }
    choose()
    let body = best[DocumentField.body.ordinal].slot
    let hasBody = body >= 0 && slots[body].member.value.kind != CSIMDJSON_OBJECT
    if !hasBody, openEnvelope() { choose() }

    var record = RecordAssembler()
    record.isExport = slots.contains {
      $0.role == .mark && text(of: $0.member.value, for: .key) == FieldNames.exportMark
    }
    for field in DocumentField.allCases {
      let index = best[field.ordinal].slot
      if index >= 0 {
        record[field] = text(of: slots[index].member.value, for: field)
        slots[index].isUsed = true
      }
    }
    let standfirst = best[DocumentField.standfirst.ordinal].slot
    if standfirst >= 0,
      FieldMapping.normalized(name(slots[standfirst].member)) == FieldNames.highlights
    {
      record.joinHighlights()
    }
    let blocks = slots.first { isBlocks($0) }?.member.value
    if let blocks {
      complete(&record, fromBlocks: blocks)
      if record[.body] == nil && record[.standfirst] == nil {
        return .rejected(
          Rejection(
            origin: origin, reason: .empty, message: "none of the record's blocks holds text"))
      }
    }
    if let reason = manifestReason(record) {
      return .rejected(Rejection(origin: origin, reason: .notAnArticle, message: reason))
    }
    if record[.body] == nil, takesUnknownText, let index = longestProse {
      record[.body] = text(of: slots[index].member.value, for: .body)
      slots[index].isUsed = true
    }
    completeAuthors(&record)
    if let feed {
      record[.language] = record[.language] ?? feed.language
      record[.byline] = record[.byline] ?? feed.byline
      keepShortIdentifier(&record)
    }
    let document = record.document(
      origin: origin, defaultSource: feed?.name ?? defaultSource, extra: extraText(), raw: raw)
    if let document { return .document(document) }
    return .rejected(rejection(origin: origin))
  }

  /// Whether the object is a whole JSON Feed (jsonfeed.org), which is read item by item as long as it
  /// has any.
  private var isFeed: Bool {
    let hasItems = slots.contains {
      $0.member.value.kind == CSIMDJSON_ARRAY && name($0.member) == "items"
    }
    return hasItems
      && slots.contains {
        let value = $0.member.value
        return value.kind == CSIMDJSON_STRING && name($0.member) == "version"
          && JSONFeed.isVersion(
            String(decoding: Self.bytes(value.text, value.text_length), as: UTF8.self))
      }
  }

  /// The identifier of an item with an address goes among the other fields when it is that of one
  /// feed only.
  private func keepShortIdentifier(_ record: inout RecordAssembler) {
    guard let key = record[.key], !JSONFeed.isGlobal(key), record[.url] != nil else { return }
    record[.key] = nil
    slots[best[DocumentField.key.ordinal].slot].isUsed = false
  }

  private func collect(_ object: csimdjson_value) {
    parser.forEachMember(of: object) { member in
      let role = roles.role(of: Self.bytes(member.key, member.key_length))
      slots.append(Slot(role: role, member: copy member))
      return true
    }
  }

  /// Finds the best slot for each field.
  private func choose() {
    best.removeAll(keepingCapacity: true)
    best.append(
      contentsOf: repeatElement((rank: Int.max, slot: -1), count: DocumentField.allCases.count))
    for index in slots.indices {
      guard case .field(let field, let rank) = slots[index].role,
        rank < best[field.ordinal].rank, hasText(slots[index].member.value, for: field),
        !isContainer(slots[index].member.value, field, rank)
      else { continue }
      best[field.ordinal] = (rank, index)
    }
    separateAddress()
    separateLead()
    takeFullerText()
  }

  /// Of records without a text (the New York Times' archive) the first paragraph is the text, where
  /// they have a summary too.
  private func separateLead() {
    let summary = best[DocumentField.standfirst.ordinal].slot
    guard summary >= 0, best[DocumentField.body.ordinal].slot < 0,
      let lead = slots.indices.first(where: {
        $0 != summary && slots[$0].role != .dropped
          && FieldMapping.normalized(name(slots[$0].member)) == "leadparagraph"
          && hasText(slots[$0].member.value, for: .body)
      })
    else { return }
    best[DocumentField.body.ordinal].slot = lead
  }

  /// Whether a field holds the text as typed blocks.
  private func isBlocks(_ slot: Slot) -> Bool {
    guard case .field(.body, _) = slot.role else { return false }
    return slot.member.value.kind == CSIMDJSON_ARRAY && isList(ofBlocks: slot.member.value)
  }

  /// Whether a value holds something else than the translated name of a date says, see
  /// ``FieldMapping/mayBeContainer(_:)``.
  private func isContainer(_ value: csimdjson_value, _ field: DocumentField, _ rank: Int) -> Bool {
    field == .published && rank >= FieldNames.translatedRank
      && (value.kind == CSIMDJSON_OBJECT || value.kind == CSIMDJSON_ARRAY)
  }

  /// Where the source chosen is the article's address, and the outlet has a field of its own, both
  /// get their places.
  private func separateAddress() {
    let chosen = best[DocumentField.source.ordinal]
    guard chosen.slot >= 0, isAddress(slots[chosen.slot].member.value) else { return }
    var outlet: (rank: Int, slot: Int)?
    for index in slots.indices {
      guard case .field(.source, let rank) = slots[index].role, rank < outlet?.rank ?? .max,
        FieldNames.hostNames.contains(FieldMapping.normalized(name(slots[index].member))),
        hasText(slots[index].member.value, for: .source)
      else { continue }
      outlet = (rank, index)
    }
    guard let host = outlet?.slot else { return }
    best[DocumentField.source.ordinal].slot = host
    let url = best[DocumentField.url.ordinal].slot
    if url < 0 { best[DocumentField.url.ordinal].slot = chosen.slot }
    // What trafilatura made the text of says nothing that the text does not.
    if let raw = slots.firstIndex(where: { name($0.member) == "raw_text" }),
      best[DocumentField.body.ordinal].slot >= 0
    {
      slots[raw].role = .dropped
    }
  }

  private func isAddress(_ value: csimdjson_value) -> Bool {
    value.kind == CSIMDJSON_STRING
      && FieldNames.accepts(Self.bytes(value.text, value.text_length), for: .imageURL)
  }

  /// Takes the members of an object that holds the record proper as the record's own.
  private func openEnvelope() -> Bool {
    for index in slots.indices where slots[index].member.value.kind == CSIMDJSON_OBJECT {
      guard slots[index].role != .dropped,
        FieldNames.envelopes.contains(FieldMapping.normalized(name(slots[index].member)))
      else { continue }
      let object = slots[index].member.value
      var holdsText = false
      parser.forEachMember(of: object) { member in
        if case .field(let field, _) = roles.role(of: Self.bytes(member.key, member.key_length)),
          field == .title || field == .body
        {
          holdsText = true
        }
        return !holdsText
      }
      if holdsText {
        slots[index].role = .dropped
        collect(object)
        return true
      }
    }
    return false
  }

  private func extraText() -> String? {
    extra.reset()
    for slot in slots where !slot.isUsed {
      let value = slot.member.value
      switch slot.role {
      case .dropped, .mark: continue
      case .field:
        // An empty field says nothing that is worth keeping.
        let isEmptyString =
          value.kind == CSIMDJSON_STRING
          && !UTF8Bytes.hasText(Self.bytes(value.text, value.text_length))
        if value.kind == CSIMDJSON_NULL || isEmptyString { continue }
      case .unknown: break
      }
      extra.add(
        rawKey: parser.slice(slot.member.raw_key_offset, slot.member.raw_key_length),
        rawValue: parser.raw(value),
        isContainer: value.kind == CSIMDJSON_OBJECT || value.kind == CSIMDJSON_ARRAY)
    }
    return extra.text()
  }

  private func rejection(origin: Origin) -> Rejection {
    let hasTextFields = slots.contains {
      if case .field(let field, _) = $0.role { return field.isText }
      return false
    }
    return RecordAssembler.rejection(
      origin: origin, hasTextFields: hasTextFields,
      names: slots.prefix(9).map { name($0.member) })
  }

  func name(_ member: csimdjson_member) -> String {
    String(decoding: Self.bytes(member.key, member.key_length), as: UTF8.self)
  }

  /// Invariant: the parser gives an address and the number of bytes there, valid until it parses again.
  static func bytes(
    _ pointer: UnsafePointer<CChar>?, _ count: Int
  ) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(
      start: UnsafeRawPointer(pointer)?.assumingMemoryBound(to: UInt8.self), count: count)
  }

  /// The request that the parser's text is, of Elasticsearch's bulk interface (`{"index": {"_id": "7"}}`):
  /// one member with such a name and an object of settings, which begin with `_`. Constant time for others.
  var bulkRequest: BulkRequest? {
    guard parser.root.kind == CSIMDJSON_OBJECT else { return nil }
    var isRequest = false
    var key: String?
    var count = 0
    parser.forEachMember(of: parser.root) { member in
      count += 1
      guard count == 1, member.value.kind == CSIMDJSON_OBJECT,
        ["index", "create", "update"].contains(name(member))
      else {
        isRequest = false
        return false
      }
      isRequest = true
      parser.forEachMember(of: member.value) { setting in
        let settingName = name(setting)
        if settingName == "_id" { key = text(of: setting.value, for: .key) }
        isRequest = isRequest && settingName.hasPrefix("_")
        return isRequest
      }
      return isRequest
    }
    return isRequest ? BulkRequest(key: key) : nil
  }

  private static func noun(_ kind: csimdjson_kind) -> String {
    switch kind {
    case CSIMDJSON_NULL: return "null"
    case CSIMDJSON_BOOL: return "a truth value"
    case CSIMDJSON_NUMBER: return "a number"
    case CSIMDJSON_STRING: return "a string"
    case CSIMDJSON_ARRAY: return "an array"
    default: return "an object"
    }
  }
}

// MARK: - Text of values

extension JSONRecordReader {
  private func hasText(_ value: csimdjson_value, for field: DocumentField) -> Bool {
    switch value.kind {
    case CSIMDJSON_STRING:
      return FieldNames.accepts(Self.bytes(value.text, value.text_length), for: field)
    case CSIMDJSON_NUMBER:
      return FieldNames.accepts(parser.raw(value), for: field)
    // Of several pictures none is taken from the list.
    case CSIMDJSON_ARRAY where field == .imageURL: return false
    case CSIMDJSON_ARRAY, CSIMDJSON_OBJECT: return text(of: value, for: field) != nil
    default: return false
    }
  }

  /// The text of a value in the place of `field`: strings as they are, numbers as written, the
  /// elements of arrays joined as paragraphs or as a list, of objects the member that is a name or
  /// a text. `nil` for everything without text.
  func text(of value: csimdjson_value, for field: DocumentField, depth: Int = 0) -> String? {
    switch value.kind {
    case CSIMDJSON_STRING:
      let bytes = Self.bytes(value.text, value.text_length)
      return UTF8Bytes.hasText(bytes) ? TextDecoding.string(bytes) : nil
    case CSIMDJSON_NUMBER:
      return String(decoding: parser.raw(value), as: UTF8.self)
    case CSIMDJSON_ARRAY where depth < Self.maximumDepth:
      return joinedText(of: value, for: field, depth: depth)
    case CSIMDJSON_OBJECT where depth < Self.maximumDepth:
      return memberText(of: value, for: field, depth: depth)
    default:
      return nil
    }
  }

  private func joinedText(
    of array: csimdjson_value, for field: DocumentField, depth: Int
  ) -> String? {
    let separator: String?
    switch field {
    case .body where depth == 0 && isList(ofBlocks: array): return text(ofBlocks: array)
    case .body, .standfirst: separator = depth == 0 ? "\n\n" : " "
    case .byline: separator = "; "
    case .section: separator = ", "
    default: separator = nil
    }
    var texts: [String] = []
    parser.forEachMember(of: array) { element in
      if let text = text(of: element.value, for: field, depth: depth + 1) { texts.append(text) }
      return separator != nil || texts.isEmpty
    }
    return texts.isEmpty ? nil : texts.joined(separator: separator ?? "")
  }

  private func memberText(
    of object: csimdjson_value, for field: DocumentField, depth: Int
  ) -> String? {
    let names =
      switch field {
      case .body, .standfirst: FieldNames.textMembers
      case .imageURL: FieldNames.addressMembers
      case .byline: FieldNames.personMembers
      case .published, .modified: FieldNames.dateMembers
      default: FieldNames.nameMembers
      }
    var found: (rank: Int, text: String)?
    parser.forEachMember(of: object) { member in
      if let rank = names.firstIndex(of: name(member).lowercased()), rank < found?.rank ?? .max,
        let text = text(of: member.value, for: field, depth: depth + 1)
      {
        found = (rank, text)
      }
      return found?.rank != 0
    }
    return found?.text
  }

  /// Levels of arrays and objects that are searched for text.
  private static var maximumDepth: Int { 6 }
}
