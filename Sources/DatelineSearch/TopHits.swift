/// The best `capacity` of the hits offered, in a binary heap with the worst on top.
///
/// Invariant: places that are looked at in the heap are below its count, and its memory is used inside the closures only.
struct TopHits {
  /// A candidate.
  struct Candidate: Equatable {
    var articleID: Int64
    var score: Double
    /// What words gain that stand close together.
    var proximity: Double
    /// What words gain that stand in the form that was typed.
    var addition = 0.0
    /// What ``addition`` is at most.
    var mostAddition = 0.0
    var matchesAll: Bool

    /// Whether this candidate ranks before another: those that match everything first when that
    /// counts, then by score, then by id, so that the order is the same every time.
    @inline(__always)
    func precedes(_ other: Candidate, prefersAll: Bool) -> Bool {
      if prefersAll, matchesAll != other.matchesAll { return matchesAll }
      if score != other.score { return score > other.score }
      return articleID < other.articleID
    }
  }

  /// Most candidates that room is made for before they come.
  private static let mostReserved = 128

  private var heap: [Candidate] = []
  /// How many are kept.
  let capacity: Int
  /// Whether candidates that match everything come before all others.
  let prefersAll: Bool

  init(capacity: Int, prefersAll: Bool) {
    self.capacity = max(1, capacity)
    self.prefersAll = prefersAll
    heap.reserveCapacity(min(self.capacity, Self.mostReserved))
  }

  /// Number of candidates.
  var count: Int { heap.count }

  /// A score below which no candidate is kept any more that matches no more than the worst.
  @inline(__always)
  var threshold: Double { heap.count < capacity ? -.infinity : heap[0].score }

  /// Whether a candidate would be kept.
  /// - Complexity: O(1).
  @inline(__always)
  func accepts(_ candidate: Candidate) -> Bool {
    heap.count < capacity || candidate.precedes(heap[0], prefersAll: prefersAll)
  }

  /// Keeps a candidate if it is among the best.
  /// - Complexity: O(log capacity).
  mutating func offer(_ candidate: Candidate) {
    if heap.count < capacity {
      heap.append(candidate)
      rise(candidate)
    } else if candidate.precedes(heap[0], prefersAll: prefersAll) {
      sink(candidate)
    }
  }

  /// Finds the place of the candidate that was appended: the better ones above it go down.
  private mutating func rise(_ candidate: Candidate) {
    let prefersAll = prefersAll
    heap.withUnsafeMutableBufferPointer { heap in
      var hole = heap.count - 1
      while hole > 0 {
        let parent = (hole - 1) / 2
        guard heap[parent].precedes(candidate, prefersAll: prefersAll) else { break }
        heap[hole] = heap[parent]
        hole = parent
      }
      heap[hole] = candidate
    }
  }

  /// Puts a candidate in the place of the worst: worse ones below go up.
  private mutating func sink(_ candidate: Candidate) {
    let prefersAll = prefersAll
    heap.withUnsafeMutableBufferPointer { heap in
      var hole = 0
      while true {
        var child = 2 * hole + 1
        if child >= heap.count { break }
        if child + 1 < heap.count, heap[child].precedes(heap[child + 1], prefersAll: prefersAll) {
          child += 1
        }
        guard candidate.precedes(heap[child], prefersAll: prefersAll) else { break }
        heap[hole] = heap[child]
        hole = child
      }
      heap[hole] = candidate
    }
  }

  /// Takes candidates in place of those before.
  /// - Parameter candidates: no more than ``capacity``.
  /// - Complexity: O(candidates) where they are in order, best first.
  mutating func replace(by candidates: [Candidate]) {
    heap.removeAll(keepingCapacity: true)
    // The other way round they are a heap.
    if isInOrder(candidates) {
      heap = candidates.reversed()
    } else {
      for candidate in candidates { offer(candidate) }
    }
  }

  private func isInOrder(_ candidates: [Candidate]) -> Bool {
    candidates.indices.dropFirst().allSatisfy {
      candidates[$0 - 1].precedes(candidates[$0], prefersAll: prefersAll)
    }
  }

  /// The candidates, best first.
  var ordered: [Candidate] {
    let reversed = Array(heap.reversed())
    if isInOrder(reversed) { return reversed }
    return heap.sorted { $0.precedes($1, prefersAll: prefersAll) }
  }

  /// Puts a candidate among the best, which are in order; most come behind all others.
  private func insert(_ candidate: Candidate, into best: inout [Candidate], _ most: Int) {
    var place = best.count
    while place > 0, candidate.precedes(best[place - 1], prefersAll: prefersAll) { place -= 1 }
    if place >= most { return }
    best.insert(candidate, at: place)
    if best.count > most { best.removeLast() }
  }

  /// Ids of the candidates.
  var articleIDs: [Int64] { heap.map(\.articleID) }

  /// Changes what does not decide the order of the candidates.
  mutating func update(_ body: (inout Candidate) -> Void) {
    for index in heap.indices { body(&heap[index]) }
  }

  /// The candidates, best first. To the scores of the first `rescored` only are added their proximity
  /// and what `addition` gives, as the formula says, and these are ordered anew.
  ///
  /// - Parameters:
  ///   - wanted: how many must be right and in order; behind them may be others.
  ///   - addition: at most ``Candidate/mostAddition``, at least 0.
  func sorted(
    rescored: Int, wanted: Int, addition: (Candidate) throws -> Double
  ) rethrows -> [Candidate] {
    if wanted <= 0 { return [] }
    var result = ordered
    let count = min(rescored, result.count)
    // Those that may gain most are looked at first, and the others compared with the worst wanted one.
    let most = result[..<count].map { candidate in
      var most = candidate
      most.score += most.proximity + most.mostAddition
      return most
    }
    // Places alone are moved: candidates are large.
    let order =
      isInOrder(most)
      ? nil : (0..<count).sorted { most[$0].precedes(most[$1], prefersAll: prefersAll) }
    var found: [Candidate] = []
    found.reserveCapacity(min(wanted, count) + 1)
    for place in 0..<count {
      let index = order?[place] ?? place
      if found.count < wanted
        || most[index].precedes(found[found.count - 1], prefersAll: prefersAll)
      {
        result[index].addition = try addition(result[index])
      } else if wanted <= count {
        // None of those that follow may gain more.
        break
      }
      result[index].score += result[index].proximity + result[index].addition
      insert(result[index], into: &found, wanted)
    }
    if wanted <= count { return found }
    // All were rescored, and are among the wanted.
    result.replaceSubrange(..<count, with: found)
    for index in count..<result.count { result[index].proximity = 0 }
    return result
  }
}
