import DatelineCore

/// Aliases that hold more than a name: `Georgia runoff`, `Isis militants`, `Senate Democrats`.
///
/// They tell the tagger what a shared name means. Who types one in a query wants the entity and the
/// words beside it.
extension Gazetteer {
  /// Words that only say what kind of thing the name before them is.
  private static let kinds: Set<String> = [
    "agency", "archipelago", "areas", "cartel", "channel", "company", "countries", "group",
    "islands", "junior", "movement", "nations", "newspaper", "party", "province", "region",
    "republics", "senior", "states", "union",
  ]
  /// Words for who holds an office, or for a body, of the state or chamber named before them.
  private static let offices: Set<String> = [
    "assembly", "committee", "court", "gov", "house", "leader", "secretary", "senate", "speaker",
  ]

  /// The match with only the tokens that name the entity, where the form goes on with a topic.
  func leavingTopic(
    of form: EntityForm, _ match: QueryMatch, _ tokens: [QueryToken]
  ) -> QueryMatch {
    let named = match.namedBy
    guard form.formClass == .name, named.count > 1,
      name(of: form.entity) != tokens[named].map(\.folded)
    else { return match }
    var count = match.tokenCount - 1
    while count > 0 {
      let rest = tokens[named.lowerBound + count..<named.upperBound]
      let stem = tokens[named.lowerBound..<named.lowerBound + count]
      if let wordCount = topicWords(rest, behind: stem, of: form) {
        var shorter = match
        shorter.tokenCount = count
        shorter.wordCount = wordCount
        if isForm(stem, of: form.entity) { shorter.namedBy = named.lowerBound..<stem.endIndex }
        return shorter
      }
      count -= 1
    }
    return match
  }

  /// How many tokens behind a shorter name of the entity are words, if they are a topic: none where they
  /// are the members of another entity, which are recognised in turn.
  private func topicWords(
    _ rest: ArraySlice<QueryToken>, behind stem: ArraySlice<QueryToken>, of form: EntityForm
  ) -> Int? {
    let isForm = isForm(stem, of: form.entity)
    if rest.count == Int(form.smallTokens), isForm || beginsName(stem, of: form.entity),
      !rest.allSatisfy({ Self.kinds.contains($0.folded) })
    {
      return rest.count
    }
    // "House" is no form, but that of Representatives.
    guard isForm || standsBeforeOf(stem, in: form.entity) else { return nil }
    if namesMembers(rest, butNotOf: form.entity) { return 0 }
    let isOffice = form.kind != .person && rest.contains { Self.offices.contains($0.folded) }
    return isOffice ? rest.count : nil
  }

  private func state(after tokens: ArraySlice<QueryToken>) -> UInt32? {
    trie.state(after: tokens.lazy.map { TokenHash.hash(of: $0.folded) })
  }

  private func isForm(_ tokens: ArraySlice<QueryToken>, of entity: Int32) -> Bool {
    guard let state = state(after: tokens) else { return false }
    return trie.forms(at: state).contains {
      $0.entity == entity
        && ($0.formClass == .name || $0.formClass == .maybe || $0.formClass == .surname)
    }
  }

  /// Whether the entity's own name begins with the tokens: `Ferguson` of `Ferguson, Missouri`.
  private func beginsName(_ tokens: ArraySlice<QueryToken>, of entity: Int32) -> Bool {
    name(of: entity).starts(with: tokens.map(\.folded))
  }

  private func standsBeforeOf(_ tokens: ArraySlice<QueryToken>, in entity: Int32) -> Bool {
    name(of: entity).contains(tokens.map(\.folded) + ["of"])
  }

  private func name(of entity: Int32) -> [String] {
    Tokenizer().tokens(of: entities[Int(entity)].name)
  }

  private func namesMembers(_ tokens: ArraySlice<QueryToken>, butNotOf entity: Int32) -> Bool {
    guard let state = state(after: tokens) else { return false }
    return trie.forms(at: state).contains { $0.formClass == .demonym && $0.entity != entity }
  }
}
