import Foundation
import Testing

/// Nothing is ever loaded: not what pages and feeds name, not what their declarations name.
@Suite struct NetworkTests {
  private static func runs(_ line: String) -> Bool {
    (try? CommandFolder().shell(line).status) == 0
  }
  private static let hasTrace = runs("strace -f -qq -e trace=%network -o /dev/null true")
  private static let hasNamespace = runs("unshare -rn true")

  private let folder: CommandFolder

  /// Documents of most formats that name other files: images, scripts, frames, entities, declarations, fonts.
  init() throws {
    folder = try CommandFolder()
    let address = "http://127.0.0.1:9/"
    try folder.write(
      "in/page.html",
      """
      <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "\(address)xhtml.dtd">
      <html><head><title>Harbour deepened</title><base href="\(address)">
      <link rel="stylesheet" href="\(address)a.css"><script src="\(address)a.js"></script>
      <meta http-equiv="refresh" content="0;url=\(address)next"></head>
      <body><article><h1>Harbour deepened</h1><img src="\(address)a.png">
      <p>The harbour was deepened on Monday, the council said, and ships came in by noon.</p>
      <p>It had taken eleven years, and the mayor thanked everybody who had waited for it.</p>
      <iframe src="\(address)frame"></iframe></article></body></html>
      """)
    let declarations = """
      <?xml version="1.0"?><?xml-stylesheet href="\(address)a.xsl"?>
      <!DOCTYPE rss SYSTEM "\(address)rss.dtd" [
      <!ENTITY file SYSTEM "file:///etc/passwd"> <!ENTITY net SYSTEM "\(address)entity">
      <!ENTITY % all SYSTEM "\(address)all.dtd"> %all; ]>
      """
    try folder.write(
      "in/feed.rss",
      declarations + """
        <rss version="2.0" xmlns:xi="http://www.w3.org/2001/XInclude"><channel><title>Wire</title>
        <item><title>NATO meets</title><link>\(address)1</link>
        <description>Ministers met on Monday. &net; &file; <xi:include href="\(address)more"/></description>
        <enclosure url="\(address)a.mp3" type="audio/mpeg"/></item></channel></rss>
        """)
    try folder.write(
      "in/story.nitf",
      declarations.replacingOccurrences(of: "DOCTYPE rss", with: "DOCTYPE nitf") + """
        <nitf><body><body.head><hedline><hl1>Storm passes</hl1></hedline></body.head>
        <body.content><p>The storm passed. &net;</p></body.content></body></nitf>
        """)
    try folder.write("in/dump.jsonl", SampleDump.jsonl)
    _ = try folder.shell("cd in && tar czf ../in.tar.gz . && mv ../in.tar.gz .")
  }

  /// An import, searches, and all else that reads files.
  private static let work = """
    index in --db DB --quiet; search nato --db DB --json > /dev/null; search nato --db DB --html > /dev/null;
    show a1 --db DB > /dev/null; stats --db DB > /dev/null; check --db DB > /dev/null; optimize --db DB > /dev/null;
    entities list --db DB > /dev/null; extract in > /dev/null
    """

  private func commands(_ prefix: String, database: String) -> String {
    Self.work.split(separator: ";").map { command in
      prefix + " dateline "
        + command.trimmingCharacters(in: .whitespacesAndNewlines)
        .replacingOccurrences(of: "DB", with: database)
    }.joined(separator: " && ")
  }

  @Test(.enabled(if: hasTrace, "strace is not there, or not allowed here"))
  func noCommandMakesASocket() throws {
    let result = try folder.shell(
      commands("strace -f -qq -A -e trace=%network -e signal=none -o calls", database: "a.db"))
    #expect(result.status == 0, "\(result.errors)")
    let calls = try String(contentsOfFile: folder.path("calls"), encoding: .utf8)
      .split(separator: "\n").filter { !$0.contains("+++ ") }
    // Where it may not raise the priority of a thread, as of users other than root, Swift's dispatch library says so to
    // the system's own log, through a socket that is a file. Without another socket nothing can leave the machine.
    let others = calls.filter { call in
      call.contains(" socket(") && !call.contains("(AF_UNIX, SOCK_DGRAM")
        || call.contains(" connect(") && !call.contains(#"sun_path="/dev/log""#)
    }
    #expect(others == [])
  }

  @Test(.enabled(if: hasNamespace, "network namespaces are not allowed here"))
  func allIsTheSameWithoutANetwork() throws {
    let results = try ["", "unshare -rn"].enumerated().map { number, prefix in
      let name = "\(number).db"
      let result = try folder.shell(
        commands(prefix, database: name)
          + " && sqlite3 \(name) 'SELECT * FROM articles ORDER BY id'")
      #expect(result.status == 0, "\(result.errors)")
      return result.output
    }
    #expect(results[0] == results[1] && results[0].contains("The harbour was deepened"))
    #expect(!results[0].contains("root:"))
  }
}
