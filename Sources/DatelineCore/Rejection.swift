/// A record that was not indexed, with its place and the reason.
public struct Rejection: Sendable, Hashable, Codable {
  /// Class of the fault; the summary counts by it.
  public enum Reason: String, Sendable, Hashable, Codable, CaseIterable {
    /// The bytes are not of the format.
    case malformed
    /// The record has neither a title nor a text.
    case empty
    /// The record is larger than the limit.
    case tooLarge = "too large"
    /// The work on the record took longer than the limit.
    case tooSlow = "too slow"
    /// The record is well formed but no article (an array element that is a number, say).
    case notAnArticle = "not an article"
    /// The file could not be read.
    case unreadable
    /// A server of a cluster did not take it.
    case refused
  }

  /// Where the record was read.
  public var origin: Origin
  /// Class of the fault.
  public var reason: Reason
  /// One line for a person: what is wrong.
  public var message: String

  /// Creates a rejection.
  public init(origin: Origin, reason: Reason, message: String) {
    self.origin = origin
    self.reason = reason
    self.message = message
  }
}
