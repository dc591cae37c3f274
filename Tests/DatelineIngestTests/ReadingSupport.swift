import DatelineCore
import Foundation
import Testing

@testable import DatelineIngest

/// Reads bytes as if they were a file, in pieces of 1 byte to more than the file, and requires that
/// the size of the pieces makes no difference.
func read(
  _ bytes: [UInt8], as format: InputFormat?, path: String = "file",
  options: IngestOptions = IngestOptions(), sourceLocation: SourceLocation = #_sourceLocation
) -> [IngestEvent] {
  let whole = readOnce(bytes, as: format, path: path, options: options, chunkSize: 1 << 18)
  for chunkSize in [1, 2, 3, 7, 64] {
    let events = readOnce(bytes, as: format, path: path, options: options, chunkSize: chunkSize)
    #expect(events == whole, "in pieces of \(chunkSize)", sourceLocation: sourceLocation)
  }
  return whole
}

func read(
  _ text: String, as format: InputFormat?, path: String = "file",
  options: IngestOptions = IngestOptions(), sourceLocation: SourceLocation = #_sourceLocation
) -> [IngestEvent] {
  read(
    Array(text.utf8), as: format, path: path, options: options, sourceLocation: sourceLocation)
}

func readOnce(
  _ bytes: [UInt8], as format: InputFormat?, path: String = "file", options: IngestOptions,
  chunkSize: Int
) -> [IngestEvent] {
  let reader = DocumentReader(
    file: InputFile(path: path, format: format), options: options,
    source: ByteSource(bytes: bytes), chunkSize: chunkSize)
  var events: [IngestEvent] = []
  while let event = reader.next() { events.append(event) }
  #expect(reader.bytesRead <= Int64(bytes.count))
  return events
}

extension [IngestEvent] {
  var documents: [RawDocument] {
    compactMap { if case .document(let document) = $0 { document } else { nil } }
  }

  var rejections: [Rejection] {
    compactMap { if case .rejected(let rejection) = $0 { rejection } else { nil } }
  }

  /// Events as `record@offset body` or `record@offset !reason`.
  var outline: [String] {
    map { event in
      switch event {
      case .document(let document):
        "\(document.origin.record)@\(document.origin.offset) \(document.body ?? "-")"
      case .rejected(let rejection):
        "\(rejection.origin.record)@\(rejection.origin.offset) !\(rejection.reason.rawValue)"
      }
    }
  }
}

/// A directory for one test, removed when the value goes.
final class TemporaryDirectory {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent(
      "dateline-ingest-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ name: String, _ text: String) throws {
    let url = URL(fileURLWithPath: path).appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }
}
