import ArgumentParser
import DatelineAnalysis
import DatelineCore
import Foundation

/// `dateline entities import`.
struct EntitiesImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Read entities from a text: a line defines one.",
    discussion: """
      Lines of the form `id | removed` take an entity away; empty lines and those
      that begin with # are skipped. Bad lines are reported, the others are taken, unless
      --strict is given. `dateline help entities` explains the format.
      """)

  @Argument(help: "The file; - for standard input.", completion: .file())
  var file: String

  @Flag(help: "Take back all changes that the text does not make.")
  var replace = false

  @Flag(help: "Take nothing when a line is bad, and exit with 2.")
  var strict = false

  @OptionGroup var change: EntityChangeOptions

  func run() throws {
    let text = try EntityText(parsing: EntityArgument.normal(read()))
    for problem in text.problems { report(problem.line, problem.message) }
    for warning in text.warnings { report(warning.line, "warning: " + warning.message) }
    var collisions: [Int: String] = [:]
    var unknown: [Int: String] = [:]
    defer {
      for (line, id) in unknown.sorted(by: { $0.key < $1.key }) {
        report(line, "warning: no entity has the id “\(id)”; none was removed")
      }
      for (line, message) in collisions.sorted(by: { $0.key < $1.key }) {
        report(line, message)
      }
    }
    if strict, !text.problems.isEmpty {
      throw CommandFailure(
        "\(Quantity.text(text.problems.count, "bad line")) in \(file); nothing was changed; mend them, or leave out --strict"
      )
    }
    try EntityChange(options: change).make { (edits) throws(CommandFailure) in
      unknown = Self.unknownRemovals(text, edits)
      if replace { edits = GazetteerEdits() }
      collisions = Self.take(text, into: &edits)
      if strict, !collisions.isEmpty {
        throw CommandFailure(
          "\(Quantity.text(collisions.count, "bad line")) in \(file); nothing was changed; mend them, or leave out --strict"
        )
      }
    }
  }

  /// Lines that remove what is no entity, with its identifier.
  private static func unknownRemovals(
    _ text: EntityText, _ edits: GazetteerEdits
  ) -> [Int: String] {
    let unknown = text.entries.filter {
      $0.definition == nil && edits.byID[$0.id] == nil && GazetteerEdits.builtIn(ofID: $0.id) == nil
    }
    return Dictionary(unknown.map { ($0.line, $0.id) }, uniquingKeysWith: { first, _ in first })
  }

  /// Makes the changes of a text.
  /// - Returns: the lines that cannot be taken beside the others, with the reason.
  private static func take(_ text: EntityText, into edits: inout GazetteerEdits) -> [Int: String] {
    for entry in text.entries where entry.definition == nil { edits.remove(id: entry.id) }
    var owners = Dictionary(
      edits.definitions.map { ($0.entity.token, $0.id) }, uniquingKeysWith: { first, _ in first })
    var collisions: [Int: String] = [:]
    for entry in text.entries {
      guard let definition = entry.definition else { continue }
      let owner = owners[definition.entity.token]
      if let owner, owner != definition.id {
        collisions[entry.line] = "the id \(definition.id) counts as the same as \(owner)"
        continue
      }
      owners[definition.entity.token] = definition.id
      edits.define(definition)
    }
    return collisions
  }

  private func report(_ line: Int, _ message: String) {
    let name = file == "-" ? "standard input" : file
    Console.note(Console.safe("\(name), line \(line): \(message)"))
  }

  private func read() throws(CommandFailure) -> String {
    do {
      let data =
        file == "-"
        ? try FileHandle.standardInput.readToEnd() ?? Data()
        : try Data(contentsOf: URL(fileURLWithPath: file))
      guard let text = String(data: data, encoding: .utf8) else {
        throw CommandFailure.unreadable(file)
      }
      return text
    } catch let failure as CommandFailure {
      throw failure
    } catch {
      throw CommandFailure.unreadable(file)
    }
  }
}

/// `dateline entities export`.
struct EntitiesExport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Print the changes to the entities as text.",
    discussion: """
      `dateline entities import` reads it; importing an export changes nothing.
      """)

  @Flag(help: "Print all entities, the built-in ones too.")
  var all = false

  @OptionGroup var database: DatabaseOptions

  func run() throws {
    let file = try EntityFile(path: database.file)
    Console.write(EntityText.text(of: file.edits, all: all), .data)
  }
}
