internal import Bytes
internal import Reports

extension HTMLWriter {
  mutating func text(_ number: DecimalNumber) {
    raw { $0.append(number) }
  }
}
