package import Foundation

/// Gives a server TLS that has none: takes connections of MySQL's protocol, encrypts them, and passes them on.
///
/// A program of Python, since Foundation has no TLS for servers. Source: "Protocol::SSLRequest" of MySQL's protocol
/// documentation: behind the server's greeting, which says that it knows TLS, the client sends the beginning of its login,
/// both change to TLS, and the login follows in whole. Its packets are counted one further than without.
package final class TLSProxy {
  /// Whether the programs are there that it takes; otherwise says so.
  package static let isInstalled: Bool = {
    let isThere = [["python3", "-c", "import ssl"], ["openssl", "version"]].allSatisfy {
      (try? run($0)) == 0
    }
    if !isThere { print("skipped: python3 with ssl, or openssl, is not installed") }
    return isThere
  }()

  /// Where it listens on loopback.
  package let port: UInt16
  private let process = Process()
  private let log: URL

  /// Starts it.
  /// - Parameters:
  ///   - target: port on loopback that connections are passed on to.
  ///   - folder: where its files go.
  package init(to target: UInt16, certificate: TestCertificates.Pair, in folder: URL) throws {
    let name = UUID().uuidString
    log = folder.appending(path: "\(name).log")
    let program = folder.appending(path: "\(name).py")
    try Self.program.write(to: program, atomically: true, encoding: .utf8)
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments =
      ["python3", program.path, "\(target)", certificate.certificate, certificate.key, log.path]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    guard let port = UInt16(line.trimmingCharacters(in: .whitespacesAndNewlines)) else {
      throw POSIXError(.EIO)
    }
    self.port = port
  }

  deinit {
    // Threads that tests run on block the milder signals, and what they start does, too.
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// What clients did so far: `hello` when they asked for TLS, `login` when they said who they are.
  package var events: [String] {
    let text = (try? String(contentsOf: log, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").map(String.init)
  }

  static func run(_ command: [String]) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  private static let program = #"""
    import socket, ssl, sys, threading

    target, certificate, key, log = int(sys.argv[1]), sys.argv[2], sys.argv[3], open(sys.argv[4], "a", buffering=1)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    CLIENT_SSL = 0x0800

    def exactly(connection, count):
        data = b""
        while len(data) < count:
            part = connection.recv(count - len(data))
            if not part:
                raise EOFError
            data += part
        return data

    def packet(connection):
        head = exactly(connection, 4)
        return head[3], exactly(connection, int.from_bytes(head[:3], "little"))

    def send(connection, number, payload):
        connection.sendall(len(payload).to_bytes(3, "little") + bytes([number]) + payload)

    def pump(source, sink):
        try:
            while data := source.recv(65536):
                sink.sendall(data)
        except OSError:
            pass
        for end in (source, sink):
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass

    def serve(client):
        server = socket.create_connection(("127.0.0.1", target))
        try:
            number, greeting = packet(server)
            # Behind the version's end: thread, 8 bytes for passwords, a zero, then the lower half of the capabilities.
            place = greeting.index(0, 1) + 14
            capabilities = int.from_bytes(greeting[place:place + 2], "little") | CLIENT_SSL
            send(client, number, greeting[:place] + capabilities.to_bytes(2, "little") + greeting[place + 2:])
            number, request = packet(client)
            if len(request) != 32 or not int.from_bytes(request[:2], "little") & CLIENT_SSL:
                print("plain", file=log)
                return
            print("hello", file=log)
            client = context.wrap_socket(client, server_side=True)
            number, login = packet(client)
            print("login", file=log)
            send(server, number - 1, login)
            number, reply = packet(server)
            send(client, number + 1, reply)
            other = threading.Thread(target=pump, args=(server, client), daemon=True)
            other.start()
            pump(client, server)
            other.join()
        except (OSError, EOFError):
            pass
        finally:
            client.close()
            server.close()

    listener = socket.create_server(("127.0.0.1", 0))
    print(listener.getsockname()[1], flush=True)
    while True:
        threading.Thread(target=serve, args=(listener.accept()[0],), daemon=True).start()
    """#
}

/// Certificates that a test makes: an authority, and servers that it vouches for.
package struct TestCertificates {
  /// Files of a certificate and its key.
  package struct Pair {
    package var certificate: String
    package var key: String
  }

  /// File of the authority's certificate.
  package let authority: String
  private let folder: URL

  /// Makes an authority in a folder of its own.
  package init(in parent: URL) throws {
    folder = parent.appending(path: "authority-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    authority = folder.appending(path: "authority.pem").path
    try Self.openssl(
      Self.request("Test authority") + [
        "-x509", "-days", "2", "-keyout", folder.appending(path: "authority.key").path, "-out",
        authority,
      ])
  }

  /// A certificate for a server.
  /// - Parameter name: as OpenSSL takes it: `IP:127.0.0.1` or `DNS:news.example`.
  package func server(_ name: String) throws -> Pair {
    let file = folder.appending(path: UUID().uuidString).path
    let pair = Pair(certificate: file + ".pem", key: file + ".key")
    try "subjectAltName=\(name)\n".write(toFile: file + ".ext", atomically: true, encoding: .utf8)
    try Self.openssl(Self.request("Server") + ["-keyout", pair.key, "-out", file + ".csr"])
    try Self.openssl([
      "x509", "-req", "-days", "2", "-in", file + ".csr", "-extfile", file + ".ext", "-CA",
      authority,
      "-CAkey", folder.appending(path: "authority.key").path, "-CAcreateserial", "-out",
      pair.certificate,
    ])
    return pair
  }

  private static func request(_ name: String) -> [String] {
    [
      "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj",
      "/CN=\(name)",
    ]
  }

  private static func openssl(_ arguments: [String]) throws {
    guard try TLSProxy.run(["openssl"] + arguments) == 0 else { throw POSIXError(.EIO) }
  }
}
