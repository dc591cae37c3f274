import CSimdJSON
import DatelineCore

/// What records say otherwise than by the usual names.
extension JSONRecordReader {
  /// The longest field of unknown name that holds a text.
  var longestProse: Int? {
    var longest: (index: Int, count: Int)?
    for (index, slot) in slots.enumerated()
    where slot.role == .unknown && slot.member.value.kind == CSIMDJSON_STRING {
      let value = slot.member.value
      guard value.text_length > longest?.count ?? 0,
        FieldNames.isLongProse(Self.bytes(value.text, value.text_length)),
        !FieldNames.isApart(name(slot.member))
      else { continue }
      longest = (index, value.text_length)
    }
    return longest?.index
  }

  /// Takes the field with the whole text, where the one chosen has its beginning only; that is left out then, since
  /// it says nothing that the text does not. See ``FullerText``.
  func takeFullerText() {
    let body = DocumentField.body.ordinal
    let chosen = best[body].slot
    guard chosen >= 0, best[body].rank >= 0,
      slots[chosen].member.value.kind == CSIMDJSON_STRING
    else { return }
    func bytes(_ slot: Int) -> UnsafeBufferPointer<UInt8> {
      Self.bytes(slots[slot].member.value.text, slots[slot].member.value.text_length)
    }
    for (index, slot) in slots.enumerated() where index != chosen {
      guard case .field(.body, let rank) = slot.role, rank >= 0,
        slot.member.value.kind == CSIMDJSON_STRING,
        FullerText.isFuller(bytes(index), than: bytes(best[body].slot))
      else { continue }
      best[body] = (rank, index)
    }
    if best[body].slot != chosen { slots[chosen].isUsed = true }
  }

  /// Why the object describes a program, a site or a data set and not what happened: it has nothing but a
  /// description, and fields that articles have not.
  func manifestReason(_ record: RecordAssembler) -> String? {
    guard record[.body] == nil, record[.standfirst] != nil, record[.published] == nil else {
      return nil
    }
    let marks: Set<String>
    if record[.title] == nil {
      marks = Self.programFields
    } else if record[.url] == nil {
      marks = ["license", "licence", "licenses"]
    } else {
      return nil
    }
    guard
      let mark = slots.map({ name($0.member) }).first(where: { marks.contains($0.lowercased()) })
    else { return nil }
    return "the object with the field \(mark) describes a program, a site or a data set"
  }

  private static var programFields: Set<String> {
    [
      "version", "license", "licence", "licenses", "dependencies", "devdependencies", "scripts",
      "engines", "namespaces", "routes", "start_url", "manifest_version",
    ]
  }

  /// Names of authors that WordPress's interface embeds; its own field has their numbers, which are no names.
  func completeAuthors(_ record: inout RecordAssembler) {
    if let byline = record[.byline], byline.utf8.contains(where: { !(0x30...0x39).contains($0) }) {
      return
    }
    record[.byline] = nil
    guard
      let embedded = slots.first(where: {
        $0.member.value.kind == CSIMDJSON_OBJECT && name($0.member) == "_embedded"
      })
    else { return }
    parser.forEachMember(of: embedded.member.value) { member in
      guard name(member) == "author" else { return true }
      record[.byline] = text(of: member.value, for: .byline)
      return false
    }
  }
}
