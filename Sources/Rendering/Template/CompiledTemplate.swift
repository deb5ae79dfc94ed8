package import Bytes

/// A layout with its partials and strings filled in, as a run of literal bytes and slots.
///
/// swift-mustache renders the same layouts to the same text; a test holds both against each other. It makes strings
/// and takes a hundred times as long, which for a page each of thousands of reports is most of a build.
package struct CompiledTemplate: Sendable {
  private enum Instruction: Sendable {
    case literal([UInt8])
    case variable(names: [TemplateName], isEscaped: Bool)
    /// Instructions up to `end` are run for each item, or once.
    case section(names: [TemplateName], isQuestion: Bool, end: Int)
    case inverted(names: [TemplateName], end: Int)
  }

  private var instructions: [Instruction] = []
  /// Literals before this place belong to another section and are not added to.
  private var sectionStart = 0

  /// - Parameter partials: parsed partials by name; all that are named must be there.
  init(_ nodes: [TemplateNode], partials: [String: [TemplateNode]]) {
    append(nodes, partials)
  }

  private mutating func append(_ nodes: [TemplateNode], _ partials: [String: [TemplateNode]]) {
    for node in nodes {
      switch node {
      case .literal(let text): appendLiteral(Array(text.utf8))
      case .variable(let path, let isEscaped):
        instructions.append(.variable(names: path.names, isEscaped: isEscaped))
      case .section(let path, let isInverted, let body):
        let start = instructions.count
        instructions.append(.literal([]))
        sectionStart = instructions.count
        append(body, partials)
        let end = instructions.count
        sectionStart = end
        instructions[start] =
          isInverted
          ? .inverted(names: path.names, end: end)
          : .section(names: path.names, isQuestion: path.isQuestion, end: end)
      case .partial(let name, _):
        // The theme has refused partials that contain themselves.
        if let body = partials[name] { append(body, partials) }
      }
    }
  }

  private mutating func appendLiteral(_ bytes: [UInt8]) {
    guard instructions.count > sectionStart, case .literal(let last)? = instructions.last else {
      instructions.append(.literal(bytes))
      return
    }
    instructions[instructions.count - 1] = .literal(last + bytes)
  }

  package func render(_ page: TemplateObject, into buffer: inout ByteBuffer) {
    var stack = [page]
    run(0..<instructions.count, &stack, &buffer)
  }

  private func run(_ range: Range<Int>, _ stack: inout [TemplateObject], _ buffer: inout ByteBuffer) {
    var index = range.lowerBound
    while index < range.upperBound {
      switch instructions[index] {
      case .literal(let bytes): buffer.append(bytes)
      case .variable(let names, let isEscaped):
        switch find(names, stack) {
        case .text(let text)?: if isEscaped { buffer.appendEscaped(text) } else { buffer.append(text) }
        case .html(let bytes)?: if isEscaped { buffer.appendEscaped(bytes[...]) } else { buffer.append(bytes) }
        default: break
        }
      case .section(let names, let isQuestion, let end):
        show(find(names, stack), asQuestion: isQuestion, (index + 1)..<end, &stack, &buffer)
        index = end
        continue
      case .inverted(let names, let end):
        if find(names, stack)?.isShown ?? false {
          index = end
          continue
        }
      }
      index += 1
    }
  }

  private func show(
    _ value: TemplateValue?, asQuestion isQuestion: Bool, _ body: Range<Int>, _ stack: inout [TemplateObject],
    _ buffer: inout ByteBuffer
  ) {
    guard let value, value.isShown else { return }
    if isQuestion {
      run(body, &stack, &buffer)
      return
    }
    switch value {
    case .list(let items):
      for item in items {
        stack.append(item)
        run(body, &stack, &buffer)
        stack.removeLast()
      }
    case .object(let object):
      stack.append(object)
      run(body, &stack, &buffer)
      stack.removeLast()
    case .text, .html, .flag: run(body, &stack, &buffer)
    }
  }

  private func find(_ names: [TemplateName], _ stack: [TemplateObject]) -> TemplateValue? {
    let first = names[0]
    var depth = stack.count
    while depth > 0 {
      depth -= 1
      guard var value = stack[depth][first] else { continue }
      for name in names.dropFirst() {
        guard case .object(let inner) = value, let next = inner[name] else { return nil }
        value = next
      }
      return value
    }
    return nil
  }
}
