import DatelineAnalysis

/// Reads bytes as definitions of entities and looks for these in the same text; a definition that is printed is read
/// as it was.
enum GazetteerFuzzing {
  static func read(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    var edits = GazetteerEdits()
    for entry in EntityText(parsing: text).entries {
      guard let definition = entry.definition else {
        edits.remove(id: entry.id)
        continue
      }
      let again = try? EntityDefinition(parsing: definition.line)
      precondition(again == definition, "\(definition.line) is not read as it was")
      edits.define(definition)
    }
    _ = GazetteerDigest(edits)
    let gazetteer = Gazetteer(parsing: text)
    var tagger = ArticleTagger(gazetteer: gazetteer)
    _ = tagger.tags(title: String(text.prefix(80)), body: text)
  }
}
