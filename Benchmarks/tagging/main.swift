import DatelineAnalysis
import DatelineCore
import Foundation

// Speed and findings of the entity tagger over JSON Lines with `title` and `body`.
//
//   TaggingBenchmark speed FILE [ROUNDS]   tokens a second, one thread, best of ROUNDS (5)
//   TaggingBenchmark mentions FILE         one JSON line a document: every mention with its byte range
let usage =
  "usage: TaggingBenchmark speed FILE.jsonl [ROUNDS] | TaggingBenchmark mentions FILE.jsonl\n"
let arguments = CommandLine.arguments
guard arguments.count >= 3 else {
  FileHandle.standardError.write(Data(usage.utf8))
  exit(2)
}

/// A document as it was read; unknown members are ignored.
struct Document: Decodable {
  var title: String?
  var body: String?
}

/// Reads the file; lines that are no JSON objects end the program with an error.
func readDocuments(_ path: String) throws -> [(title: String, body: String)] {
  let decoder = JSONDecoder()
  return try Data(contentsOf: URL(fileURLWithPath: path)).split(separator: 10).map { line in
    let document = try decoder.decode(Document.self, from: Data(line))
    var title = document.title ?? ""
    var body = document.body ?? ""
    title.makeContiguousUTF8()
    body.makeContiguousUTF8()
    return (title, body)
  }
}

let documents = try readDocuments(arguments[2])
switch arguments[1] {
case "speed":
  SpeedReport(documents, rounds: arguments.count > 3 ? Int(arguments[3]) ?? 5 : 5).print()
case "mentions": MentionLines.print(documents)
default:
  FileHandle.standardError.write(Data(usage.utf8))
  exit(2)
}
