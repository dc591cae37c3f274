import DatelineCore
import DatelineIndex
import Foundation

// Builds an index from articles in memory and prints what that took as one JSON object.
//
//   IndexingBenchmark DUMP.jsonl NEW.db [--workers N] [--no-entities]
//       reads the dump, then measures: open, write, close
//   IndexingBenchmark DUMP.jsonl EXISTING.db --append N [--workers N]
//       measures the same for the first N articles of the dump, added to a file that is there, and
//       once more for each further N in the same process
let usage =
  "usage: IndexingBenchmark DUMP.jsonl FILE.db [--append COUNT] [--workers COUNT] [--no-entities]\n"

func fail(_ message: String, status: Int32 = 1) -> Never {
  FileHandle.standardError.write(Data((message + "\n").utf8))
  exit(status)
}

var paths: [String] = []
var counts: [String: Int] = [:]
var arguments = CommandLine.arguments.dropFirst().makeIterator()
while let argument = arguments.next() {
  if ["--append", "--workers"].contains(argument) {
    guard let count = arguments.next().flatMap(Int.init), count > 0 else { fail(usage, status: 2) }
    counts[argument] = count
  } else if argument == "--no-entities" {
    counts[argument] = 1
  } else {
    paths.append(argument)
  }
}
guard paths.count == 2 else { fail(usage, status: 2) }
let (dump, database) = (paths[0], paths[1])
let tagsEntities = counts["--no-entities"] == nil
let workers = counts["--workers"] ?? ProcessInfo.processInfo.activeProcessorCount

let options = IndexWriter.Options(workers: workers, tagsEntities: tagsEntities)

/// The measured stage: articles in memory become a finished file, or part of one.
func build(_ articles: ArraySlice<Article>) throws {
  let writer = try IndexWriter(
    path: database, options: options)
  let outcome = try writer.write(articles)
  try writer.close()
  guard outcome.added == articles.count else {
    fail("\(outcome.added) of \(articles.count) articles were new; keys must be distinct")
  }
}

do {
  let articles = try DumpReader(path: dump).articles()
  let exists = FileManager.default.fileExists(atPath: database)
  guard exists == (counts["--append"] != nil) else {
    fail("\(database): \(exists ? "is there already" : "no such file")")
  }
  let step = counts["--append"] ?? articles.count
  guard step > 0, articles.count >= step else { fail("\(dump): too few articles") }
  let measured = articles[..<step]
  var report = try StageReport.measuring { try build(measured) }
  var again: [Double] = []
  for start in stride(from: step, through: articles.count - step, by: step) {
    let next = articles[start..<start + step]
    again.append(try StageReport.measuring { try build(next) }.wallSeconds)
  }
  report.againWallSeconds = again.isEmpty ? nil : again.sorted()[again.count / 2]
  report.articles = measured.count
  report.textBytes = measured.reduce(0) { $0 + $1.title.utf8.count + $1.body.utf8.count }
  report.fileBytes = try FileManager.default.attributesOfItem(atPath: database)[.size] as? Int ?? 0
  report.workers = workers
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys]
  FileHandle.standardOutput.write(try encoder.encode(report) + Data("\n".utf8))
} catch {
  fail("\(error)")
}
