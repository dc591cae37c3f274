import DatelineNormalize
import Foundation

// Writes what the extraction model sees of the HTML pages in a folder, for Benchmarks/extraction:
// OUT.names (JSON array), OUT.jsonl (a page a line: id, lines), OUT.bin (32-bit floats, row by row).
let arguments = CommandLine.arguments
guard arguments.count == 3 else {
  FileHandle.standardError.write(Data("usage: ExtractionFeatures FOLDER OUT\n".utf8))
  exit(2)
}
let folder = URL(fileURLWithPath: arguments[1])
let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
try JSONEncoder().encode(ExtractionFeatures.names)
  .write(to: URL(fileURLWithPath: arguments[2] + ".names"))

/// An empty file, open for writing.
func output(_ suffix: String) throws -> FileHandle {
  let path = arguments[2] + suffix
  _ = FileManager.default.createFile(atPath: path, contents: nil)
  return try FileHandle(forWritingTo: URL(fileURLWithPath: path))
}

/// A page as a line of JSON.
struct Row: Encodable {
  var id: String
  var lines: [String]
}

let texts = try output(".jsonl")
let values = try output(".bin")
for name in names where name.hasSuffix(".html") {
  let data = try Data(contentsOf: folder.appendingPathComponent(name))
  let features = ExtractionFeatures(html: String(decoding: data, as: UTF8.self))
  let row = Row(id: String(name.dropLast(5)), lines: features.lines)
  try texts.write(contentsOf: JSONEncoder().encode(row) + Data("\n".utf8))
  try features.values.withUnsafeBytes { try values.write(contentsOf: Data($0)) }
}
