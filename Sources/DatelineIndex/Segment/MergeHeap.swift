/// A stream in a merge: comes before another by the value it stands at.
protocol MergeInput {
  func precedes(_ other: Self) -> Bool
}

/// The streams of a merge, the least first: a binary heap.
struct MergeHeap<Input: MergeInput> {
  private var inputs: [Input] = []

  var isEmpty: Bool { inputs.isEmpty }
  /// The input that comes first.
  var least: Input? { inputs.first }

  /// Adds an input.
  /// - Complexity: O(log n), as for the others.
  mutating func insert(_ input: Input) {
    inputs.append(input)
    var index = inputs.count - 1
    while index > 0 {
      let parent = (index - 1) / 2
      if !inputs[index].precedes(inputs[parent]) { return }
      inputs.swapAt(index, parent)
      index = parent
    }
  }

  /// Takes the least input out. There must be one.
  mutating func removeLeast() -> Input {
    let least = inputs[0]
    let last = inputs.removeLast()
    if !inputs.isEmpty {
      inputs[0] = last
      settleLeast()
    }
    return least
  }

  /// Restores the order when the least input has gone on.
  mutating func settleLeast() {
    var index = 0
    while true {
      var child = 2 * index + 1
      if child >= inputs.count { return }
      if child + 1 < inputs.count, inputs[child + 1].precedes(inputs[child]) { child += 1 }
      if !inputs[child].precedes(inputs[index]) { return }
      inputs.swapAt(index, child)
      index = child
    }
  }
}
