import Foundation
import Synchronization

@testable import DatelineCluster

/// Speaks as much of MySQL's protocol as it takes to be sent statements: it keeps them, and its answers are made up.
///
/// Source: the pages "Connection Phase" and "Text Protocol" of MySQL's protocol documentation.
final class FakeServer: Sendable {
  /// An answer to a statement.
  enum Answer {
    case done(affected: Int, warnings: Int = 0)
    case rows(columns: [String], [[String]])
    case error(String)
  }

  let server: ClusterAddress.Server
  private let descriptor: Int32
  private let version: String
  private let kept = Mutex<[String]>([])
  private let answer: @Sendable (String) -> Answer

  /// The statements so far.
  var statements: [String] { kept.withLock { $0 } }

  /// - Parameter version: what the server says it is.
  init(version: String, answer: @escaping @Sendable (String) -> Answer) throws {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        _ = bind(descriptor, $0, length)
        _ = listen(descriptor, 8)
        _ = getsockname(descriptor, $0, &length)
      }
    }
    self.descriptor = descriptor
    self.version = version
    self.answer = answer
    server = ClusterAddress.Server(
      host: "127.0.0.1", port: UInt16(bigEndian: address.sin_port))
    Thread { [weak self] in
      while true {
        let client = accept(descriptor, nil, nil)
        if client < 0 { return }
        guard let self else {
          close(client)
          return
        }
        Thread { [weak self] in
          self?.serve(client)
          close(client)
        }.start()
      }
    }.start()
  }

  deinit {
    shutdown(descriptor, Int32(SHUT_RDWR))
    close(descriptor)
  }

  private func serve(_ client: Int32) {
    var greeting: [UInt8] = [10] + Array(version.utf8) + [0, 1, 0, 0, 0]
    // Protocol 4.1, several statements and results, passwords; not: TLS.
    greeting += Array("12345678".utf8) + [0, 0x09, 0xA2, 33, 2, 0, 0x03, 0x00, 21]
    greeting += Array(repeating: 0, count: 10) + Array("123456789012".utf8) + [0]
    send(greeting, 0, client)
    guard receive(client) != nil else { return }
    send([0, 0, 0, 2, 0, 0, 0], 2, client)
    while let packet = receive(client), let command = packet.first, command != 1 {
      guard command == 3 else {
        send([0, 0, 0, 2, 0, 0, 0], 1, client)
        continue
      }
      let statements = String(decoding: packet.dropFirst(), as: UTF8.self)
        .components(separatedBy: "; ")
      var number: UInt8 = 1
      for (place, statement) in statements.enumerated() {
        kept.withLock { $0.append(statement) }
        // Bit 3: there are more results.
        let status: [UInt8] = [place + 1 < statements.count ? 10 : 2, 0]
        for part in Self.packets(answer(statement), status) {
          send(part, number, client)
          number &+= 1
        }
      }
    }
  }

  private static func packets(_ answer: Answer, _ status: [UInt8]) -> [[UInt8]] {
    switch answer {
    case .done(let affected, let warnings):
      return [[0] + number(affected) + [0] + status + [UInt8(warnings), 0]]
    case .error(let message):
      return [[0xFF, 0x28, 0x04] + Array("#42000".utf8) + Array(message.utf8)]
    case .rows(let columns, let rows):
      let end: [UInt8] = [0xFE, 0, 0] + status
      let named = columns.map { name in
        text("def") + text("") + text("") + text("") + text(name) + text(name)
          + [0x0C, 33, 0, 255, 0, 0, 0, 0xFD, 0, 0, 0, 0, 0]
      }
      return [number(columns.count)] + named + [end] + rows.map { $0.flatMap(text) } + [end]
    }
  }

  private static func number(_ value: Int) -> [UInt8] {
    value < 251 ? [UInt8(value)] : [0xFC, UInt8(value & 255), UInt8(value >> 8 & 255)]
  }

  private static func text(_ value: String) -> [UInt8] {
    number(value.utf8.count) + Array(value.utf8)
  }

  private func send(_ payload: [UInt8], _ number: UInt8, _ client: Int32) {
    let count = payload.count
    let header = [UInt8(count & 255), UInt8(count >> 8 & 255), UInt8(count >> 16), number]
    let packet = header + payload
    _ = packet.withUnsafeBytes { write(client, $0.baseAddress, $0.count) }
  }

  private func receive(_ client: Int32) -> [UInt8]? {
    guard let header = read(4, client) else { return nil }
    return read(Int(header[0]) | Int(header[1]) << 8 | Int(header[2]) << 16, client)
  }

  private func read(_ count: Int, _ client: Int32) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    var done = 0
    while done < count {
      let got = bytes.withUnsafeMutableBytes { buffer in
        buffer.baseAddress.map { recv(client, $0 + done, count - done, 0) } ?? 0
      }
      if got <= 0 { return nil }
      done += got
    }
    return bytes
  }
}
