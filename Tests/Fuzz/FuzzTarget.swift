import DatelineCore
import DatelineIngest
import DatelineNormalize
import Foundation

/// Parsers of foreign bytes under libFuzzer. `FUZZ_TARGET` names the one: html, warc, feed, archive.
///
/// An input is any bytes; nothing may crash, hang or grow without bound. A read record goes through
/// the normaliser too, as in an import.
enum FuzzTarget: String {
  case html, warc, feed, archive

  static let chosen: FuzzTarget = {
    let name = ProcessInfo.processInfo.environment["FUZZ_TARGET"] ?? "html"
    guard let target = FuzzTarget(rawValue: name) else {
      FileHandle.standardError.write(Data("unknown FUZZ_TARGET \(name)\n".utf8))
      exit(2)
    }
    return target
  }()

  private static let normalizer = Normalizer(
    now: Date(timeIntervalSince1970: 1_709_294_400), defaultSource: nil, memory: LineMemory())

  func run(_ bytes: [UInt8]) {
    var options = IngestOptions(maxRecordBytes: 1 << 20)
    options.containerLimits.freeBytes = 4 << 20
    switch self {
    case .html: options.format = .html
    case .warc: options.format = .warc
    case .feed: options.format = .feed
    case .archive: break
    }
    let reader = DocumentReader(bytes: bytes, name: "input", options: options)
    var records = 0
    while records < 10_000, let event = reader.next() {
      records += 1
      guard case .document(let document) = event else { continue }
      var trace: ExtractionTrace? = ExtractionTrace()
      _ = Self.normalizer.article(from: document, trace: &trace)
    }
  }
}
