import DatelineAnalysis
import DatelineCore
import DatelineIndex

/// Where concepts occur, by comparing token for token.
extension ReferenceScorer {
  /// Occurrences of a concept in the fields it is looked for in.
  func occurrences(
    of concept: QueryPlan.Concept, in document: ReferenceDocument
  ) -> Scorer.Occurrences {
    var found = Scorer.Occurrences()
    if !concept.variants.isEmpty {
      for variant in concept.variants {
        let one = occurrences(of: concept.only(variant), in: document)
        found.title += variant.weight * one.title
        found.lead += variant.weight * one.lead
        found.rest += variant.weight * one.rest
      }
      return found
    }
    if concept.isCJK {
      found.title = Double(places(of: concept, in: document.titleCJK).count)
      for place in places(of: concept, in: document.bodyCJK) {
        if place < EntityTagger.leadLength { found.lead += 1 } else { found.rest += 1 }
      }
    } else if !concept.tokens.isEmpty {
      found.title = Double(places(of: concept, in: document.title).count)
      for place in places(of: concept, in: document.body) {
        if place < EntityTagger.leadLength { found.lead += 1 } else { found.rest += 1 }
      }
      if concept.scope == .text, concept.exact == nil {
        // Words without a space beside CJK text.
        let terms = document.titleCJK + document.bodyCJK
        found.rest += Double(places(of: concept, in: terms).count)
      }
    }
    switch concept.scope {
    case .text: break
    case .title: found = Scorer.Occurrences(title: found.title)
    case .body: found.title = 0
    case .lead: found = Scorer.Occurrences(lead: found.lead)
    }
    if let entity = concept.entity, let mentions = document.mentions[entity] {
      found.title = max(found.title, mentions.title)
      found.lead = max(found.lead, mentions.lead)
      found.rest = max(found.rest, mentions.rest)
    }
    return found
  }

  /// Places in a text at which the concept's phrase begins.
  private func places(
    of concept: QueryPlan.Concept, in text: [ReferenceDocument.Token]
  ) -> [Int] {
    let terms = terms(of: concept)
    guard !terms.isEmpty, text.count >= terms.count else { return [] }
    return (0...(text.count - terms.count)).filter { place in
      terms.indices.allSatisfy { offset in
        let token = text[place + offset]
        if let exact = concept.exact, !exact.matches(token.written, at: offset) { return false }
        guard offset == terms.count - 1 else { return token.stem == terms[offset] }
        if let beginning = beginning(of: concept, terms) {
          let word = words.tokens(of: String(decoding: token.written, as: UTF8.self)).first
          return word?.utf8.starts(with: beginning.utf8) ?? false
        }
        // One of the terms that may stand for a beginning, whatever its words.
        let isPrefix = concept.prefixForms.first?.isPrefix ?? false
        return isPrefix ? token.stem.hasPrefix(terms[offset]) : token.stem == terms[offset]
      }
    }
  }

  /// The beginning of a word with which a concept ends.
  private func beginning(of concept: QueryPlan.Concept, _ terms: [String]) -> String? {
    guard concept.isCJK else { return concept.isPrefix ? concept.tokens.last : nil }
    let last = concept.tokens.last.map { CJKTerms.query(token: $0, isLast: true) }
    return last?.isPrefix ?? false ? terms.last : nil
  }

  /// The terms that stand for a concept in the index.
  private func terms(of concept: QueryPlan.Concept) -> [String] {
    var words = concept.tokens
    if concept.isCJK {
      words = concept.tokens.enumerated().flatMap { index, token in
        CJKTerms.query(token: token, isLast: index == concept.tokens.count - 1).terms
      }
    }
    return tokenizer.tokens(in: words.joined(separator: " ")).map(\.term)
  }

  /// What neighbouring concepts gain by standing close together.
  func proximity(
    _ plan: QueryPlan, _ idf: [Double], _ document: ReferenceDocument
  ) -> Double {
    var sum = 0.0
    for index in plan.concepts.indices.dropFirst() where plan.concepts[index].followsPrevious {
      let left = plan.concepts[index - 1]
      let right = plan.concepts[index]
      var closeness = 0.0
      for (field, other) in zip(fields(of: left, document), fields(of: right, document)) {
        for place in field {
          for near in other where near != place && abs(near - place) <= 8 {
            closeness += 1 / Double((near - place) * (near - place))
          }
        }
      }
      if closeness == 0 { continue }
      sum += formula.proximity * min(idf[index - 1], idf[index]) * formula.saturate(closeness)
    }
    return sum
  }

  /// Places of a concept's words in body, title and CJK terms. An article that has them only where
  /// they do not count has none.
  private func fields(
    of concept: QueryPlan.Concept, _ document: ReferenceDocument
  ) -> [[Int]] {
    if occurrences(of: concept, in: document).isEmpty || concept.tokens.isEmpty {
      return [[], [], []]
    }
    if concept.hasAlternatives {
      return concept.alternatives.reduce([[], [], []]) { all, alternative in
        zip(all, fields(of: alternative, document)).map { $0 + $1 }
      }
    }
    var any = concept
    any.exact = nil
    let cjk = document.titleCJK + document.bodyCJK
    if concept.isCJK { return [[], [], places(of: any, in: cjk)] }
    return [
      concept.scope == .title ? [] : places(of: any, in: document.body),
      concept.scope == .text || concept.scope == .title ? places(of: any, in: document.title) : [],
      concept.scope == .text ? places(of: any, in: cjk) : [],
    ]
  }

  /// What words gain that stand in the form typed.
  func exactForms(
    _ plan: QueryPlan, _ idf: [Double], _ document: ReferenceDocument
  ) -> Double {
    var sum = 0.0
    for (index, concept) in plan.concepts.enumerated() {
      guard let form = concept.preferred else { continue }
      var found = Scorer.Occurrences()
      func stands(_ text: [ReferenceDocument.Token], _ place: Int) -> Bool {
        form.isForm(text[place].written)
      }
      // Where the word counts, of what is looked at.
      if concept.scope == .text || concept.scope == .title {
        for place in document.title.indices.prefix(PreferredForm.window)
        where stands(document.title, place) {
          found.title += 1
        }
      }
      if concept.scope != .title {
        for place in document.body.indices.prefix(PreferredForm.window)
        where stands(document.body, place) {
          if place < EntityTagger.leadLength {
            found.lead += 1
          } else if concept.scope != .lead {
            found.rest += 1
          }
        }
      }
      if found.isEmpty { continue }
      let gain = formula.exactForm * concept.weight * idf[index]
      sum += gain * formula.saturate(frequency(found, document))
    }
    return sum
  }
}

extension QueryPlan.Concept {
  /// Each of what stands for it as a concept of its own.
  var alternatives: [Self] {
    if !variants.isEmpty { return variants.map(only) }
    return prefixForms.map { form in
      var concept = self
      concept.prefixForms = form.isPrefix ? [form] : []
      concept.tokens[concept.tokens.count - 1] = form.word
      concept.isPrefix = false
      return concept
    }
  }

  /// One word that stands for a fuzzy one, as a concept of its own.
  func only(_ variant: FuzzyExpansion.Variant) -> Self {
    var concept = self
    concept.variants = []
    concept.tokens = variant.word.split(separator: " ").map(String.init)
    return concept
  }
}
