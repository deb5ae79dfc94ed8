import Bytes
import Testing

/// Fields of data files.
struct CSVEscapingTests {
  private func field(_ text: String) -> String {
    var buffer = ByteBuffer()
    buffer.appendCSV(text)
    return String(buffer)
  }

  @Test(arguments: ["", "件", "云溪区柳林街道办事处", "18.8710", "a b", "-", "-19", "+19", "—", "/"])
  func plainTextsStayAsTheyAre(_ text: String) {
    #expect(field(text) == text)
  }

  @Test func separatorsAreQuoted() {
    #expect(field("11,398,889") == #""11,398,889""#)
    #expect(field("他说“好”\"是\"") == #""他说“好”""是""""#)
    #expect(field("一\r\n二") == "\"一\r\n二\"")
    #expect(field(" 前后 ") == "\" 前后 \"")
  }

  @Test(arguments: ["=1+1", "@SUM(A1)", "+A1", "-A1", "\tx", "\rx", "＝A1", "＋A1", "－A1", "＠A1", "-1+2"])
  func formulasAreNeutralized(_ text: String) {
    #expect(CSV.neutralized(text) == "'" + text)
    #expect(field(text).contains("'" + text))
  }

  @Test func quotesAndApostropheGoTogether() {
    #expect(field(#"=HYPERLINK("http://x","y")"#) == #""'=HYPERLINK(""http://x"",""y"")""#)
  }
}
