package import Bytes

/// A layout with its partials and strings filled in, as a run of literal bytes and slots.
///
/// swift-mustache renders the same layouts to the same text; a test holds both against each other. It makes strings
/// and takes a hundred times as long, which for a page each of thousands of reports is most of a build.
package struct CompiledTemplate: Sendable {
  /// Without references, so that running one counts none: a page runs some hundred.
  private struct Instruction: Sendable {
    enum Kind: Sendable {
      /// Bytes of `literals`.
      case literal
      case escaped, raw
      /// Instructions up to `end` are run for each item, or once.
      case section, question, inverted
    }

    var kind: Kind
    /// Of bytes in `literals`, or of names in `names`.
    var range: Range<Int>
    var end = 0
  }

  private var instructions: [Instruction] = []
  private var literals: [UInt8] = []
  private var names: [TemplateName] = []
  /// Literals before this place belong to another section and are not added to.
  private var sectionStart = 0

  /// - Parameter partials: parsed partials by name; all that are named must be there.
  init(_ nodes: [TemplateNode], partials: [String: [TemplateNode]]) {
    append(nodes, partials)
  }

  private mutating func append(_ nodes: [TemplateNode], _ partials: [String: [TemplateNode]]) {
    for node in nodes {
      switch node {
      case .literal(let text): appendLiteral(text)
      case .variable(let path, let isEscaped):
        instructions.append(Instruction(kind: isEscaped ? .escaped : .raw, range: place(path)))
      case .section(let path, let isInverted, let body):
        let start = instructions.count
        instructions.append(
          Instruction(kind: isInverted ? .inverted : path.isQuestion ? .question : .section, range: place(path)))
        sectionStart = instructions.count
        append(body, partials)
        sectionStart = instructions.count
        instructions[start].end = sectionStart
      case .partial(let name, _):
        // The theme has refused partials that contain themselves.
        if let body = partials[name] { append(body, partials) }
      }
    }
  }

  private mutating func place(_ path: TemplatePath) -> Range<Int> {
    let start = names.count
    names += path.names
    return start..<names.count
  }

  private mutating func appendLiteral(_ text: [UInt8]) {
    let start = literals.count
    literals += text
    if let last = instructions.indices.last, last >= sectionStart, instructions[last].kind == .literal {
      instructions[last].range = instructions[last].range.lowerBound..<literals.count
    } else {
      instructions.append(Instruction(kind: .literal, range: start..<literals.count))
    }
  }

  package func render(_ page: TemplateObject, into buffer: inout ByteBuffer) {
    var stack = [page]
    stack.reserveCapacity(8)
    run(0..<instructions.count, &stack, &buffer)
  }

  private func run(_ range: Range<Int>, _ stack: inout [TemplateObject], _ buffer: inout ByteBuffer) {
    var index = range.lowerBound
    while index < range.upperBound {
      let instruction = instructions[index]
      index += 1
      switch instruction.kind {
      case .literal:
        literals.withUnsafeBufferPointer { buffer.append(UnsafeBufferPointer(rebasing: $0[instruction.range])) }
      case .escaped, .raw:
        let isEscaped = instruction.kind == .escaped
        withValue(instruction.range, stack) { Self.write($0, isEscaped: isEscaped, &buffer) }
      case .section:
        show(withValue(instruction.range, stack) { $0 }, index..<instruction.end, &stack, &buffer)
        index = instruction.end
      case .question:
        if !isShown(instruction.range, stack) { index = instruction.end }
      case .inverted:
        if isShown(instruction.range, stack) { index = instruction.end }
      }
    }
  }

  private static func write(_ value: TemplateValue, isEscaped: Bool, _ buffer: inout ByteBuffer) {
    switch value {
    case .text(let text): if isEscaped { buffer.appendEscaped(text) } else { buffer.append(text) }
    case .html(let bytes): if isEscaped { buffer.appendEscaped(bytes[...]) } else { buffer.append(bytes) }
    case .flag, .object, .list: break
    }
  }

  private func show(
    _ value: TemplateValue?, _ body: Range<Int>, _ stack: inout [TemplateObject], _ buffer: inout ByteBuffer
  ) {
    switch value {
    case .list(let items)?:
      for item in items {
        stack.append(item)
        run(body, &stack, &buffer)
        stack.removeLast()
      }
    case .object(let object)?:
      stack.append(object)
      run(body, &stack, &buffer)
      stack.removeLast()
    case .flag(false)?, nil: break
    case .text?, .html?, .flag(true)?: run(body, &stack, &buffer)
    }
  }

  private func isShown(_ path: Range<Int>, _ stack: [TemplateObject]) -> Bool {
    withValue(path, stack) { $0.isShown } ?? false
  }

  /// Hands on the value that a path names in the innermost object which knows the first name.
  @inline(__always)
  @discardableResult
  private func withValue<Result>(
    _ path: Range<Int>, _ stack: [TemplateObject], _ body: (TemplateValue) -> Result
  ) -> Result? {
    let first = names[path.lowerBound]
    return stack.withUnsafeBufferPointer { stack in
      var depth = stack.count
      while depth > 0 {
        depth -= 1
        guard stack[depth].has(first) else { continue }
        if path.count > 1 { return value(path, in: stack[depth]).map(body) }
        return stack[depth].withValue(of: first, body)
      }
      return nil
    }
  }

  /// The value at the end of a path of several names.
  private func value(_ path: Range<Int>, in object: TemplateObject) -> TemplateValue? {
    var value = TemplateValue.object(object)
    for place in path {
      guard case .object(let inner) = value, let next = inner[names[place]] else { return nil }
      value = next
    }
    return value
  }
}
