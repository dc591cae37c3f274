import ClusterAnswers
import DatelineCore
import Foundation
import Testing

@testable import DatelineCluster

/// Connections are encrypted or not made, and passwords go to the server alone.
@Suite(.enabled(if: SphinxCluster.isInstalled)) struct ClusterSecurityTests {
  private static func credentials(_ authority: String?) -> ClusterCredentials {
    var credentials = ClusterCredentials()
    credentials.usesTLS = true
    credentials.certificates = authority
    return credentials
  }

  private static func address(_ port: UInt16) throws -> ClusterAddress {
    try ClusterAddress(server: .init(host: "127.0.0.1", port: port), index: "news")
  }

  /// Real servers behind TLS are written to and asked as without.
  @Test(.enabled(if: TLSProxy.isInstalled)) func encryptedConnectionsWork() throws {
    let cluster = try SphinxCluster(shards: 1)
    let authority = try TestCertificates(in: cluster.folder)
    let certificate = try authority.server("IP:127.0.0.1")
    let shard = try TLSProxy(
      to: cluster.shards[0].queryPort, certificate: certificate, in: cluster.folder)
    let front = try TLSProxy(
      to: cluster.front.queryPort, certificate: certificate, in: cluster.folder)
    let credentials = Self.credentials(authority.authority)
    let writer = try ClusterWriter(
      index: "news", shards: [[.init(host: "127.0.0.1", port: shard.port)]],
      credentials: credentials)
    for number in 0..<300 {
      try writer.write(
        Article(
          key: "key \(number)", title: "Story \(number)",
          body: String(repeating: "The council met again. ", count: 100),
          origin: Origin(file: "test", record: number, offset: 0)))
    }
    try writer.flush()
    #expect(writer.written == 300)
    let engine = try ClusterEngine(Self.address(front.port), credentials: credentials)
    for _ in 0..<3 {
      let response = try engine.search(SearchRequest(query: "council", limit: 200))
      #expect(response.total == 300 && response.hits.count == 200)
    }
    #expect(shard.events == ["hello", "login"] && front.events == ["hello", "login"])
    // A connection that is not encrypted is none of this server's.
    #expect(throws: ClusterError.self) {
      try ClusterEngine(Self.address(front.port), credentials: ClusterCredentials())
    }
  }

  /// Whoever listens on the way could read a password that a server asks for in clear.
  @Test func passwordsAreNotSentInClear() throws {
    let server = try AnswerServer(asksForPassword: true) { _ in .done() }
    var credentials = ClusterCredentials()
    credentials.user = "ada"
    credentials.password = "s3cret"
    #expect(throws: ClusterError.self) {
      try ClusterEngine(Self.address(server.port), credentials: credentials)
    }
    #expect(server.logins == 1)
    #expect(server.passwords.allSatisfy { !$0.contains("s3cret") }, "\(server.passwords)")
  }

  /// A server that cannot prove who it is is not told who asks.
  @Test(.enabled(if: TLSProxy.isInstalled)) func strangersAreToldNothing() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "dateline-tls-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let server = try AnswerServer { _ in .done() }
    let authority = try TestCertificates(in: folder)
    let other = try TestCertificates(in: folder)
    let right = try authority.server("IP:127.0.0.1")
    for (certificate, trusted) in [
      (right, other.authority), (right, nil),
      (try authority.server("DNS:news.example"), authority.authority),
      (try authority.server("IP:127.0.0.2"), authority.authority),
    ] {
      let proxy = try TLSProxy(to: server.port, certificate: certificate, in: folder)
      var credentials = Self.credentials(trusted)
      credentials.password = "secret word"
      do {
        _ = try ClusterEngine(Self.address(proxy.port), credentials: credentials)
        Issue.record("\(certificate.certificate) was trusted")
      } catch {
        guard case ClusterError.untrusted = error else { throw error }
        let said = "\(error)"
        #expect(
          said.contains("127.0.0.1:\(proxy.port)") && said.contains("nothing was sent"), "\(said)")
        #expect(!said.contains("secret word"))
      }
      #expect(proxy.events == ["hello"])
    }
    #expect(server.logins == 0 && server.statements.isEmpty)
  }

  /// A server without TLS is not told who asks, and an import does not try again and again.
  @Test func serversWithoutEncryptionAreToldNothing() throws {
    let server = try AnswerServer { _ in .done() }
    #expect {
      try ClusterEngine(Self.address(server.port), credentials: Self.credentials(nil))
    } throws: {
      "\($0)".contains("127.0.0.1:\(server.port): no encrypted connection, and nothing was sent")
    }
    let writer = try ClusterWriter(
      index: "news", shards: [[server.address]], credentials: Self.credentials(nil),
      firstDelay: 1_000)
    try writer.write(
      Article(
        key: "key", title: "Story", body: "The council met.",
        origin: Origin(file: "test", record: 1, offset: 0)))
    #expect(throws: ClusterError.self) { try writer.flush() }
    #expect(server.logins == 0 && server.statements.isEmpty)
  }

  @Test func credentialsComeFromTheEnvironment() throws {
    #expect(try ClusterCredentials(environment: [:]) == ClusterCredentials())
    let folder = FileManager.default.temporaryDirectory
    let file = folder.appending(path: "dateline-password-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: file) }
    func write(_ text: String, mode: Int) throws {
      try text.write(toFile: file, atomically: true, encoding: .utf8)
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file)
    }
    let environment = [
      "DATELINE_ENGINE_USER": "ada", "DATELINE_ENGINE_PASSWORD_FILE": file,
      "DATELINE_ENGINE_TLS": file,
    ]
    try write("secret word\r\nother\n", mode: 0o600)
    let some = try ClusterCredentials(environment: environment)
    #expect(some.user == "ada" && some.password == "secret word")
    #expect(some.usesTLS && some.certificates == file)
    #expect(try ClusterCredentials(environment: ["DATELINE_ENGINE_TLS": "on"]).usesTLS)
    // Nothing that prints them shows the password.
    var dumped = ""
    dump(some, to: &dumped)
    for text in ["\(some)", String(reflecting: some), dumped] {
      #expect(!text.contains("secret word"), "\(text)")
    }
    for (text, mode, reason) in [
      ("secret word\n", 0o640, "others than its owner may read"),
      ("secret word\n", 0o604, "others than its owner may read"), ("\n", 0o600, "has no password"),
    ] {
      try write(text, mode: mode)
      #expect {
        try ClusterCredentials(environment: environment)
      } throws: {
        "\($0)".contains(reason) && !"\($0)".contains("secret word")
      }
    }
    for name in ["DATELINE_ENGINE_PASSWORD_FILE", "DATELINE_ENGINE_TLS"] {
      #expect(throws: ClusterError.self) {
        try ClusterCredentials(environment: [name: "/no/such/file"])
      }
    }
  }

  /// Who writes a password into an address is not shown it again, in a terminal or a log.
  @Test(arguments: [
    "sphinxql://ada:secret@h:9306/news", "sphinxql://ada:secret@h", "mysql://ada:secret@h/news",
    "sphinxql://ada:s/secret@h/news",
  ])
  func passwordsInAddressesAreNotRepeated(address: String) {
    #expect {
      try ClusterAddress(address)
    } throws: {
      !"\($0)".contains("secret") && !"\($0)".contains("ada") && "\($0)".contains("@h")
    }
    #expect {
      try ClusterAddress.Server("ada:secret@h:9306")
    } throws: {
      !"\($0)".contains("secret")
    }
  }
}
