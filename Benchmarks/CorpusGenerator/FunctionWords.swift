/// The frequent words of English news that carry no topic.
enum FunctionWords {
  /// In falling order of frequency.
  static let all: [StaticString] = [
    "the", "to", "of", "and", "a", "in", "that", "for", "is", "on", "was", "said", "it", "with",
    "he", "as", "at", "by", "from", "be", "has", "have", "are", "his", "an", "not", "they", "but",
    "we", "who", "this", "will", "were", "their", "had", "been", "or", "which", "its", "more",
    "about", "one", "would", "she", "her", "after", "there", "i", "up", "out", "when", "than", "if",
    "also", "what", "all", "no", "so", "into", "can", "him", "them", "over", "you", "some", "other",
    "could", "two", "last", "first", "our", "only", "just", "most", "now", "because", "before",
    "between", "such", "any", "while", "where", "against", "since", "many", "under", "during",
    "then", "how", "even", "those", "down", "both", "through", "may", "my", "these", "each", "says",
    "should", "still", "including", "according", "very", "being", "made", "do", "does", "did",
    "much", "around", "three", "told", "say", "us", "another", "your", "among", "well", "like",
    "me", "every", "without", "within", "until", "off", "here", "too", "however", "must", "used",
    "whether", "per", "less", "several", "already", "few", "might", "next", "early", "late",
    "former", "four", "five", "yet", "though", "along", "near", "often", "across", "toward",
    "whose", "himself", "itself", "themselves", "once", "above", "below", "upon", "despite", "via",
    "rather", "almost", "nearly", "again", "ever", "never", "always", "later", "ago", "away",
    "back", "six", "ten", "own", "same", "else", "unless", "although", "herself", "nor", "thus",
    "therefore", "instead", "indeed", "perhaps", "maybe", "beyond", "amid", "following", "least",
    "enough", "quite", "together", "anyone", "everyone", "nothing", "something", "everything",
    "someone", "either", "neither", "beside", "besides", "towards", "throughout", "outside",
    "inside", "behind", "onto", "except", "whatever", "whichever", "whom", "none", "therein",
    "wherever", "whenever", "somewhere", "anything", "ours", "yours", "theirs", "myself",
    "ourselves", "yourself",
  ]
}
