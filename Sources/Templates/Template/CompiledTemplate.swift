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
      case .escaped: value(instruction.range)?.pointee.write(isEscaped: true, to: &buffer)
      case .raw: value(instruction.range)?.pointee.write(isEscaped: false, to: &buffer)
      case .section:
        if let value = value(instruction.range) { show(value, index..<instruction.end, &buffer) }
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

  private func isShown(_ path: Range<Int>) -> Bool { value(path)?.pointee.isShown ?? false }

  /// The value of a path, looked up in the innermost object that has the first name.
  @inline(__always)
  private func value(_ path: Range<Int>) -> UnsafePointer<TemplateValue>? {
    let first = names[path.lowerBound]
    return objects.withUnsafeBufferPointer { objects in
      var depth = objects.count
      while depth > 0 {
        depth -= 1
        guard var found = objects[depth].pointee.place(of: first) else { continue }
        for place in path.dropFirst() {
          guard case .object(let inner) = found.pointee, let next = inner.place(of: names[place]) else { return nil }
          found = next
        }
        return found
      }
      return nil
    }
  }
}
