import Testing

@testable import Bytes

@Suite("JSON is written in the order of the calls")
struct JSONWriterTests {
  private func written(_ write: (inout JSONWriter) -> Void) -> String {
    var json = JSONWriter()
    write(&json)
    return String(json.buffer)
  }

  @Test func objectsAndArrays() {
    let text = written { json in
      json.object { json in
        json.field("b", "二")
        json.field("a", 1)
        json.key("list")
        json.array { json in
          json.value(1)
          json.value("x")
          json.value(true)
          json.value(false)
          json.null()
          json.object { _ in }
          json.array { _ in }
          json.object { $0.field("c", -3) }
        }
        json.key("嵌 套" as String)
        json.value(nil as String?)
      }
    }
    #expect(text == #"{"b":"二","a":1,"list":[1,"x",true,false,null,{},[],{"c":-3}],"嵌 套":null}"#)
  }

  @Test func fieldsWithoutAValueAreLeftOut() {
    let text = written { json in
      json.object { json in
        json.field("a", ifPresent: nil)
        json.field("b", ifPresent: "x")
      }
    }
    #expect(text == #"{"b":"x"}"#)
  }

  @Test func rawNumbersAreWrittenUnchanged() {
    let text = written { json in
      json.array { json in
        json.raw { $0.append("18.8710" as String) }
        json.raw { $0.append("0" as String) }
      }
    }
    #expect(text == "[18.8710,0]")
  }

  @Test func keysAreEscapedToo() {
    #expect(
      written { json in
        json.object {
          $0.key("a\"\n<" as String); $0.null()
        }
      } == "{\"a\\\"\\n\\u003c\":null}")
  }

  @Test func startsAgain() {
    var json = JSONWriter()
    json.array { $0.value(1) }
    json.removeAll()
    json.object { _ in }
    #expect(String(json.buffer) == "{}")
  }
}
