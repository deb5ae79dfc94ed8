package import Narrative

extension NumberPhrase {
  package var value: DecimalNumber { DecimalNumber(digits: digits, scale: scale) }
}
