/// Something that keeps articles for searches: an index file, or a cluster.
public protocol ArticleSink {
  /// What goes wrong.
  associatedtype Failure: Error

  /// Adds articles, each in place of the one with its key, and returns when they are kept.
  func store(_ articles: some Sequence<Article>) throws(Failure)

  /// Removes the articles with some keys, and returns when they are gone; keys that no article has are passed over.
  /// - Returns: how many were there.
  @discardableResult
  func delete(keys: some Sequence<String>) throws(Failure) -> Int
}
