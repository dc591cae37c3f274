import ArgumentParser
import DatelineCore

/// `dateline entities`.
struct EntitiesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entities",
    abstract: "List and edit the people, organisations and places that are found.",
    discussion: """
      EXAMPLES
        dateline entities list nato
        dateline entities show "donald trump"
        dateline entities add "Harbour Trust" --kind org --alias =HT --not "HT cable"
        dateline entities edit nato --alias "the alliance" --apply
        dateline entities merge msnbc nbc
        dateline entities export > entities.txt
        dateline entities import entities.txt --apply

      An entity is one line of text:

        id | person, org or place | name | alias: A; =B | demonym: C | metonym: D
        | surname: E | maybe: F | with: G | not: H; I

        alias    other names; =US counts only when written so
        demonym  people and adjective of a place, counted less (Russian)
        metonym  capital, seat or other stand-in, counted least (Kremlin)
        surname  counts only where the full name stands in the same article
        maybe    a name shared with others (Georgia), counted where the context is
                 its own; with lists words of that context (Atlanta)
        not      longer phrases that mean something else (Brazil nut)

      Changes are kept in the index file, for articles and queries to come; `entities
      apply`, or --apply with any change, tags the articles in the file anew.
      """,
    subcommands: [
      EntitiesList.self, EntitiesShow.self, EntitiesAdd.self, EntitiesEdit.self,
      EntitiesRemove.self, EntitiesRevert.self, EntitiesMerge.self, EntitiesSplit.self,
      EntitiesImport.self,
      EntitiesExport.self, EntitiesApply.self,
    ],
    defaultSubcommand: EntitiesList.self)
}
