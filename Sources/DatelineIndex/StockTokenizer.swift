import Foundation
import GRDB
import GRDBSQLite

/// FTS5's own tokenizer, with the index's analyzer: terms as the index holds them.
///
/// Used where exactness matters more than speed (snippets of the hits shown, checks).
///
/// Invariant: used on one thread, and gone before its connection is closed; FTS5 calls back during `xTokenize`
/// only, with the context it was given. No call that is given the scratch memory reaches this object.
package final class StockTokenizer {
  /// A token as indexed.
  package struct Token: Sendable, Equatable {
    /// The term: folded and stemmed.
    package var term: String
    /// Byte range in the text.
    package var range: Range<Int>
  }

  private let tokenizer: fts5_tokenizer
  private let instance: OpaquePointer
  @exclusivity(unchecked) private var scratch: [UInt8] = []

  /// Creates the tokenizer `porter unicode61 remove_diacritics 2`, or another one with arguments.
  init(
    _ db: Database, name: String = "porter",
    arguments: [String] = ["unicode61", "remove_diacritics", "2"]
  )
    throws
  {
    let api = try FTS5Bridge.api(db)
    var context: UnsafeMutableRawPointer?
    var tokenizer = fts5_tokenizer()
    guard api.pointee.xFindTokenizer?(api, name, &context, &tokenizer) == SQLITE_OK else {
      throw DatabaseError(message: "this SQLite has no tokenizer \(name)")
    }
    var created: OpaquePointer?
    var pointers = arguments.map { UnsafePointer<CChar>(strdup($0)) }
    defer { for pointer in pointers { free(UnsafeMutablePointer(mutating: pointer)) } }
    let code = tokenizer.xCreate?(context, &pointers, Int32(arguments.count), &created)
    guard code == SQLITE_OK, let created else {
      throw DatabaseError(message: "the tokenizer \(name) could not be made")
    }
    self.tokenizer = tokenizer
    instance = created
  }

  deinit {
    tokenizer.xDelete?(instance)
  }

  /// Tokens of a text in order.
  /// - Complexity: O(bytes).
  package func tokens(in text: String) -> [Token] {
    var tokens: [Token] = []
    var text = text
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        withUnsafeMutablePointer(to: &tokens) { pointer in
          _ = tokenizer.xTokenize?(
            instance, pointer, FTS5_TOKENIZE_DOCUMENT, characters.baseAddress,
            Int32(clamping: characters.count),
            { context, flags, term, length, start, end in
              guard let context, let term, flags & FTS5_TOKEN_COLOCATED == 0 else {
                return SQLITE_OK
              }
              let bytes = UnsafeRawBufferPointer(start: term, count: Int(length))
              context.assumingMemoryBound(to: [Token].self).pointee.append(
                Token(
                  term: String(decoding: bytes, as: UTF8.self), range: Int(start)..<Int(end)))
              return SQLITE_OK
            })
        }
      }
    }
    return tokens
  }

  /// Calls `body` with the term of each token of a text in order, valid during the call only.
  /// - Complexity: O(bytes); nothing is allocated for a token.
  func forEachTerm(in text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    var text = text
    withoutActuallyEscaping(body) { body in
      withUnsafePointer(to: body) { pointer in
        text.withUTF8 { bytes in
          bytes.withMemoryRebound(to: CChar.self) { characters in
            _ = tokenizer.xTokenize?(
              instance, UnsafeMutableRawPointer(mutating: pointer), FTS5_TOKENIZE_DOCUMENT,
              characters.baseAddress, Int32(clamping: characters.count),
              { context, flags, term, length, _, _ in
                guard let context, let term, flags & FTS5_TOKEN_COLOCATED == 0 else {
                  return SQLITE_OK
                }
                // The context is the closure of the call under way.
                let body = context.assumingMemoryBound(
                  to: ((UnsafeBufferPointer<UInt8>) -> Void).self)
                term.withMemoryRebound(to: UInt8.self, capacity: Int(length)) {
                  body.pointee(UnsafeBufferPointer(start: $0, count: Int(length)))
                }
                return SQLITE_OK
              })
          }
        }
      }
    }
  }

  /// The term of a token of a text: folded and stemmed; `nil` when there is no token in the bytes.
  package func term(of token: UnsafeBufferPointer<UInt8>) -> String? {
    withTerm(of: token) { $0.isEmpty ? nil : String(decoding: $0, as: UTF8.self) }
  }

  /// Calls `body` with the term of a token, valid during the call only; empty when there is no token
  /// in the bytes.
  func withTerm<Result>(
    of token: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    scratch.removeAll(keepingCapacity: true)
    token.withMemoryRebound(to: CChar.self) { characters in
      withUnsafeMutablePointer(to: &scratch) { pointer in
        _ = tokenizer.xTokenize?(
          instance, pointer, FTS5_TOKENIZE_DOCUMENT, characters.baseAddress,
          Int32(clamping: characters.count),
          { context, _, term, length, _, _ in
            guard let context, let term else { return SQLITE_OK }
            context.assumingMemoryBound(to: [UInt8].self).pointee.append(
              contentsOf: UnsafeRawBufferPointer(start: term, count: Int(length)))
            return SQLITE_OK
          })
      }
    }
    return scratch.withUnsafeBufferPointer(body)
  }
}
