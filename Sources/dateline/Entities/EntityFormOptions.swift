public import ArgumentParser
import DatelineAnalysis
public import DatelineCore
import Foundation

extension Entity.Kind: ExpressibleByArgument {}

/// Forms that are added to an entity.
struct EntityFormOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Another name; =NAME counts only when written so.", valueName: "name"))
  var alias: [String] = []

  @Option(help: ArgumentHelp("People or adjective of a place (Russian).", valueName: "word"))
  var demonym: [String] = []

  @Option(help: ArgumentHelp("Capital, seat or other stand-in (Kremlin).", valueName: "name"))
  var metonym: [String] = []

  @Option(
    help: ArgumentHelp("Counts where the full name stands in the same article.", valueName: "name"))
  var surname: [String] = []

  @Option(
    help: ArgumentHelp("A name it shares; counts where the context is its own.", valueName: "name"))
  var maybe: [String] = []

  @Option(help: ArgumentHelp("Words of its context, for shared names.", valueName: "words"))
  var with: [String] = []

  @Option(
    name: .customLong("not"),
    help: ArgumentHelp("A longer phrase that means something else.", valueName: "phrase"))
  var negative: [String] = []

  /// Adds the forms.
  func add(to definition: inout EntityDefinition) throws(CommandFailure) {
    for (keyword, forms) in [
      ("alias", alias), ("demonym", demonym), ("metonym", metonym), ("surname", surname),
      ("maybe", maybe), ("with", with), ("not", negative),
    ] {
      for form in forms {
        try EntityArgument.checked { () throws(EntityDefinition.Malformed) in
          try definition.add(EntityArgument.normal(form), to: keyword)
        }
      }
    }
  }
}

/// Forms that are taken from an entity.
struct EntityRemovalOptions: ParsableArguments {
  @Option(help: ArgumentHelp("A name that is none.", valueName: "name"))
  var removeAlias: [String] = []

  @Option(help: ArgumentHelp("A word for its people that is none.", valueName: "word"))
  var removeDemonym: [String] = []

  @Option(help: ArgumentHelp("A stand-in that is none.", valueName: "name"))
  var removeMetonym: [String] = []

  @Option(help: ArgumentHelp("A surname that is none.", valueName: "name"))
  var removeSurname: [String] = []

  @Option(help: ArgumentHelp("A shared name that is none.", valueName: "name"))
  var removeMaybe: [String] = []

  @Option(help: ArgumentHelp("Words that are not of its context.", valueName: "words"))
  var removeWith: [String] = []

  @Option(help: ArgumentHelp("A phrase that means the entity.", valueName: "phrase"))
  var removeNot: [String] = []

  /// Takes the forms away.
  /// - Throws: when one of them is not there.
  func remove(from definition: inout EntityDefinition) throws(CommandFailure) {
    for (keyword, forms) in [
      ("alias", removeAlias), ("demonym", removeDemonym), ("metonym", removeMetonym),
      ("surname", removeSurname), ("maybe", removeMaybe), ("with", removeWith),
      ("not", removeNot),
    ] {
      for form in forms where !definition.remove(EntityArgument.normal(form), from: keyword) {
        throw CommandFailure(
          "\(definition.id) has no “\(form)” under \(keyword):; `dateline entities show \(definition.id)` lists what it has"
        )
      }
    }
  }
}

/// Texts of arguments and files about entities.
enum EntityArgument {
  /// As articles are: Unicode NFC, so that letter case can be compared byte by byte.
  static func normal(_ text: String) -> String { text.precomposedStringWithCanonicalMapping }

  /// Runs `body`, turning what is wrong with a definition into a message.
  static func checked<T>(
    _ body: () throws(EntityDefinition.Malformed) -> T
  ) throws(CommandFailure) -> T {
    do {
      return try body()
    } catch {
      throw CommandFailure(error.description)
    }
  }
}
