import DatelineIndex

extension QueryPlan.Concept {
  /// What the frequencies of a concept depend on.
  struct FrequencyKey: Hashable {
    fileprivate var scope: QueryPlanner.Scope
    fileprivate var entity: String?
    fileprivate var phraseText: String
    /// What else there is to its words.
    fileprivate var words = ""
  }

  /// What its frequencies depend on; `nil` where they are not kept.
  var frequencyKey: FrequencyKey? {
    if !isInList { return nil }
    var key = FrequencyKey(scope: scope, entity: entity, phraseText: phraseText)
    if hasWordsOfItsOwn {
      let forms = prefixForms.map { "\($0.word)\($0.isPrefix)\($0.isChecked)" }
      let weights = variants.map { "\($0.word)\($0.weight)" }
      key.words = "\(isCJK)|\(exact?.text ?? "")|\(tokens)|\(forms)|\(weights)"
    }
    if let near { key.words = "\(near.number) of \(near.expression)" }
    return key
  }

  /// Whether its frequencies can be kept.
  var isInList: Bool { phraseText.isEmpty == phrases.isEmpty }

  /// Whether more than the positions of one phrase says what counts.
  var hasWordsOfItsOwn: Bool {
    exact != nil || isCJK || !variants.isEmpty || !prefixForms.isEmpty
  }

  /// Whether it is a phrase of which each occurrence in some fields counts.
  var isWholePhrase: Bool {
    entity == nil && near == nil && !phrases.isEmpty && !hasWordsOfItsOwn && scope != .lead
  }

  /// Whether the texts of articles say what counts: reading them takes much longer than all else.
  var isReadInText: Bool {
    exact != nil || isCJK || prefixForms.contains(where: \.isChecked)
  }
}

extension QueryPlan {
  /// Whether the frequencies of all concepts can be kept in lists.
  var areInLists: Bool { concepts.allSatisfy(\.isInList) }
}
