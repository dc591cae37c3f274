/// A person, organisation or place that the gazetteer knows.
public struct Entity: Sendable, Hashable, Codable {
  /// What an entity is.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// Somebody of public life.
    case person
    /// A body: alliance, agency, company, party, team.
    case organisation = "org"
    /// A country, region or city.
    case place

    /// What it is called in messages.
    public var label: String {
      switch self {
      case .person: "person"
      case .organisation: "organisation"
      case .place: "place"
      }
    }
  }

  /// Stable identifier of lower-case ASCII letters, digits and hyphens (`nato`, `donald-trump`).
  public var id: String
  /// What it is.
  public var kind: Kind
  /// Canonical name (`NATO`, `Donald Trump`).
  public var name: String

  /// Creates an entity.
  public init(id: String, kind: Kind, name: String) {
    self.id = id
    self.kind = kind
    self.name = name
  }

  /// The token that stands for the entity in the index: the identifier's letters and digits between
  /// `e0` and `0`, one token that no stemmer changes and no text contains (`e0donaldtrump0`).
  public var token: String {
    "e0" + id.filter { $0 != "-" } + "0"
  }
}
