/// How the articles that match are spread over the values of a field.
public struct Facet: Sendable, Hashable {
  /// A field that articles are counted by.
  public enum Field: String, Sendable, CaseIterable, Codable {
    /// Outlet.
    case source
    /// Section.
    case section
    /// Language.
    case language
    /// Entity; an article counts for each that it mentions.
    case entity
    /// Year of publication.
    case year
    /// Month of publication (`2016-05`).
    case month
  }

  /// A value and the number of articles that have it.
  public struct Value: Sendable, Hashable {
    /// The value.
    public var name: String
    /// Articles of the match that have it.
    public var count: Int

    /// Creates a value.
    public init(name: String, count: Int) {
      self.name = name
      self.count = count
    }
  }

  /// The field.
  public var field: Field
  /// The values with most articles, these first; of equally many by name.
  public var values: [Value]
  /// How many further values there are.
  public var otherValues: Int
  /// Articles of the match that have no value.
  public var withoutValue: Int

  /// Creates counts.
  public init(field: Field, values: [Value], otherValues: Int, withoutValue: Int) {
    self.field = field
    self.values = values
    self.otherValues = otherValues
    self.withoutValue = withoutValue
  }
}
