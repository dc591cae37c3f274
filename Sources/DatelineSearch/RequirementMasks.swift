/// A requirement in a form that is quickly looked at for each article: sets of concepts of which each must have one
/// that is matched, where the requirement can be written so.
struct RequirementMasks {
  private static let mostConcepts = 64

  /// A bit for each concept of a set; `nil` where the requirement stands as it is.
  private let masks: [UInt64]?
  private let requirement: QueryPlan.Requirement

  init(_ requirement: QueryPlan.Requirement) {
    self.requirement = requirement
    masks = Self.masks(requirement)
  }

  /// Whether the requirement is met.
  /// - Parameter matched: whether an article has each concept.
  /// - Complexity: O(concepts).
  @inline(__always)
  func isMet(by matched: [Bool]) -> Bool {
    guard let masks else { return requirement.isMet(by: matched) }
    var bits: UInt64 = 0
    for index in 0..<min(matched.count, Self.mostConcepts) where matched[index] {
      bits |= 1 << UInt64(index)
    }
    for mask in masks where mask & bits == 0 { return false }
    return true
  }

  private static func masks(_ requirement: QueryPlan.Requirement) -> [UInt64]? {
    switch requirement {
    case .concept(let index): return index < mostConcepts ? [1 << UInt64(index)] : nil
    case .all(let parts):
      var masks: [UInt64] = []
      for part in parts {
        guard let more = Self.masks(part) else { return nil }
        masks += more
      }
      return masks
    case .any(let parts):
      var mask: UInt64 = 0
      for part in parts {
        // Of sets that must all be met none can be made one.
        guard let more = Self.masks(part), more.count == 1 else { return nil }
        mask |= more[0]
      }
      return [mask]
    }
  }
}
