import Foundation
import Testing

/// `dateline entities` on a small dump.
@Suite struct EntitiesCommandTests {
  private let folder: CommandFolder

  init() throws {
    folder = try CommandFolder()
    try folder.write("dump.jsonl", SampleDump.jsonl)
    _ = try folder.dateline(["index", "dump.jsonl", "--quiet"])
  }

  @discardableResult
  private func entities(
    _ arguments: String..., input: String? = nil, status: Int32 = 0
  ) throws -> CommandResult {
    let result = try folder.dateline(["entities"] + arguments, input: input)
    #expect(result.status == status, "\(arguments)\n\(result.output)\(result.errors)")
    return result
  }

  private func found(_ query: String) throws -> [String] {
    let result = try folder.dateline(["search", query, "--tsv", "--match", "all"])
    #expect(!result.errors.contains("note:"), "\(result.errors)")
    return result.output.split(separator: "\n").dropFirst().map {
      String($0.split(separator: "\t", omittingEmptySubsequences: false)[2])
    }
  }

  private func json(_ result: CommandResult) throws -> [String: Any] {
    try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
  }

  @Test func editsChangeResults() throws {
    #expect(try folder.dateline(["search", "org:kestrel"]).output.contains("entity") == false)
    let added = try entities(
      "add", "Kestrel Unit", "--kind", "org", "--alias", "special response unit")
    #expect(
      added.output == "added kestrel-unit | org | Kestrel Unit | alias: special response unit\n")
    #expect(added.errors == "`dateline entities apply` tags the articles in the file anew\n")
    // Queries know it at once, and say that articles do not.
    let early = try folder.dateline(["search", "org:kestrel-unit"])
    #expect(early.status == 1)
    #expect((early.output + early.errors).contains("run `dateline entities apply`"))
    let applied = try entities("apply")
    #expect(applied.output.hasPrefix("3 articles read, 1 changed\n"))
    #expect(try found("org:kestrel-unit") == ["a1"])
    #expect(try found("kestrel unit cyber") == ["a1"])

    try entities("remove", "russia", "--apply")
    #expect(try entities("show", "russia", status: 1).errors.contains("revert russia"))
    let removed = try folder.dateline(["search", "entity:russia"])
    #expect(
      removed.errors.contains("no entity is called") || removed.output.contains("no entity is"))
    try entities("revert", "Russia", "--apply")
    #expect(try found("entity:russia") == ["a1"])

    #expect(
      try entities("edit", "nato", "--alias", "allies", "--name", "The Alliance", "--apply").output
        .hasPrefix("changed nato: name “The Alliance”, alias + “NATO”, alias + “allies”\n"))
    #expect(try found("entity:\"the alliance\"").sorted() == ["a1", "a3"])
    let shown = try entities("show", "the alliance").output
    #expect(
      shown.contains("from      edited") && shown.contains("found in  2 articles, 4 mentions"))
    #expect(shown.contains("2016-11-09  Trump wins  a3"))
    #expect(try folder.dateline(["check"]).status == 0)
  }

  @Test func mergingAndSplitting() throws {
    try entities("add", "Ms Euro", "--kind", "person", "--alias", "the euro")
    try entities("merge", "ms-euro", "zurich", "--apply")
    #expect(try entities("show", "ms-euro").output.contains("id        zurich"))
    let merged = try json(entities("show", "ms euro", "--json"))
    #expect(merged["id"] as? String == "zurich" && merged["mentions"] as? Int == 2)
    #expect(merged["from"] as? String == "edited" && merged["built_in"] is String)
    try entities("edit", "zurich", "--remove-alias", "ms euro")
    let split = try entities(
      "split", "zurich", "The Euro", "--kind", "org", "--id", "euro", "--apply")
    #expect(
      split.output.hasPrefix(
        "added euro | org | the euro\nchanged zurich: alias - “the euro”\n3 articles read, 1 changed"
      ))
    #expect(try found("entity:euro") == ["a2"])
    #expect(try entities("split", "zurich", "x", status: 2).errors.contains("no name “x”"))
    let list = try json(entities("list", "--edited", "--json"))
    #expect(list["tagging"] as? String == "current")
    #expect((list["entities"] as? [[String: Any]])?.map { $0["id"] as? String } == ["euro"])
  }

  @Test func importOfAnExportChangesNothing() throws {
    try entities("add", "Acme Zürich", "--kind", "org", "--not", "Acme Zürich Street")
    try entities("remove", "nato")
    let export = try entities("export").output
    #expect(
      export.split(separator: "\n").filter { !$0.hasPrefix("#") } == [
        "acme-zurich | org | Acme Zürich | not: Acme Zürich Street", "nato | removed",
      ])
    try folder.write("all.txt", try entities("export", "--all").output)
    #expect(try entities("import", "-", input: export).output == "nothing changed\n")
    #expect(try entities("import", "all.txt", "--replace").output == "nothing changed\n")
    // Into another file.
    let other = try folder.dateline(["entities", "import", "all.txt", "--db", "other.db"])
    #expect(other.output.hasPrefix("added acme-zurich | org |"), "\(other.errors)")
    #expect(other.errors.contains("other.db was made"))
    #expect(try folder.dateline(["entities", "export", "--db", "other.db"]).output == export)
    // Taking everything back.
    #expect(try entities("import", "-", "--replace", input: "").output.contains("added nato |"))
    #expect(try entities("list", "--edited", status: 1).output == "")
  }

  @Test func badLinesAreReportedAndTheOthersTaken() throws {
    let text = """
      # mine
      acme | org | Acme
      broken
      apex | animal | Apex
      ac-me | org | Ac Me
      acme | org | Again
      zinc | org | Zinc | color: blue
      zz-top | removed
      NATO | removed

      """
    #expect(try entities("import", "-", "--strict", input: text, status: 2).output == "")
    #expect(try entities("list", "--edited", status: 1).output == "")
    let result = try entities("import", "-", input: text)
    #expect(result.output == "added acme | org | Acme\nadded zinc | org | Zinc | color: blue\n")
    for line in [
      "line 3: expected", "line 4: the kind", "line 5: the id ac-me", "line 6: the id acme",
      "line 7: warning: unknown section", "line 8: warning: no entity has the id “zz-top”",
      "line 9: warning: no entity has the id “NATO”",
    ] {
      #expect(result.errors.contains("standard input, \(line)"), "\(result.errors)")
    }
    #expect(try entities("export").output.contains("zinc | org | Zinc | color: blue\n"))
    // What was added, built in or removed before is known.
    let known = try entities("import", "-", input: "acme | removed\nnato | removed\n")
    #expect(!known.errors.contains("no entity"), "\(known.errors)")
    let again = try entities("import", "-", "--strict", input: "acme | removed\nnato | removed\n")
    #expect(again.output == "nothing changed\n")
    #expect(again.errors.contains("line 1: warning") && !again.errors.contains("line 2"))
    try folder.write("latin.txt", Data([0x61, 0xE9, 0x0A]))
    #expect(try entities("import", "latin.txt", status: 2).errors.contains("UTF-8"))
  }

  @Test func mistakesAreErrorsThatChangeNothing() throws {
    for (arguments, message) in [
      (["add", "Acme"], "--kind is missing"),
      (["add", "a | b"], "expected: id |"),
      (["add", "NATO", "--kind", "org"], "there already"),
      (["edit", "nowhere-to-be-found", "--alias", "x"], "no entity has"),
      (["edit", "nato", "--remove-alias", "x"], "nato has no “x”"),
      (["edit", "nato", "--alias", "a;b"], "semicolon"),
      (["edit", "nato", "--line", "otan | org | OTAN"], "must stay nato"),
      (["merge", "nato", "NATO"], "both names mean nato"),
      (["remove", "nowhere-to-be-found"], "no entity has"),
      (["import", "no-such-file"], "no such file"),
    ] {
      let result = try folder.dateline(["entities"] + arguments + ["--db", "none.db"])
      #expect(result.status == 2 && result.errors.contains(message), "\(result.errors)")
    }
    #expect(!FileManager.default.fileExists(atPath: folder.path("none.db")))
    #expect(try folder.dateline(["entities", "apply", "--db", "none.db"]).status == 2)
    #expect(!FileManager.default.fileExists(atPath: folder.path("none.db")))
  }

  @Test func conflictsAreWarnedAbout() throws {
    let result = try entities(
      "add", "Acme", "--kind", "org", "--alias", "NATO", "--demonym", "=Nato")
    #expect(result.errors.contains("warning: “NATO” is also a name of NATO (nato)"))
    // Once known, a conflict is not repeated.
    #expect(try !entities("edit", "acme", "--alias", "Apex").errors.contains("warning"))
  }

  @Test func listsWithAndWithoutAFile() throws {
    #expect(
      try entities("list", "--kind", "org", "-n", "1").output == """
        articles  mentions  kind    id    name
               2         3  org     nato  NATO

        """)
    let tsv = try entities("list", "donald trump", "-n", "1", "--tsv").output.split(separator: "\n")
    #expect(
      tsv.count == 2 && tsv[1].hasPrefix("donald-trump\tperson\tDonald Trump\t1\t2\tbuilt-in\t"))
    let bare = try folder.dateline(["entities", "list", "nato", "--db", "none.db"])
    #expect(bare.output == "kind    id    name\norg     nato  NATO\n")
    #expect(!FileManager.default.fileExists(atPath: folder.path("none.db")))
    #expect(try entities("list", "no such thing", status: 1).output == "")
    #expect(try entities("list", "?!", status: 1).output == "")
  }

  @Test func entitiesMayBeEditedBeforeTheFirstImport() throws {
    let made = try folder.dateline([
      "entities", "add", "Harbour Wire", "--kind", "org", "--db", "new.db",
    ])
    #expect(made.status == 0 && made.errors == "new.db was made for them\n")
    try folder.write(
      "b.jsonl", "{\"id\":\"b\",\"title\":\"x\",\"body\":\"The Harbour Wire says so.\"}\n")
    _ = try folder.dateline(["index", "b.jsonl", "--db", "new.db", "--quiet"])
    let found = try folder.dateline(["search", "org:harbour-wire", "--db", "new.db", "--json"])
    #expect(found.output.contains("\"total\" : 1") && found.output.contains("\"notes\" : [\n\n  ]"))
  }

  @Test func theEditorChangesALine() throws {
    let result = try folder.shell(
      "EDITOR=\"sed -i 's/ | org | NATO/ | org | OTAN/'\" dateline entities edit nato --editor")
    #expect(result.output.hasPrefix("changed nato: name “OTAN”"), "\(result.errors)")
    let none = try folder.shell("EDITOR=true dateline entities edit nato --editor")
    #expect(none.output == "nothing changed\n")
    #expect(try folder.shell("EDITOR=false dateline entities edit nato --editor").status == 2)
  }

  /// An editor reads from the terminal: it must not be stopped as a background process.
  @Test func theEditorMayUseTheTerminal() throws {
    try folder.write(
      "edit.sh", "read name < /dev/tty; sed -i \"s/ | org | NATO/ | org | $name/\" \"$1\"")
    let result = try folder.shell(
      "(sleep 2; echo OTAN; sleep 2) | EDITOR='bash edit.sh' VISUAL= timeout -k 1 60"
        + " script -qec 'dateline entities edit nato --editor' /dev/null")
    #expect(result.status == 0 && result.output.contains("changed nato: name “OTAN”"), "\(result)")
  }

  @Test func examplesOfTheHelpWorkOnAFreshFile() throws {
    let help = try folder.dateline(["help", "entities"]).output
    let examples = help.split(separator: "\n").filter { $0.hasPrefix("  dateline entities ") }
    #expect(examples.count == 7)
    for example in examples {
      let result = try folder.shell(String(example))
      #expect(result.status == 0, "\(example): \(result.errors)")
    }
  }

  @Test func helpFitsTheTerminal() throws {
    for name in [
      "", "list", "show", "add", "edit", "remove", "revert", "merge", "split", "import", "export",
      "apply",
    ] {
      let help = try folder.dateline(["help", "entities", name].filter { !$0.isEmpty })
      #expect(help.status == 0)
      for line in help.output.split(separator: "\n") where !line.hasPrefix("USAGE") {
        #expect(line.count <= 80, "\(name): \(line)")
      }
    }
  }
}
