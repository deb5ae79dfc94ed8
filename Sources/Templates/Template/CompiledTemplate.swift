package import Bytes

/// A layout with its partials and strings filled in, as a sequence of literal bytes and slots.
///
/// swift-mustache renders the same layouts to the same text, as a test verifies. But it builds strings and takes a
/// hundred times as long, which with thousands of report pages would be most of a build.
package struct CompiledTemplate: Sendable {
  /// Contains no references, so running one causes no reference counting; a page runs several hundred.
  fileprivate struct Instruction: Sendable {
    enum Kind: Sendable {
      /// A range of `literals`.
      case literal
      case escaped, raw
      /// Runs the instructions up to `end` once for each item, or once.
      case section, question, inverted
    }

    var kind: Kind
    /// A range of bytes in `literals` or of names in `names`.
    var range: Range<Int>
    var end = 0
  }

  private var instructions: [Instruction] = []
  private var literals: [UInt8] = []
  private var names: [TemplateName] = []
  /// Literals before this index belong to another section and must not be extended.
  private var sectionStart = 0

  /// - Parameter partials: Parsed partials by name. All partials that are referred to must exist.
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
        // The theme has already rejected partials that contain themselves.
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
    instructions.withUnsafeBufferPointer { instructions in
      literals.withUnsafeBufferPointer { literals in
        names.withUnsafeBufferPointer { names in
          withUnsafePointer(to: page) { page in
            var run = TemplateRun(instructions: instructions, literals: literals, names: names, objects: [page])
            run.run(0..<instructions.count, into: &buffer)
          }
        }
      }
    }
  }
}

/// One rendering of a template. It works on pointers, because counting references to what all threads share would take
/// longer than everything else.
private struct TemplateRun {
  let instructions: UnsafeBufferPointer<CompiledTemplate.Instruction>
  let literals: UnsafeBufferPointer<UInt8>
  let names: UnsafeBufferPointer<TemplateName>
  /// The page and the list items being shown, innermost last.
  var objects: [UnsafePointer<TemplateObject>]

  mutating func run(_ range: Range<Int>, into buffer: inout ByteBuffer) {
    var index = range.lowerBound
    while index < range.upperBound {
      let instruction = instructions[index]
      index += 1
      switch instruction.kind {
      case .literal: buffer.append(UnsafeBufferPointer(rebasing: literals[instruction.range]))
      case .escaped: withValue(instruction.range) { $0.pointee.write(isEscaped: true, to: &buffer) }
      case .raw: withValue(instruction.range) { $0.pointee.write(isEscaped: false, to: &buffer) }
      case .section:
        let body = index..<instruction.end
        withValue(instruction.range) { show($0, body, &buffer) }
        index = instruction.end
      case .question:
        if !isShown(instruction.range) { index = instruction.end }
      case .inverted:
        if isShown(instruction.range) { index = instruction.end }
      }
    }
  }

  private mutating func show(
    _ value: UnsafePointer<TemplateValue>, _ body: Range<Int>, _ buffer: inout ByteBuffer
  ) {
    switch value.pointee {
    case .list(let items):
      items.withUnsafeBufferPointer { items in
        guard let first = items.baseAddress else { return }
        for place in items.indices { show(first + place, body, &buffer) }
      }
    case .object(let object): withUnsafePointer(to: object) { show($0, body, &buffer) }
    case .flag(false): break
    case .text, .html, .flag(true): run(body, into: &buffer)
    }
  }

  private mutating func show(
    _ object: UnsafePointer<TemplateObject>, _ body: Range<Int>, _ buffer: inout ByteBuffer
  ) {
    objects.append(object)
    run(body, into: &buffer)
    objects.removeLast()
  }

  private func isShown(_ path: Range<Int>) -> Bool { withValue(path) { $0.pointee.isShown } ?? false }

  /// Hands a closure the value that a path names in the innermost object which knows the first name.
  @inline(__always)
  @discardableResult
  private func withValue<Result>(_ path: Range<Int>, _ body: (UnsafePointer<TemplateValue>) -> Result) -> Result? {
    let first = names[path.lowerBound]
    guard let object = objects.last(where: { $0.pointee.has(first) }) else { return nil }
    return object.pointee.withValue(of: first) { value in
      path.count == 1 ? body(value) : withValue(path.dropFirst(), in: value, body)
    } ?? nil
  }

  /// The value that the rest of a path names inside another: `{{page.title}}`.
  @inline(never)
  private func withValue<Result>(
    _ path: Range<Int>, in outer: UnsafePointer<TemplateValue>, _ body: (UnsafePointer<TemplateValue>) -> Result
  ) -> Result? {
    guard let name = path.first.map({ names[$0] }) else { return body(outer) }
    guard case .object(let object) = outer.pointee else { return nil }
    return object.withValue(of: name) { withValue(path.dropFirst(), in: $0, body) } ?? nil
  }
}
