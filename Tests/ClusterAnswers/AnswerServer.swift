import Foundation
import Synchronization

/// A server on loopback that speaks MySQL's protocol as far as a client needs, keeps what it is asked, and gives the
/// answers it is told to give, however little they fit the question: what a real one cannot be brought to say.
///
/// Source of the protocol: "MySQL Client/Server Protocol", text protocol 4.1, packets below 16 MB.
package final class AnswerServer: Sendable {
  /// What it says to one statement.
  package enum Answer: Sendable {
    /// A statement that gives no rows was carried out.
    case done(affected: Int = 0, warnings: Int = 0)
    /// Rows; without columns it is as if there were none.
    case rows(columns: [String], [[String?]])
    /// An error of the server.
    case error(String)
  }

  private struct State {
    var statements: [String] = []
    var logins = 0
    var passwords: [String] = []
    var clients: Set<CInt> = []
  }

  /// Versions that engines give.
  package static let sphinx = "2.2.11-id64-release (95ae9a6)"
  package static let manticore = "29.2.2 0a1b2c3d4@26010101 (columnar 4.1.1)"

  /// Where it listens.
  package let port: UInt16
  private let listener: CInt
  private let state: SharedState

  /// Starts it.
  /// - Parameters:
  ///   - version: what the server says it is.
  ///   - asksForPassword: whether it wants the password as it is typed, whoever may read it on the way.
  ///   - answer: gives the answer to a statement, `nil` for none at all; called on the threads of connections.
  package init(
    version: String = sphinx, asksForPassword: Bool = false,
    answer: @escaping @Sendable (String) -> Answer?
  ) throws {
    let listener = socket(AF_INET, Self.stream, 0)
    guard let port = Self.listen(listener) else {
      close(listener)
      throw POSIXError(.init(rawValue: errno) ?? .EIO)
    }
    let state = SharedState()
    (self.port, self.listener, self.state) = (port, listener, state)
    Thread.detachNewThread {
      while true {
        let client = accept(listener, nil, nil)
        if client < 0 { break }
        state.value.withLock { _ = $0.clients.insert(client) }
        Thread.detachNewThread {
          AnswerConnection(client, version: version, asksForPassword: asksForPassword).serve(
            login: { state.value.withLock { $0.logins += 1 } },
            password: { text in state.value.withLock { $0.passwords.append(text) } },
            answers: { text in
              let statements = text.components(separatedBy: "; ")
              state.value.withLock { $0.statements += statements }
              return statements.compactMap(answer)
            })
          state.value.withLock { _ = $0.clients.remove(client) }
          close(client)
        }
      }
      close(listener)
    }
  }

  // `accept` returns with an error then.
  deinit { shutdown(listener, CInt(SHUT_RDWR)) }

  /// The statements so far.
  package var statements: [String] { state.value.withLock { $0.statements } }

  /// Clients so far that have said who they are.
  package var logins: Int { state.value.withLock { $0.logins } }

  /// What clients have sent as their passwords.
  package var passwords: [String] { state.value.withLock { $0.passwords } }

  /// Breaks all connections.
  package func disconnectAll() {
    state.value.withLock { for client in $0.clients { shutdown(client, CInt(SHUT_RDWR)) } }
  }

  private final class SharedState: Sendable {
    let value = Mutex(State())
  }

  #if canImport(Glibc)
    private static let stream = CInt(SOCK_STREAM.rawValue)
  #else
    private static let stream = SOCK_STREAM
  #endif

  /// Takes a free port; `nil` on failure.
  private static func listen(_ listener: CInt) -> UInt16? {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    return withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, size) == 0 && Foundation.listen(listener, 16) == 0
          && getsockname(listener, $0, &size) == 0
      }
    } ? UInt16(bigEndian: address.sin_port) : nil
  }
}

/// One client of an ``AnswerServer``.
private struct AnswerConnection {
  private enum Status {
    static let autocommit: UInt16 = 2
    static let moreResults: UInt16 = 8
  }

  private let descriptor: CInt
  private let version: String
  private let asksForPassword: Bool

  init(_ descriptor: CInt, version: String, asksForPassword: Bool) {
    self.descriptor = descriptor
    self.version = version
    self.asksForPassword = asksForPassword
  }

  /// Greets, takes any login, and answers queries until the client goes.
  func serve(
    login: () -> Void, password: (String) -> Void, answers: (String) -> [AnswerServer.Answer]
  ) {
    // Long password, database, protocol 4.1, secure connection; several statements and results; no TLS.
    var greeting: [UInt8] = [10] + Array("\(version)\0".utf8) + [1, 0, 0, 0]
    greeting += Array("12345678".utf8) + [0, 0x09, 0x82, 33] + Self.bytes(Status.autocommit)
    // And other ways to log in, where one is asked for.
    greeting += [asksForPassword ? 0x0B : 0x03, 0x00, 21] + [UInt8](repeating: 0, count: 10)
    greeting += Array("123456789012\0".utf8)
    if asksForPassword { greeting += Array("mysql_native_password\0".utf8) }
    guard send([greeting], from: 0), var last = receive() else { return }
    login()
    if asksForPassword {
      guard send([[0xFE] + Array("mysql_clear_password\0".utf8)], from: last.number &+ 1),
        let answer = receive()
      else { return }
      password(String(decoding: answer.packet, as: UTF8.self))
      last = answer
    }
    var isOpen = send([Self.done()], from: last.number &+ 1)
    while isOpen, let (packet, number) = receive(), let command = packet.first {
      switch command {
      case 3:
        let text = String(decoding: packet.dropFirst(), as: UTF8.self)
        isOpen = send(Self.packets(answers(text)), from: number &+ 1)
      case 1: return
      default: isOpen = send([Self.done()], from: number &+ 1)
      }
    }
  }

  private static func packets(_ answers: [AnswerServer.Answer]) -> [[UInt8]] {
    if answers.isEmpty { return [done()] }
    var packets: [[UInt8]] = []
    for (place, answer) in answers.enumerated() {
      let moreFollow = place + 1 < answers.count
      switch answer {
      case .done(let affected, let warnings):
        packets.append(done(affected: affected, warnings: warnings, moreFollow: moreFollow))
      case .error(let message):
        packets.append([0xFF, 0x28, 0x04] + Array("#42000".utf8) + Array(message.utf8))
        // Nothing follows an error.
        return packets
      case .rows(let columns, _) where columns.isEmpty:
        packets.append(done(moreFollow: moreFollow))
      case .rows(let columns, let rows):
        packets.append(length(columns.count))
        packets += columns.map(column)
        packets.append(end(moreFollow: moreFollow))
        packets += rows.map { row in row.flatMap { $0.map(text) ?? [0xFB] } }
        packets.append(end(moreFollow: moreFollow))
      }
    }
    return packets
  }

  private static func done(
    affected: Int = 0, warnings: Int = 0, moreFollow: Bool = false
  ) -> [UInt8] {
    [0] + length(affected) + [0] + bytes(status(moreFollow)) + bytes(UInt16(warnings))
  }

  private static func end(moreFollow: Bool) -> [UInt8] { [0xFE, 0, 0] + bytes(status(moreFollow)) }

  private static func status(_ moreFollow: Bool) -> UInt16 {
    Status.autocommit | (moreFollow ? Status.moreResults : 0)
  }

  /// A column of texts in UTF-8.
  private static func column(_ name: String) -> [UInt8] {
    text("def") + [0, 0, 0] + text(name) + [0, 0x0C, 33, 0, 0xFF, 0xFF, 0, 0, 0xFD, 0, 0, 0, 0, 0]
  }

  private static func text(_ text: String) -> [UInt8] { length(text.utf8.count) + Array(text.utf8) }

  private static func length(_ value: Int) -> [UInt8] {
    value < 251 ? [UInt8(value)] : [0xFD] + (0..<3).map { UInt8(value >> ($0 * 8) & 0xFF) }
  }

  private static func bytes(_ value: UInt16) -> [UInt8] {
    [UInt8(value & 0xFF), UInt8(value >> 8)]
  }

  private func send(_ packets: [[UInt8]], from first: UInt8) -> Bool {
    var bytes: [UInt8] = []
    var number = first
    for packet in packets {
      bytes += (0..<3).map { UInt8(packet.count >> ($0 * 8) & 0xFF) } + [number] + packet
      number &+= 1
    }
    var rest = bytes[...]
    while !rest.isEmpty {
      // A client that is gone must not end the process.
      let count = rest.withUnsafeBytes {
        Foundation.send(descriptor, $0.baseAddress, $0.count, CInt(MSG_NOSIGNAL))
      }
      if count <= 0 { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  private func receive() -> (packet: [UInt8], number: UInt8)? {
    guard let head = receive(4) else { return nil }
    let count = Int(head[0]) | Int(head[1]) << 8 | Int(head[2]) << 16
    return receive(count).map { ($0, head[3]) }
  }

  private func receive(_ count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let taken = bytes.withUnsafeMutableBytes {
        recv(descriptor, $0.baseAddress.map { $0 + filled }, count - filled, 0)
      }
      if taken <= 0 { return nil }
      filled += taken
    }
    return bytes
  }
}
