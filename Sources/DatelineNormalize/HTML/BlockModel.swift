import Foundation

/// Gradient-boosted decision trees that tell the lines of an article from the rest of its page
/// (Friedman, "Greedy function approximation: a gradient boosting machine", 2001).
///
/// The trees were learnt from pages with known text by `Benchmarks/extraction/train.py`; they look at
/// the figures of ``BlockFeatures``.
struct BlockModel: Sendable {
  /// The model that extraction uses.
  static let standard = BlockModel(encoded: BlockModelData.trees)

  private struct Node {
    /// Figure that decides; -1 for a leaf.
    var feature: Int16
    /// Nodes to go to when the figure is at most the threshold, and else.
    var below: Int16
    var above: Int16
    /// Threshold, or the value of a leaf.
    var value: Float
  }

  private let nodes: [Node]
  private let roots: [Int]

  /// Reads base64 of the trees one after the other: number of nodes (16 bits), then ten bytes a
  /// node, little endian: figure, node below, node above (16 bits each), threshold or value (32 bits
  /// IEEE 754).
  init(encoded: String) {
    let bytes = [UInt8](Data(base64Encoded: encoded) ?? Data())
    var nodes: [Node] = []
    var roots: [Int] = []
    var position = 0
    func short() -> Int16 {
      defer { position += 2 }
      return Int16(bitPattern: UInt16(bytes[position]) | UInt16(bytes[position + 1]) << 8)
    }
    while position + 2 <= bytes.count {
      let count = Int(short())
      guard count > 0, position + 10 * count <= bytes.count else { break }
      roots.append(nodes.count)
      for _ in 0..<count {
        let (feature, below, above) = (short(), short(), short())
        let low = UInt32(UInt16(bitPattern: short()))
        let high = UInt32(UInt16(bitPattern: short()))
        nodes.append(
          Node(
            feature: feature, below: below, above: above,
            value: Float(bitPattern: high << 16 | low)))
      }
    }
    self.nodes = nodes
    self.roots = roots
  }

  /// Lines that are judged together: their figures stay in the processor's memory for all trees.
  private static let linesAtOnce = 128

  /// Log-odds that each line belongs to the article. Constant time a line: one path a tree. In a group of
  /// lines trees are the outer loop, so that one is in the processor's nearest memory for all of them.
  func odds(_ features: BlockFeatures) -> [Float] {
    let width = BlockFeatures.count
    let lines = features.values.count / width
    guard lines > 0 else { return [] }
    var sums = [Float](repeating: 0, count: lines)
    features.values.withUnsafeBufferPointer { values in
      sums.withUnsafeMutableBufferPointer { sums in
        for start in stride(from: 0, to: lines, by: Self.linesAtOnce) {
          let end = min(start + Self.linesAtOnce, lines)
          add(
            UnsafeBufferPointer(rebasing: values[start * width..<end * width]),
            to: UnsafeMutableBufferPointer(rebasing: sums[start..<end]))
        }
      }
    }
    return sums
  }

  /// Adds what the trees say of the lines with these figures.
  private func add(
    _ values: UnsafeBufferPointer<Float>, to sums: UnsafeMutableBufferPointer<Float>
  ) {
    // Invariant: `values` has `BlockFeatures.count` figures for each line; the nodes of the model name figures
    // below that, and nodes of their own tree, behind themselves.
    nodes.withUnsafeBufferPointer { nodes in
      for root in roots {
        var row = values.baseAddress.unsafelyUnwrapped
        for line in sums.indices {
          var node = nodes[root]
          while node.feature >= 0 {
            let isBelow = row[Int(node.feature)] <= node.value
            node = nodes[root &+ Int(isBelow ? node.below : node.above)]
          }
          sums[line] += node.value
          row += BlockFeatures.count
        }
      }
    }
  }
}
