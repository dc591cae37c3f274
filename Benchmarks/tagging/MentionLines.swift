import DatelineAnalysis
import DatelineCore
import Foundation

/// Prints every mention of a document with its byte range, for `conll.py`.
enum MentionLines {
  /// A mention as JSON.
  private struct Line: Encodable {
    var entity: String
    var kind: String
    var form: String
    var part: String
    var start: Int
    var end: Int
  }

  static func print(_ documents: [(title: String, body: String)]) {
    var tagger = EntityTagger(gazetteer: .builtIn)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    for document in documents {
      let lines = tagger.matches(title: document.title, body: document.body).map { match in
        let entity = Gazetteer.builtIn.entities[match.entity]
        return Line(
          entity: entity.id, kind: entity.kind.rawValue, form: "\(match.formClass)",
          part: match.isTitle ? "title" : "body",
          start: match.range.lowerBound, end: match.range.upperBound)
      }
      if let data = try? encoder.encode(lines) {
        FileHandle.standardOutput.write(data + Data("\n".utf8))
      }
    }
  }
}
