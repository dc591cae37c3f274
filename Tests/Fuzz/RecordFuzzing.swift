import DatelineCore
import DatelineIngest
import DatelineNormalize
import Foundation

/// Reads bytes as an input of records; each record goes through the normaliser too, as in an import.
enum RecordFuzzing {
  private static let normalizer = Normalizer(
    now: Date(timeIntervalSince1970: 1_709_294_400), defaultSource: nil, memory: LineMemory())

  /// - Parameter format: `nil` to have it told from the bytes.
  static func read(_ bytes: [UInt8], as format: InputFormat?) {
    var options = IngestOptions(format: format, maxRecordBytes: 1 << 20)
    options.containerLimits.freeBytes = 4 << 20
    let reader = DocumentReader(bytes: bytes, name: "input", options: options)
    var records = 0
    while records < 10_000, let event = reader.next() {
      records += 1
      guard case .document(let document) = event else { continue }
      var trace: ExtractionTrace? = ExtractionTrace()
      _ = normalizer.article(from: document, trace: &trace)
    }
  }
}
