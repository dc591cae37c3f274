import DatelineIngest
import Foundation

// Reads a file as `dateline index` does, on one thread, and does nothing with what comes: prints
// the number of documents and of rejected records. Benchmarks/extraction/reading.py times it.
let arguments = CommandLine.arguments
guard arguments.count == 2 else {
  FileHandle.standardError.write(Data("usage: ReadingBenchmark FILE\n".utf8))
  exit(2)
}
var documents = 0
var rejected = 0
for file in try InputList.expand([arguments[1]]) {
  let reader = try DocumentReader(file: file, options: IngestOptions())
  while let event = reader.next() {
    switch event {
    case .document: documents += 1
    case .rejected: rejected += 1
    }
  }
}
print(documents, rejected)
