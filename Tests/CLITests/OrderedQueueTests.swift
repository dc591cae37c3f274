import DatelineIndex
import Foundation
import Synchronization
import Testing

@testable import dateline

@Suite struct OrderedQueueTests {
  /// Runs pieces of random sizes through a queue; the consumer is slower than the others or faster.
  private func run(
    seed: UInt64, workers: Int, mostPieces: Int, mostBytes: Int, slow: Bool
  ) -> (products: [Int], mostPieces: Int, mostBytes: Int) {
    let queue = OrderedQueue<Int, Int>(mostPieces: mostPieces, mostBytes: mostBytes)
    let count = 400
    var state = seed
    let sizes = (0..<count).map { _ -> Int in
      state = state &* 6_364_136_223_846_793_005 &+ 1
      return Int(state >> 33) % 50
    }
    let putPieces = Atomic<Int>(0)
    let putBytes = Atomic<Int>(0)
    Thread.detachNewThread {
      for piece in 0..<count {
        guard queue.put(piece, size: sizes[piece]) else { return }
        putBytes.add(sizes[piece], ordering: .sequentiallyConsistent)
        putPieces.add(1, ordering: .sequentiallyConsistent)
      }
      queue.finish()
    }
    for _ in 0..<workers {
      Thread.detachNewThread {
        while let (number, work) = queue.next() {
          if sizes[work] % 7 == 0 { usleep(UInt32(sizes[work]) * 20) }
          queue.complete(number, work * 2)
        }
      }
    }
    var products: [Int] = []
    var pieces = 0
    var bytes = 0
    var takenBytes = 0
    while true {
      switch queue.take(timeout: 10) {
      case .nothingYet: return (products, pieces, bytes)
      case .finished: return (products, pieces, bytes)
      case .product(let product):
        if slow { usleep(300) }
        products.append(product)
        // While the consumer holds a piece, so much is put and not done with.
        pieces = max(
          pieces, putPieces.load(ordering: .sequentiallyConsistent) - products.count)
        bytes = max(bytes, putBytes.load(ordering: .sequentiallyConsistent) - takenBytes)
        takenBytes += sizes[products.count - 1]
      }
    }
  }

  @Test(arguments: [1, 2, 8], [true, false])
  func keepsOrderAndBounds(workers: Int, slow: Bool) {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("seed \(seed)")
    let byCount = run(seed: seed, workers: workers, mostPieces: 5, mostBytes: .max, slow: slow)
    #expect(byCount.products == (0..<400).map { $0 * 2 })
    #expect(byCount.mostPieces <= 5)
    let byBytes = run(seed: seed, workers: workers, mostPieces: 400, mostBytes: 60, slow: slow)
    #expect(byBytes.products == byCount.products)
    #expect(byBytes.mostBytes <= 60)
  }

  @Test func aPieceLargerThanTheBoundPassesAlone() {
    let result = run(seed: 1, workers: 3, mostPieces: 400, mostBytes: 1, slow: false)
    #expect(result.products.count == 400)
  }

  @Test func whatIsNotDoneIsBoundedApart() {
    let queue = OrderedQueue<Int, Int>(mostPieces: 400, mostBytes: 10_000, mostRawBytes: 50)
    let put = Atomic<Int>(0)
    let done = Atomic<Int>(0)
    let most = Atomic<Int>(0)
    Thread.detachNewThread {
      while let (number, work) = queue.next() {
        usleep(200)
        let before = put.load(ordering: .sequentiallyConsistent)
        let raw = before - done.add(10, ordering: .sequentiallyConsistent).oldValue
        most.store(
          max(raw, most.load(ordering: .sequentiallyConsistent)), ordering: .sequentiallyConsistent)
        queue.complete(number, work)
      }
    }
    // Nothing is taken meanwhile: what is done does not keep the next pieces out.
    for piece in 0..<100 {
      #expect(queue.put(piece, size: 10))
      put.add(10, ordering: .sequentiallyConsistent)
    }
    queue.finish()
    var products: [Int] = []
    while case .product(let product) = queue.take(timeout: 10) { products.append(product) }
    #expect(products == Array(0..<100))
    #expect((10...50).contains(most.load(ordering: .sequentiallyConsistent)))
  }

  @Test func nothingIsMadeWhileALargePieceIsOnItsWay() {
    let queue = OrderedQueue<Int, Int>(mostPieces: 400, mostBytes: 1_000, largeBytes: 20)
    let put = Atomic<Int>(0)
    Thread.detachNewThread {
      for piece in 0..<60 {
        // Before the piece is handed over the next one must not exist.
        put.store(piece, ordering: .sequentiallyConsistent)
        guard queue.put(piece, size: piece % 3 == 0 ? 20 : 1) else { return }
      }
      queue.finish()
    }
    Thread.detachNewThread {
      while let (number, work) = queue.next() { queue.complete(number, work) }
    }
    var products: [Int] = []
    while case .product(let product) = queue.take(timeout: 10) {
      usleep(500)
      if product % 3 == 0 { #expect(put.load(ordering: .sequentiallyConsistent) == product) }
      products.append(product)
    }
    #expect(products == Array(0..<60))
  }

  @Test func cancellingEndsEverybody() {
    let queue = OrderedQueue<Int, Int>(mostPieces: 1, mostBytes: 10)
    #expect(queue.put(0, size: 1))
    let ended = Atomic<Int>(0)
    for _ in 0..<2 {
      Thread.detachNewThread {
        while queue.put(1, size: 1) {}
        ended.add(1, ordering: .sequentiallyConsistent)
      }
    }
    queue.cancel()
    while ended.load(ordering: .sequentiallyConsistent) < 2 { usleep(1_000) }
    #expect(queue.next() == nil)
    #expect(!queue.put(2, size: 1))
  }
}
