import ArgumentParser
import DatelineAnalysis
import DatelineIndex
import Foundation

/// Options of the commands that change entities.
struct EntityChangeOptions: ParsableArguments {
  @OptionGroup var database: DatabaseOptions

  @OptionGroup var busy: BusyOptions

  @Flag(help: "Tag the articles in the file anew at once.")
  var apply = false
}

/// Makes a change to the entities of a file and says what it did.
struct EntityChange {
  /// Sentences of each kind that are printed at most.
  private static let mostLines = 20

  let options: EntityChangeOptions

  /// Makes the change in one transaction; no file is made or touched when it fails or changes nothing.
  /// - Parameter change: called twice with equal changes.
  func make(_ change: (inout GazetteerEdits) throws(CommandFailure) -> Void) throws {
    let file = try EntityFile(path: options.database.file)
    var probe = file.edits
    try change(&probe)
    if probe == file.edits {
      Console.write("nothing changed\n")
    } else {
      let (before, after) = try store(change)
      report(from: before, to: after)
      if file.reader == nil { Console.note("\(options.database.file) was made for them") }
    }
    if options.apply, file.hasArticles {
      try EntityApplication(
        path: options.database.file, busyTimeout: options.busy.busyTimeout
      ).run(json: false)
    } else if probe != file.edits, file.hasArticles {
      Console.note("`dateline entities apply` tags the articles in the file anew")
    }
  }

  private func store(
    _ change: (inout GazetteerEdits) throws(CommandFailure) -> Void
  ) throws -> (before: GazetteerEdits, after: GazetteerEdits) {
    let writer = try IndexWriter(
      path: options.database.file, options: .init(busyTimeout: options.busy.busyTimeout))
    Console.note(writer.upgrade)
    let result = try writer.editEntities { edits in
      let before = edits
      do throws(CommandFailure) {
        try change(&edits)
        return Result<(GazetteerEdits, GazetteerEdits), CommandFailure>.success((before, edits))
      } catch {
        edits = before
        return .failure(error)
      }
    }
    try writer.close()
    return try result.get()
  }

  private func report(from before: GazetteerEdits, to after: GazetteerEdits) {
    var lines: [String] = []
    var defined: [EntityDefinition] = []
    for id in Set(before.byID.keys).union(after.byID.keys).sorted() {
      let old = before.definition(ofID: id)
      let new = after.definition(ofID: id)
      if old == new { continue }
      if let old, let new {
        let differences = new.differences(from: old).joined(separator: ", ")
        lines.append("changed \(id): \(differences)")
      } else {
        lines.append("\(new == nil ? "removed" : "added") \((new ?? old)?.line ?? id)")
      }
      if let new { defined.append(new) }
    }
    write(lines, more: "changes") { Console.write($0 + "\n") }
    let known = FormConflicts(before)
    let conflicts = FormConflicts(after)
    let warnings = defined.flatMap { definition in
      let old = before.definition(ofID: definition.id).map { known.warnings(about: $0) } ?? []
      return conflicts.warnings(about: definition).filter { !old.contains($0) }
    }
    write(warnings.map { "warning: \($0)" }, more: "warnings") { Console.note($0) }
  }

  private func write(_ lines: [String], more noun: String, to output: (String) -> Void) {
    for line in lines.prefix(Self.mostLines) { output(Console.safe(line)) }
    let rest = lines.count - Self.mostLines
    if rest > 0 { output("and \(rest) more \(noun)") }
  }
}
