/// Adds up the mentions of entities in one article; its memory is reused for the next.
struct EntityTally {
  /// Where a mention stands.
  enum Place {
    case title
    case lead
    case body
  }

  /// Position in `mentions` of each entity, or -1.
  private var positions: [Int32]
  private var mentions: [EntityTagger.Mention] = []

  /// Creates a tally for so many entities.
  init(count: Int) {
    positions = Array(repeating: -1, count: count)
  }

  /// Counts a mention.
  mutating func add(_ entity: Int32, tenths: Int, to place: Place) {
    var position = Int(positions[Int(entity)])
    if position < 0 {
      position = mentions.count
      positions[Int(entity)] = Int32(position)
      mentions.append(.init(entity: Int(entity), count: 0, title: 0, lead: 0, body: 0))
    }
    mentions[position].count += 1
    switch place {
    case .title: mentions[position].title += tenths
    case .lead: mentions[position].lead += tenths
    case .body: mentions[position].body += tenths
    }
  }

  /// What was counted, most mentioned first (ties: by position); the tally is empty then.
  mutating func takeMentions() -> [EntityTagger.Mention] {
    var result = mentions
    for mention in mentions { positions[mention.entity] = -1 }
    mentions.removeAll(keepingCapacity: true)
    result.sort {
      let left = $0.title + $0.lead + $0.body
      let right = $1.title + $1.lead + $1.body
      return left != right ? left > right : $0.entity < $1.entity
    }
    return result
  }
}
